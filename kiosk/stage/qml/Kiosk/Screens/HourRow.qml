pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// The hour over the map, with a step back and a step on.
Item {
    id: root

    required property Phrasebook phrases
    required property Playhead playhead
    required property Moment moment

    implicitWidth: row.width
    implicitHeight: row.height

    component Hour: TouchButton {
        required property int step

        icon: step < 0 ? "chevron-left" : "chevron-right"
        textSize: Theme.bounded
        padding: Theme.mm(3)
        spoken: step < 0 ? root.moment.stepBack : root.moment.stepOn
        onPressedChanged: pressed ? root.playhead.hold(step) : root.playhead.letGo()
        onActivated: root.playhead.tap(step)
    }

    Row {
        id: row

        spacing: Theme.gap

        Hour {
            step: -1
        }

        Item {
            width: widest.advanceWidth
            height: parent.height

            TextMetrics {
                id: widest

                font: now.font
                text: root.moment.widest
            }

            BodyText {
                id: now

                anchors.horizontalCenter: parent.horizontalCenter
                height: parent.height
                text: root.moment.text
                font.pixelSize: Theme.bounded
                font.weight: Font.Bold
                style: Text.Outline
                styleColor: Theme.ink
                lineHeight: 1
                wrapMode: Text.NoWrap
            }
        }

        Hour {
            step: 1
        }
    }
}
