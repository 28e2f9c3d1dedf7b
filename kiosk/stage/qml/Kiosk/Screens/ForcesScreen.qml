pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage

// The parties face to face, the map between them; of more than two, several beneath each other.
PanelScreen {
    id: root

    required property Stage stage

    readonly property int edge: frame.margin
    readonly property int begin: frame.textTop + Theme.px(frame.portrait ? 12 : 0)
    readonly property int down: (frame.portrait ? how.y : frame.floor) - begin
    // Landscape: between the sides the map, above the buttons on how it is known.
    readonly property int mapFloor: frame.floor - Math.max(Theme.target, Math.round(Theme.body * 1.5)) - Theme.mm(8)
    readonly property rect middleMap: Qt.rect(frame.sideWidth + Theme.mm(10), Theme.px(36), width - 2 * frame.sideWidth - Theme.mm(20), mapFloor - Theme.px(36))
    readonly property int across: frame.portrait ? (width - 3 * edge) / 2 : frame.sideWidth - edge

    frame: StageFrame {
        edges: root.edges
        mapShare: 0.3
        sideWidth: Math.max(width * (Theme.large ? 0.34 : 0.303), Theme.mm(110))
        sheetLeast: 0
        openMap: portrait ? upperMap : root.middleMap
        shownMap: portrait ? Qt.rect(0, 0, width, mapHeight) : Qt.rect(sideWidth, 0, width - 2 * sideWidth, floor)
    }

    Repeater {
        model: root.stage.forces.sides

        OrderOfBattle {
            required property int index
            required property string key

            // The room of those that stand at the same edge.
            readonly property real room: root.down / Math.ceil((root.stage.forces.sides.count - index % 2) / 2)

            visible: !root.frame.covered
            navigation: root.stage.navigation
            phrases: root.stage.phrases
            anchors.left: parent?.left
            anchors.leftMargin: index % 2 === 0 ? root.edge : root.width - width - root.edge
            y: root.begin + Math.floor(index / 2) * room
            width: root.across
            height: room - Theme.gap
        }
    }

    HourRow {
        visible: !root.frame.covered && width <= root.middleMap.width
        x: root.frame.portrait ? root.width - width - root.edge : (root.width - width) / 2
        y: Math.max(Theme.px(36), root.frame.reachTop)
        stage: root.stage
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
        text: root.stage.phrases.words.figures
    }

    Row {
        id: how

        readonly property real room: root.frame.portrait ? root.width - 2 * root.edge : root.width - 2 * (root.edge + root.across + Theme.gap)
        readonly property bool brief: Theme.large || letters.advanceWidth + 2 * Theme.mm(5) > room

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
    }
}
