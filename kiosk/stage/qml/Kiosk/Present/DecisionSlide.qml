pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// A commander's question: what was known, the ways to go, the show of hands, what happened.
SlideColumn {
    id: root

    objectName: "DecisionSlide"

    required property Deck deck

    readonly property Delivery delivery: deck.delivery
    readonly property bool asked: delivery.step > 0

    spacing: root.deck.decided ? Theme.mm(3) : Theme.mm(5)

    BodyText {
        width: parent.width
        visible: !root.asked
        text: root.deck.overline
        color: Theme.muted
    }

    DisplayText {
        width: parent.width
        text: root.deck.title
        font.pixelSize: root.asked ? Theme.heading : root.titleSize
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
        textFormat: Text.StyledText
    }

    BodyText {
        width: parent.width
        visible: !root.deck.decided
        balanced: true
        text: root.deck.question
        font.weight: Font.Bold
        bottomPadding: root.asked ? Theme.mm(2) : 0
    }

    Repeater {
        model: root.deck.points

        Row {
            id: way

            required property int index
            required property string mark
            required property string text
            required property bool shown
            required property bool taken
            required property string tag
            required property string reply
            required property int hands
            required property real share

            width: root.width
            visible: shown
            spacing: root.deck.decided ? Theme.mm(3) : Theme.mm(5)

            Letter {
                id: letter

                mark: way.mark
                filled: way.taken
            }

            Column {
                width: way.width - letter.width - way.spacing

                BodyText {
                    width: parent.width
                    topPadding: Math.round((letter.height - font.pixelSize * 1.45) / 2)
                    balanced: true
                    text: way.text
                    font.weight: way.taken ? Font.Bold : Font.Normal
                }

                BodyText {
                    visible: text !== "" && !root.deck.weighed
                    text: way.tag
                    color: Theme.amber
                    font.weight: Font.Bold
                }

                BodyText {
                    width: parent.width
                    visible: text !== ""
                    text: way.reply
                    color: Theme.muted
                }

                HandBar {
                    width: parent.width
                    visible: way.hands >= 0 && !root.deck.weighed
                    hands: way.hands
                    share: way.share
                }
            }

            TapHandler {
                acceptedDevices: PointerDevice.TouchScreen
                gesturePolicy: TapHandler.WithinBounds
                enabled: root.delivery.polling && root.delivery.mode === Modes.slide
                onTapped: root.delivery.addHands(way.index, 1)
            }
        }
    }

    DisplayText {
        width: parent.width
        topPadding: Theme.mm(3)
        visible: text !== "" && !root.deck.decided && !root.deck.counted
        text: root.deck.call
    }

    BodyText {
        width: parent.width
        visible: text !== "" && root.deck.decided
        text: root.deck.call
    }
}
