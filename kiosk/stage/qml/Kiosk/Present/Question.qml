import QtQuick
import Kiosk.Controls

// Something that the speaker is asked, over the slide.
Rectangle {
    id: root

    property string title
    property string text

    color: Qt.rgba(Theme.ink.r, Theme.ink.g, Theme.ink.b, 0.94)

    Column {
        anchors.centerIn: parent
        width: Math.round(parent.width * 0.7)
        spacing: Theme.mm(6)

        DisplayText {
            width: parent.width
            text: root.title
        }

        BodyText {
            width: parent.width
            text: root.text
        }
    }
}
