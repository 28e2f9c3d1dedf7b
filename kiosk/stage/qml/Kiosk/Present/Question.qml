import QtQuick
import Kiosk.Controls

// Something that the speaker is asked, over the slide.
Rectangle {
    id: root

    required property int px
    property string title
    property string text

    color: Qt.rgba(Theme.ink.r, Theme.ink.g, Theme.ink.b, 0.94)

    Column {
        anchors.centerIn: parent
        width: Math.round(parent.width * 0.7)
        spacing: Math.round(root.px * 0.6)

        DisplayText {
            width: parent.width
            text: root.title
            font.pixelSize: Math.round(root.px * 1.6)
        }

        BodyText {
            width: parent.width
            text: root.text
            font.pixelSize: root.px
        }
    }
}
