pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The phases one below the other, where they have no room for a finger on the ruler; opened at the
// one that was meant there.
Sheet {
    id: root

    required property Timeline timeline

    function toAsked() {
        const asked = rows.itemAt(timeline.asked);
        if (asked)
            toItem(asked);
    }

    title: phrases.words.all_phases
    space: Theme.gap
    onOpenChanged: if (open)
        later.restart()
    Component.onCompleted: if (open)
        later.restart()

    // Goes with the sheet, as Qt.callLater does not.
    Timer {
        id: later

        interval: 0
        onTriggered: root.toAsked()
    }

    Repeater {
        id: rows

        model: root.timeline.segments

        Touchable {
            id: phase

            required property int index
            required property string number
            required property string name
            required property string dates
            required property bool current

            width: parent ? parent.width : 0
            implicitHeight: Math.max(Theme.target, told.height + 2 * told.y)
            plain: true
            holdsTouch: false
            chosen: current
            spoken: [number, name, dates].join(Theme.comma)
            onActivated: {
                root.closed();
                root.timeline.openPhase(index);
            }

            BodyText {
                part: true
                x: Theme.mm(2)
                y: told.y
                width: widest.advanceWidth
                horizontalAlignment: Text.AlignRight
                text: phase.number
                color: phase.chosen ? Theme.paper : Theme.muted
            }

            Column {
                id: told

                anchors.left: parent.left
                anchors.leftMargin: Theme.mm(5) + widest.advanceWidth
                anchors.right: parent.right
                anchors.rightMargin: Theme.mm(2)
                y: Theme.crest + Theme.mm(1)

                BodyText {
                    part: true
                    width: parent.width
                    text: Theme.together(phase.name)
                    color: phase.tint
                    font.family: Theme.serif
                    font.weight: phase.chosen ? Font.DemiBold : Font.Normal
                }

                BodyText {
                    part: true
                    width: parent.width
                    text: phase.dates
                    color: phase.chosen ? Theme.paper : Theme.muted
                }
            }
        }
    }

    TextMetrics {
        id: widest

        font.family: Theme.sans
        font.pixelSize: Theme.body
        text: root.timeline.segments.count > 9 ? "00" : "0"
    }
}
