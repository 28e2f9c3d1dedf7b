pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// A claim, then who makes it, then what speaks against it.
SlideColumn {
    id: root

    required property Deck deck

    readonly property bool opened: deck.delivery.step === 0

    spacing: Theme.mm(5)

    BodyText {
        width: parent.width
        visible: root.opened
        text: root.deck.overline
        color: Theme.muted
    }

    DisplayText {
        width: parent.width
        text: root.deck.title
        font.pixelSize: root.opened ? root.titleSize : Theme.heading
    }

    DisplayText {
        width: parent.width
        visible: text !== "" && root.opened
        text: root.deck.second
        color: Theme.muted
        font.pixelSize: Theme.leastText
        font.weight: Font.Normal
        bottomPadding: Theme.mm(2)
    }

    BodyText {
        width: parent.width
        visible: text !== ""
        text: root.deck.text
        textFormat: Text.StyledText
    }

    Repeater {
        model: root.deck.points

        Item {
            id: point

            required property int index
            required property string mark
            required property string text
            required property bool shown

            width: root.width
            height: lines.height
            visible: shown && index === root.deck.delivery.step - 1

            Rectangle {
                anchors.left: parent.left
                width: Theme.mm(1)
                height: parent.height
                color: Theme.rule
            }

            Column {
                id: lines

                anchors.left: parent.left
                anchors.leftMargin: Theme.mm(5)
                anchors.right: parent.right
                spacing: Theme.mm(2)

                BodyText {
                    width: parent.width
                    text: point.mark
                    color: Theme.muted
                }

                BodyText {
                    width: parent.width
                    text: point.text
                    font.pixelSize: Math.round(Theme.leastText * 1.08)
                }
            }
        }
    }
}
