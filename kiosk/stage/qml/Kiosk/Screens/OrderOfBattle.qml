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

    spacing: Theme.gap

    Rectangle {
        width: parent.width
        height: Theme.mm(1.6)
        color: Theme.side(root.colour)
    }

    Flow {
        id: heading

        width: parent.width
        spacing: Theme.mm(3)

        DisplayText {
            width: Math.min(implicitWidth, heading.width)
            balanced: false
            text: root.name
            font.pixelSize: Theme.heading
        }

        DisplayText {
            width: Math.min(implicitWidth, heading.width)
            visible: text !== "" && !Theme.large
            balanced: false
            text: root.second
            color: Theme.muted
            font.pixelSize: Theme.leastText
            font.weight: Font.Normal
        }
    }

    Repeater {
        model: root.formations

        FormationRow {
            navigation: root.navigation
            width: parent ? parent.width : 0
        }
    }
}
