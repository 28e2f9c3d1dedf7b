import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The map alone, its name beneath.
Item {
    id: root

    required property Deck deck
    required property SlideFrame frame

    Item {
        width: parent.width
        height: root.frame.plateHeight
        anchors.bottom: parent.bottom

        Row {
            y: Math.round((parent.height - height) * (root.frame.upright ? 0.25 : 0.5))
            anchors.left: parent.left
            anchors.leftMargin: root.frame.margin
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
            anchors.left: parent.left
            anchors.leftMargin: root.frame.upright ? root.frame.margin : parent.width - width - root.frame.margin
            y: Math.round((parent.height - height) * (root.frame.upright ? 0.85 : 0.5))
            text: root.deck.overline
            color: Theme.muted
            wrapMode: Text.NoWrap
        }
    }
}
