pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// How many went in and how many were lost, as ranges on one axis.
Sheet {
    id: root

    required property Evidence evidence

    title: phrases.words.figures
    space: Theme.mm(6)

    Flow {
        width: parent.width
        spacing: Theme.mm(3)

        Meaning {
            text: root.phrases.words.one_voice
            fill: "transparent"
            striped: true
        }

        Meaning {
            text: root.phrases.words.all_agree
            fill: Theme.muted
        }

        Meaning {
            text: root.phrases.words.accounts_differ
            fill: "transparent"
        }
    }

    Repeater {
        model: root.evidence.figures

        Column {
            id: figure

            required property int index
            required property string heading
            required property string name
            required property color colour
            required property string text
            required property string voices
            required property real low
            required property real high
            required property bool openEnded
            required property bool single

            width: parent ? parent.width : 0
            spacing: Theme.mm(1)

            BodyText {
                width: parent.width
                text: `${figure.heading} · ${figure.name}`
                color: Theme.muted
            }

            DisplayText {
                width: parent.width
                text: figure.text
                font.pixelSize: Theme.heading
            }

            RangeBar {
                width: parent.width
                low: figure.low
                high: figure.high
                openEnded: figure.openEnded
                colour: Theme.side(figure.colour)
                fromZero: true
                single: figure.single
                thickness: Theme.mm(9)
            }

            BodyText {
                width: parent.width
                text: figure.voices
                color: Theme.muted
            }
        }
    }

    component Meaning: Row {
        property alias text: words.text
        property alias fill: sample.color
        property alias striped: stripes.visible

        spacing: Theme.mm(2)

        Rectangle {
            id: sample

            anchors.verticalCenter: parent.verticalCenter
            width: Theme.mm(8)
            height: Theme.mm(5)
            border.color: Theme.muted
            border.width: Theme.mm(0.6)

            Stripes {
                id: stripes

                anchors.fill: parent
                visible: false
                colour: Theme.muted
            }
        }

        BodyText {
            id: words

            color: Theme.muted
        }
    }
}
