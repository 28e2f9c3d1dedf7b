import QtQuick
import Kiosk.Controls

// The letter of a choice in its ring; filled, it is the one that was taken.
Rectangle {
    id: root

    objectName: "Letter"

    required property string mark
    property int px: Theme.leastText
    property bool filled: false

    width: Math.round(px * 1.5)
    height: width
    radius: width / 2
    color: filled ? Theme.amber : "transparent"
    border.color: Theme.amber
    border.width: Math.max(1, Math.round(px * 0.08))

    BodyText {
        anchors.centerIn: parent
        text: root.mark
        color: root.filled ? Theme.ink : Theme.amber
        font.pixelSize: root.px
        font.weight: Font.Bold
    }
}
