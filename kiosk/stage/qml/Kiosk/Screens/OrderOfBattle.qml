pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// One side as a tree of formations; a touch opens the formation's card.
Item {
    id: root

    required property Phrasebook phrases
    required property Navigation navigation
    required property Rows formations
    required property string name
    required property string second
    required property color colour

    Rectangle {
        id: band

        width: parent.width
        height: Theme.mm(1.6)
        color: Theme.side(root.colour)
    }

    SideName {
        id: heading

        anchors.top: band.bottom
        anchors.topMargin: Theme.mm(3)
        width: parent.width
        visible: !Theme.large
        name: root.name
        second: root.second
    }

    ReadingPane {
        anchors.top: Theme.large ? band.bottom : heading.bottom
        anchors.topMargin: Theme.mm(3)
        anchors.bottom: parent.bottom
        width: parent.width
        phrases: root.phrases
        spacing: Theme.gap
        swipes: true
        onForward: root.navigation.forward()
        onBack: root.navigation.back()

        // Large text has no room for a name that stays.
        SideName {
            width: parent.width
            visible: Theme.large
            name: root.name
        }

        Repeater {
            model: root.formations

            FormationRow {
                navigation: root.navigation
                width: parent ? parent.width : 0
            }
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
            font.pixelSize: Theme.heading
        }

        DisplayText {
            width: Math.min(implicitWidth, side.width)
            visible: text !== ""
            balanced: false
            text: side.second
            color: Theme.muted
            font.pixelSize: Theme.leastText
            font.weight: Font.Normal
        }
    }
}
