pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// What sources say against each other: one row a voice, figures on a common axis.
Column {
    id: root

    required property Navigation navigation
    required property Rows voices
    // The answers that are made already; they may come one by one.
    property int added: 0
    // Few short answers, each with its lines to itself, are large.
    readonly property bool brief: {
        let lines = 0;
        for (let i = 0; i < added; i++)
            lines += Math.ceil(1.1 * ((list.itemAt(i) as Answer)?.wide ?? 0) / Math.max(1, width));
        return !Theme.large && lines <= 4;
    }

    spacing: Theme.mm(root.brief ? 8 : 3)

    component Answer: Column {
        id: voice

        required property int index
        required property string who
        required property string ref
        required property string says
        required property bool drawn
        required property real low
        required property real high
        required property bool openEnded
        required property bool openBelow
        required property string least
        required property string most

        // How wide what is said is on one line, where it is large.
        readonly property real wide: letters.advanceWidth

        width: parent ? parent.width : 0

        TextMetrics {
            id: letters

            font.family: Theme.serif
            font.weight: Font.DemiBold
            font.pixelSize: Theme.lead
            text: voice.says
        }

        BodyText {
            width: parent.width
            text: Theme.together(voice.says)
            heading: true
            font.family: root.brief ? Theme.serif : Theme.sans
            font.weight: root.brief ? Font.DemiBold : Font.Bold
            font.pixelSize: root.brief ? Theme.lead : Theme.body
            lineHeight: root.brief ? 1.15 : Theme.lineHeight
        }

        LinkedText {
            width: parent.width
            navigation: root.navigation
            text: Theme.leading(voice.ref, voice.who)
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

    Repeater {
        id: list

        model: root.voices
        onItemAdded: root.added += 1
        onItemRemoved: root.added -= 1

        Answer {}
    }
}
