pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// What the speaker alone is to see, where they have a window of their own: all slides, and questions.
Item {
    id: root

    required property Phrasebook phrases
    required property Deck deck
    required property bool shown
    property int px: Theme.leastText

    readonly property Delivery delivery: deck.delivery

    FadeLoader {
        anchors.fill: parent
        shown: root.shown && root.delivery.mode === Modes.overview
        sourceComponent: Overview {
            deck: root.deck
        }
    }

    FadeLoader {
        anchors.fill: parent
        shown: root.shown && root.delivery.mode === Modes.offer
        sourceComponent: Question {
            px: root.px
            title: root.phrases.words.talk_left
            text: root.phrases.say("talk_left_how", [root.delivery.offered + 1])
        }
    }

    FadeLoader {
        anchors.fill: parent
        shown: root.shown && root.delivery.mode === Modes.ending
        sourceComponent: Question {
            px: root.px
            title: root.phrases.words.talk_end
            text: root.phrases.words.talk_end_how
        }
    }
}
