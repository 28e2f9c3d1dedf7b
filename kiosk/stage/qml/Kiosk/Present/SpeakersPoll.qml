pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// The show of hands before the speaker: the count for each choice, and how to enter it.
Column {
    id: root

    required property Phrasebook phrases
    required property Deck deck
    required property int px

    readonly property Delivery delivery: deck.delivery

    spacing: Math.round(px * 0.5)

    Row {
        width: parent.width

        Repeater {
            id: choices

            model: root.deck.points

            Item {
                id: choice

                required property int index
                required property string mark
                required property int hands
                required property bool next

                width: Math.floor(root.width / Math.max(1, choices.count))
                height: Math.round(root.px * 3)

                Rectangle {
                    anchors.fill: parent
                    anchors.rightMargin: Math.round(root.px * 0.4)
                    color: Theme.inkRaised
                    border.color: choice.next ? Theme.amber : Theme.rule
                    border.width: choice.next ? 3 : 1
                }

                Row {
                    anchors.centerIn: parent
                    spacing: Math.round(root.px * 0.6)

                    Letter {
                        mark: choice.mark
                        px: root.px
                    }

                    NoteText {
                        anchors.verticalCenter: parent.verticalCenter
                        text: choice.hands < 0 ? "–" : choice.hands
                        font.pixelSize: Math.round(root.px * 1.4)
                        font.weight: Font.Bold
                    }
                }

                TapHandler {
                    onTapped: root.delivery.addHands(choice.index, 1)
                }

                TapHandler {
                    acceptedButtons: Qt.RightButton
                    onTapped: root.delivery.addHands(choice.index, -1)
                }
            }
        }
    }

    NoteText {
        width: parent.width
        text: root.phrases.say("count_hands", [root.deck.nextMark])
        color: Theme.muted
        font.pixelSize: Math.round(root.px * 0.9)
    }
}
