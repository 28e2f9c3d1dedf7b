pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage

// The parties face to face, the map between them.
PanelScreen {
    id: root

    required property Stage stage

    readonly property int edge: Theme.margin
    // Landscape: between the sides the map, above the buttons on how it is known.
    readonly property int mapFloor: frame.floor - Math.max(Theme.target, Math.round(Theme.body * 1.5)) - Theme.mm(8)
    readonly property rect middleMap: Qt.rect(frame.sideWidth + Theme.mm(10), 0, width - 2 * frame.sideWidth - Theme.mm(20), mapFloor)
    readonly property int across: frame.portrait ? (width - 3 * edge) / 2 : frame.sideWidth - edge

    frame: StageFrame {
        edges: root.edges
        timed: true
        tabbed: true
        mapShare: 0.3
        textAcross: width
        sideWidth: Math.max(width * (Theme.large ? 0.34 : 0.303), Theme.mm(110))
        sheetLeast: 0
        openMap: portrait ? upperMap : root.middleMap
    }

    Repeater {
        model: root.stage.forces.sides

        OrderOfBattle {
            required property int index
            required property string key

            visible: !root.frame.covered
            navigation: root.stage.navigation
            phrases: root.stage.phrases
            anchors.left: parent?.left
            anchors.leftMargin: index % 2 === 0 ? root.edge : root.width - width - root.edge
            y: root.frame.textArea.y + Theme.mm(root.frame.portrait ? 3 : 8)
            width: root.across
            height: (root.frame.portrait ? how.y : root.frame.floor) - Theme.gap - y
        }
    }

    // What says sorry where the parties can't be shown.
    DisplayText {
        anchors.centerIn: parent
        visible: root.stage.forces.sides.count === 0
        text: root.stage.page.title
    }

    TextMetrics {
        id: letters

        font.family: Theme.sans
        font.pixelSize: Theme.body
        text: root.stage.phrases.words.figures + root.stage.phrases.words.how_known
    }

    Row {
        id: how

        readonly property real room: root.frame.portrait ? root.width - 2 * root.edge : root.width - 2 * (root.edge + root.across + Theme.gap)
        readonly property bool brief: Theme.large || letters.advanceWidth + 4 * Theme.mm(5) + spacing > room

        visible: !root.frame.covered
        anchors.left: parent.left
        anchors.leftMargin: root.frame.portrait ? root.edge : (root.width - width) / 2
        y: root.frame.floor - height - Theme.mm(3)
        spacing: Theme.gap

        TouchButton {
            visible: root.stage.evidence.counted
            icon: how.brief ? "chart-bar" : ""
            text: how.brief ? "" : root.stage.phrases.words.figures
            spoken: root.stage.phrases.words.figures
            onActivated: root.stage.navigation.openSheet(Sheets.figures)
        }

        TouchButton {
            icon: how.brief ? "book" : ""
            text: how.brief ? "" : root.stage.phrases.words.how_known
            spoken: root.stage.phrases.words.how_known
            onActivated: root.stage.navigation.openSheet(Sheets.sources)
        }
    }
}
