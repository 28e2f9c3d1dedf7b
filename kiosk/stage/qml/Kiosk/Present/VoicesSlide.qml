pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Screens
import Kiosk.Stage

// What sources answer differently: a voice a click, figures on a common axis. Beside a map those that
// have room; where none bears on the question all of them, over the whole of a wide slide.
SlideColumn {
    id: root

    required property Deck deck
    required property Evidence evidence
    required property bool beside

    // The last ones that have room beneath the question, and of these the last with their names.
    readonly property int most: beside ? 4 : deck.steps
    readonly property int named: beside ? 2 : deck.steps
    // Who says it stands in a column of its own where the words have the whole slide.
    readonly property int answer: beside ? width : Math.round(width / 2)
    readonly property int step: deck.delivery.step

    lone: step === 0
    spacing: Theme.mm(5)

    BodyText {
        width: parent.width
        visible: root.step === 0
        text: root.deck.overline
        color: Theme.muted
    }

    DisplayText {
        width: parent.width
        text: root.deck.title
        font.pixelSize: root.step === 0 ? root.titleSize : Theme.heading
        bottomPadding: Theme.mm(2)
    }

    Repeater {
        model: root.evidence.voices

        Column {
            id: voice

            required property int index
            required property string who
            required property string says
            required property bool drawn
            required property real low
            required property real high
            required property bool openEnded

            width: root.width
            visible: index < root.step && index >= root.step - root.most

            Flow {
                width: parent.width

                BodyText {
                    width: root.answer
                    rightPadding: root.beside ? 0 : Theme.mm(8)
                    text: voice.says
                    font.weight: Font.Bold
                }

                BodyText {
                    width: root.beside ? parent.width : parent.width - root.answer
                    visible: voice.index >= root.step - root.named
                    text: voice.who
                    color: Theme.muted
                }
            }

            RangeBar {
                width: parent.width
                visible: voice.drawn
                low: voice.low
                high: voice.high
                openEnded: voice.openEnded
            }
        }
    }
}
