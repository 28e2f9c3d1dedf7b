pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// A commander's question: what was known, the ways to go, the show of hands, what happened.
SlideColumn {
    id: root

    required property Deck deck

    readonly property bool asked: deck.delivery.step > 0

    spacing: Theme.mm(5)

    BodyText {
        width: parent.width
        visible: !root.asked
        text: root.deck.overline
        color: Theme.muted
    }

    DisplayText {
        width: parent.width
        text: root.deck.title
        font.pixelSize: root.asked ? Theme.heading : Theme.title
    }

    DisplayText {
        width: parent.width
        visible: text !== "" && !root.asked && root.area.width > root.area.height
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
    }

    BodyText {
        width: parent.width
        visible: !root.deck.decided
        balanced: true
        text: root.deck.question
        font.weight: Font.Bold
    }

    Repeater {
        model: root.deck.points

        Row {
            id: way

            required property string mark
            required property string text
            required property bool shown
            required property bool taken

            width: root.width
            visible: shown && (taken || !root.deck.decided)
            spacing: Theme.mm(5)

            Rectangle {
                id: letter

                width: Math.round(Theme.leastText * 1.5)
                height: width
                radius: width / 2
                color: way.taken ? Theme.amber : "transparent"
                border.color: Theme.amber
                border.width: Theme.mm(0.8)

                BodyText {
                    anchors.centerIn: parent
                    text: way.mark
                    color: way.taken ? Theme.ink : Theme.amber
                    font.weight: Font.Bold
                }
            }

            BodyText {
                width: way.width - letter.width - way.spacing
                topPadding: Math.round((letter.height - font.pixelSize * 1.45) / 2)
                text: way.text
                font.weight: way.taken ? Font.Bold : Font.Normal
            }
        }
    }

    DisplayText {
        width: parent.width
        topPadding: Theme.mm(3)
        visible: text !== "" && !root.deck.decided
        text: root.deck.call
    }

    BodyText {
        width: parent.width
        visible: root.deck.decided
        text: root.deck.call
    }
}
