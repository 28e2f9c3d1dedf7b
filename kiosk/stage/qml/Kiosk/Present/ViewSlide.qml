import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The map alone, its name beneath.
Item {
    id: root

    required property Deck deck
    required property SlideFrame frame

    Rectangle {
        width: parent.width
        height: root.frame.plateHeight
        anchors.bottom: parent.bottom
        color: Theme.ink

        Row {
            anchors.verticalCenter: parent.verticalCenter
            x: root.frame.margin
            spacing: Theme.mm(8)

            DisplayText {
                id: name

                text: root.deck.title
                font.pixelSize: Theme.heading
                wrapMode: Text.NoWrap
            }

            DisplayText {
                anchors.baseline: name.baseline
                visible: text !== ""
                text: root.deck.second
                color: Theme.muted
                font.pixelSize: Theme.leastText
                font.weight: Font.Normal
                wrapMode: Text.NoWrap
            }
        }

        BodyText {
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: root.frame.margin
            text: root.deck.overline
            color: Theme.muted
            wrapMode: Text.NoWrap
        }
    }
}
