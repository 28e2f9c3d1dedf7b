import QtQuick
import Kiosk.Controls

// How many hands went up, and a bar as long as their share of the most.
Row {
    id: root

    objectName: "HandBar"

    required property int hands
    required property real share
    property int px: Theme.leastText

    spacing: Math.round(px * 0.4)

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round((root.width - count.width - root.spacing) * root.share)
        height: Math.round(root.px * 0.5)
        color: Theme.paper
    }

    BodyText {
        id: count

        text: root.hands
        font.pixelSize: root.px
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
    }
}
