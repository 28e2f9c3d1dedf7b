pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// What happened in the phase, day by day where there is much of it, opened at the last event; a touch
// brings the map to an event's hour.
Sheet {
    id: root

    required property Playhead playhead
    required property Page page
    required property Timeline timeline
    required property Moment moment

    readonly property bool indexed: timeline.eventDays.count > 0
    // The number of the day whose events are listed.
    property int day: 0
    property Item latest

    onIndexedChanged: day = (latest as Event)?.day ?? 0

    function toLatest() {
        if (latest)
            toItem(latest);
    }

    title: phrases.words.what_happened
    overline: indexed ? "" : page.overline
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

    Flow {
        width: parent.width
        visible: root.indexed
        spacing: Theme.gap

        Repeater {
            model: root.timeline.eventDays

            TouchButton {
                required property int index
                required property string name

                text: name
                chosen: root.day === index
                holdsTouch: false
                onActivated: root.day = index
            }
        }
    }

    FontMetrics {
        id: letters

        font.family: Theme.sans
        font.pixelSize: Theme.body
    }

    component Event: Touchable {
        id: event

        required property int index
        required property string key
        required property string when
        required property string text
        required property real hours
        required property int day
        required property string hour
        required property bool last

        readonly property bool passed: root.playhead.hours >= hours

        width: parent ? parent.width : 0
        implicitHeight: Math.max(Theme.target, told.height + 2 * told.y)
        plain: true
        holdsTouch: false
        visible: !root.indexed || day === root.day
        chosen: key === root.moment.eventKey
        spoken: Theme.told(event.when, event.text)
        onChosenChanged: mark()
        Component.onCompleted: mark()

        function mark() {
            if (!chosen)
                return;
            root.latest = event;
            root.day = day;
        }

        onActivated: root.playhead.seek(hours)

        readonly property int line: Theme.px(24)
        readonly property int middle: told.y + Math.round(letters.height / 2)

        Rectangle {
            x: event.line - width / 2
            width: Theme.px(3)
            height: event.height + root.space
            visible: !event.last
            color: Theme.rule
        }

        // What has passed by the hour that the map shows has a full dot.
        Dot {
            x: event.line - width / 2
            y: event.middle - height / 2
            side: Theme.px(full ? 34 : 24)
            full: event.passed
        }

        BodyText {
            id: told

            readonly property string lead: root.indexed ? event.hour : event.when
            readonly property string said: Theme.leading("", Theme.together(event.text))

            anchors.left: parent.left
            anchors.leftMargin: 2 * event.line + Theme.px(16)
            y: Theme.crest + Theme.mm(1)
            anchors.right: go.left
            anchors.rightMargin: Theme.mm(3)
            textFormat: Text.StyledText
            text: lead === "" ? said : `<font color="${event.tint}"><b>${Theme.leading("", lead)}</b></font>&nbsp; ${said}`
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

    Repeater {
        model: root.timeline.events

        Event {}
    }
}
