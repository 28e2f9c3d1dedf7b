pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// How many went in and how many were lost: a row a voice, on one axis for both sides. Who counts one
// side alone is shown as saying nothing of the other.
Sheet {
    id: root

    required property Navigation navigation
    required property Evidence evidence

    title: phrases.words.figures
    space: 0

    Repeater {
        model: root.evidence.told

        Column {
            id: told

            required property int index
            required property string heading
            required property string name
            required property string range
            required property string note
            required property color colour
            required property int place
            required property string who
            required property string ref
            required property string says
            required property string doubt
            required property real low
            required property real high
            required property bool openEnded
            required property bool silent

            readonly property int axisLeft: Theme.px(24)

            width: parent ? parent.width : 0

            Flow {
                width: parent.width
                topPadding: told.index > 0 ? Theme.mm(6) : 0
                spacing: Theme.mm(5)
                visible: told.heading !== ""

                BodyText {
                    width: Math.min(implicitWidth, told.width)
                    text: `${told.heading} · ${told.name}`
                    heading: true
                    color: Theme.muted
                }

                BodyText {
                    width: Math.min(implicitWidth, told.width)
                    text: told.range
                    heading: true
                    font.family: Theme.serif
                    font.weight: Font.DemiBold
                }

                BodyText {
                    width: Math.min(implicitWidth, told.width)
                    visible: text !== ""
                    text: Theme.together(told.note)
                    color: Theme.muted
                }
            }

            VoiceRow {
                width: parent.width
                navigation: root.navigation
                who: told.who
                ref: told.ref
                says: told.says
                doubt: told.doubt
                drawn: !told.silent
                low: told.low
                high: told.high
                openEnded: told.openEnded
                openBelow: false
                fromZero: true
                axisLeft: told.axisLeft
                axis: width - told.axisLeft - Theme.px(150)
                size: Theme.body
                colour: Theme.side(told.colour)
                place: told.place
                silent: told.silent
            }
        }
    }
}
