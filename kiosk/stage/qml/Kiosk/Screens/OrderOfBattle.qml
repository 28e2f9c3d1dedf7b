pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// One side as a tree of formations; a touch opens the formation's card.
Item {
    id: root

    required property Stage stage
    required property Rows formations
    required property string name
    required property string second
    required property color colour

    Rectangle {
        id: band

        width: parent.width
        height: Theme.mm(1.6)
        color: root.colour
    }

    Flow {
        id: heading

        anchors.top: band.bottom
        anchors.topMargin: Theme.mm(3)
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

    ReadingPane {
        anchors.top: heading.bottom
        anchors.topMargin: Theme.mm(3)
        anchors.bottom: parent.bottom
        width: parent.width
        stage: root.stage
        spacing: Theme.gap
        swipes: true
        onForward: root.stage.navigation.forward()
        onBack: root.stage.navigation.back()

        Repeater {
            model: root.formations

            FormationRow {
                stage: root.stage
                width: parent ? parent.width : 0
            }
        }
    }
}
