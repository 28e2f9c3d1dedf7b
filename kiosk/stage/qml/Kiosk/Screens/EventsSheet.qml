pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// The phase hour by hour, opened at the last event; a touch brings the map to an event's hour.
Sheet {
    id: root

    required property Playhead playhead
    required property Page page
    required property Timeline timeline
    required property Moment moment

    property Item latest

    function toLatest() {
        if (latest)
            toItem(latest);
    }

    title: phrases.words.what_happened
    overline: page.overline
    onOpenChanged: if (open)
        later.restart()
    Component.onCompleted: if (open)
        later.restart()

    // Goes with the sheet, as Qt.callLater does not.
    Timer {
        id: later

        interval: 0
        onTriggered: root.toLatest()
    }

    Repeater {
        model: root.timeline.events

        Item {
            id: event

            required property int index
            required property string key
            required property string when
            required property string text
            required property real hours

            readonly property bool last: key === root.moment.eventKey
            readonly property bool passed: root.playhead.hours >= hours

            width: parent ? parent.width : 0
            height: Math.max(Theme.target, told.height)
            onLastChanged: if (last)
                root.latest = event
            Component.onCompleted: if (last)
                root.latest = event
            activeFocusOnTab: true
            Accessible.role: Accessible.Button
            Accessible.name: `${when}: ${text}`
            Accessible.onPressAction: root.playhead.seek(hours)
            Keys.onReturnPressed: root.playhead.seek(hours)

            Rectangle {
                anchors.fill: parent
                visible: event.last
                color: Theme.inkRaised
            }

            Rectangle {
                anchors.left: parent.left
                width: Theme.mm(event.last ? 2 : 1)
                height: parent.height
                color: event.passed ? Theme.amber : Theme.rule
            }

            Column {
                id: told

                anchors.left: parent.left
                anchors.leftMargin: Theme.mm(4)
                anchors.right: go.left
                anchors.rightMargin: Theme.mm(3)

                BodyText {
                    width: parent.width
                    text: event.when
                    color: Theme.amber
                }

                BodyText {
                    width: parent.width
                    text: event.text
                }
            }

            Icon {
                id: go

                anchors.right: parent.right
                anchors.rightMargin: Theme.mm(2)
                anchors.verticalCenter: parent.verticalCenter
                name: "map-pin"
                colour: Theme.amber
            }

            TapHandler {
                longPressThreshold: 0
                onTapped: root.playhead.seek(event.hours)
            }
        }
    }
}
