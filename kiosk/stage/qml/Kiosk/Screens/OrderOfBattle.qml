pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// One side as a tree of formations; a touch opens the formation's card.
Column {
    id: root

    required property Navigation navigation
    required property Rows formations
    required property string name
    required property string second
    required property color colour
    required property string allied

    objectName: "OrderOfBattle"
    spacing: Theme.gap

    Rectangle {
        width: parent.width
        height: Theme.mm(1.6)
        color: Theme.side(root.colour)
    }

    SideName {
        width: parent.width
        name: root.name
        second: Theme.large ? "" : root.second
    }

    BodyText {
        width: parent.width
        visible: text !== ""
        text: root.allied
    }

    Repeater {
        model: root.formations

        FormationRow {
            navigation: root.navigation
            width: parent ? parent.width : 0
        }
    }

    component SideName: Flow {
        id: side

        required property string name
        property string second

        spacing: Theme.mm(3)

        DisplayText {
            width: Math.min(implicitWidth, side.width)
            balanced: false
            text: side.name
            stands: Theme.inSecond(side.second)
            font.pixelSize: Theme.heading
        }

        DisplayText {
            width: Math.min(implicitWidth, side.width)
            part: true
            visible: text !== ""
            balanced: false
            text: side.second
            color: Theme.muted
            font.pixelSize: Theme.leastText
            font.weight: Font.Normal
        }
    }
}
