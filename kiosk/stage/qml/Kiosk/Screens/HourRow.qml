pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Map
import Kiosk.Stage

// The hour over the map, with an hour back and an hour on.
Item {
    id: root

    required property Stage stage

    implicitWidth: row.width
    implicitHeight: row.height

    component Hour: TouchButton {
        required property int step

        icon: step < 0 ? "chevron-left" : "chevron-right"
        textSize: Theme.bounded
        padding: Theme.mm(3)
        spoken: step < 0 ? root.stage.phrases.words.hour_back : root.stage.phrases.words.hour_on
        onPressedChanged: pressed ? root.stage.playhead.hold(step) : root.stage.playhead.letGo()
        onActivated: root.stage.playhead.tap(step)
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
                text: root.stage.moment.widest
            }

            BodyText {
                id: now

                anchors.centerIn: parent
                text: root.stage.moment.text
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

    KeptFree {
        stage: root.stage
        key: "hour"
    }
}
