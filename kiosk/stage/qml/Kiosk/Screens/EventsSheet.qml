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
    space: Theme.gap
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

        Touchable {
            id: event

            required property int index
            required property string key
            required property string when
            required property string text
            required property real hours

            readonly property bool passed: root.playhead.hours >= hours

            width: parent ? parent.width : 0
            implicitHeight: Math.max(Theme.target, told.height + 2 * told.y)
            plain: true
            holdsTouch: false
            chosen: key === root.moment.eventKey
            spoken: Theme.told(event.when, event.text)
            onChosenChanged: if (chosen)
                root.latest = event
            Component.onCompleted: if (chosen)
                root.latest = event
            onActivated: root.playhead.seek(hours)

            readonly property int line: Theme.px(24)
            readonly property int middle: told.y + Math.round(when.height / 2)

            Rectangle {
                x: event.line - width / 2
                width: Theme.px(3)
                height: event.height + root.space
                visible: event.index < root.timeline.events.count - 1
                color: Theme.rule
            }

            // What has passed by the hour that the map shows has a full dot.
            Dot {
                x: event.line - width / 2
                y: event.middle - height / 2
                side: Theme.px(full ? 34 : 24)
                full: event.passed
            }

            Column {
                id: told

                anchors.left: parent.left
                anchors.leftMargin: 2 * event.line + Theme.px(16)
                y: Theme.crest + Theme.mm(1)
                anchors.right: go.left
                anchors.rightMargin: Theme.mm(3)

                BodyText {
                    id: when

                    width: parent.width
                    heading: true
                    text: event.when
                    color: event.tint
                    font.family: Theme.serif
                    font.weight: event.chosen ? Font.DemiBold : Font.Normal
                }

                BodyText {
                    width: parent.width
                    text: Theme.together(event.text)
                }
            }

            Icon {
                id: go

                anchors.right: parent.right
                anchors.rightMargin: Theme.mm(2)
                anchors.verticalCenter: parent.verticalCenter
                name: "map-pin"
                colour: event.tint
            }
        }
    }
}
