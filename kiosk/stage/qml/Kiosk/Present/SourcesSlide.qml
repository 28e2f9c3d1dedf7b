pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// What it all rests on.
SlideColumn {
    id: root

    required property Deck deck
    required property Phrasebook phrases

    DisplayText {
        width: parent.width
        text: root.phrases.words.how_known
        font.pixelSize: root.titleSize
        bottomPadding: Theme.mm(2)
    }

    Repeater {
        model: root.deck.points

        Row {
            id: source

            required property string text

            width: root.width
            spacing: Theme.mm(4)

            Rectangle {
                y: Theme.leastText * 0.7
                width: Theme.mm(4)
                height: Theme.mm(1)
                color: Theme.muted
            }

            BodyText {
                width: parent.width - Theme.mm(8)
                text: source.text
            }
        }
    }

    BodyText {
        width: parent.width
        visible: text !== ""
        text: root.deck.rest
        color: Theme.muted
    }

    BodyText {
        width: parent.width
        text: root.deck.credit
        color: Theme.muted
    }
}
