pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Screens
import Kiosk.Stage

// What sources answer differently: a voice a click, figures on a common axis.
SlideColumn {
    id: root

    required property Deck deck
    required property Evidence evidence

    // The last ones that have room beneath the question, and of these the last with their names.
    readonly property int most: 4
    readonly property int named: 2
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

            BodyText {
                width: parent.width
                text: voice.says
                font.weight: Font.Bold
            }

            BodyText {
                width: parent.width
                visible: voice.index >= root.step - root.named
                text: voice.who
                color: Theme.muted
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
