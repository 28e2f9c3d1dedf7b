pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// What sources say against each other: one row a voice, figures on a common axis.
Column {
    id: root

    required property Rows voices
    property bool questions: true
    property string dash: ""

    readonly property bool empty: list.count === 0

    spacing: Theme.mm(3)

    Repeater {
        id: list

        model: root.voices

        Column {
            id: voice

            required property int index
            required property string question
            required property string who
            required property string says
            required property bool drawn
            required property real low
            required property real high
            required property bool openEnded
            required property bool openBelow
            required property string least
            required property string most

            width: parent ? parent.width : 0

            BodyText {
                width: parent.width
                topPadding: Theme.mm(3)
                visible: text !== "" && root.questions
                text: voice.question
                font.weight: Font.Bold
            }

            BodyText {
                width: parent.width
                text: root.questions ? [voice.says, voice.who].join(root.dash) : voice.says
                font.weight: root.questions ? Font.Normal : Font.Bold
            }

            BodyText {
                width: parent.width
                visible: !root.questions
                text: voice.who
                color: Theme.muted
            }

            RangeBar {
                id: axis

                width: parent.width
                visible: voice.drawn
                low: voice.low
                high: voice.high
                openEnded: voice.openEnded
                openBelow: voice.openBelow
            }

            Item {
                id: scale

                visible: voice.most !== ""
                width: axis.axis + axis.dot
                height: visible ? most.height : 0

                BodyText {
                    text: voice.least
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }

                BodyText {
                    id: most

                    anchors.right: parent.right
                    text: voice.most
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
            }
        }
    }
}
