pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The parties face to face, the map between them.
Item {
    id: root

    required property Stage stage
    required property StageFrame frame

    readonly property int edge: Theme.margin / 2
    readonly property int across: frame.portrait ? (width - 3 * edge) / 2 : frame.sideWidth - 1.5 * edge

    Repeater {
        model: root.stage.forces.sides

        OrderOfBattle {
            required property int index
            required property string key

            visible: !root.frame.covered
            stage: root.stage
            x: index % 2 === 0 ? root.edge : root.width - width - root.edge
            y: root.frame.textArea.y + Theme.mm(root.frame.portrait ? 3 : 8)
            width: root.across
            height: (root.frame.portrait ? how.y : root.frame.floor) - Theme.gap - y
        }
    }

    Row {
        id: how

        visible: !root.frame.covered
        x: root.frame.portrait ? root.edge : (root.width - width) / 2
        y: root.frame.floor - height - Theme.mm(3)
        spacing: Theme.gap

        TouchButton {
            readonly property bool brief: Theme.large || root.frame.wholeMapArea.width < Theme.mm(150)

            visible: root.stage.evidence.counted
            icon: "chart-bar"
            text: brief ? "" : root.stage.words.figures
            spoken: root.stage.words.figures
            onActivated: root.stage.navigation.openSheet("figures")
        }

        TouchButton {
            icon: Theme.large ? "book" : ""
            text: Theme.large ? "" : root.stage.words.how_known
            spoken: root.stage.words.how_known
            onActivated: root.stage.navigation.openSheet("sources")
        }
    }
}
