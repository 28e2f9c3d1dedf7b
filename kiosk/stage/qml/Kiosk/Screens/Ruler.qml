pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// The campaign from its first day to its last: a tap chooses a phase, a drag the hour.
Item {
    id: root

    objectName: "ruler"

    required property Phrasebook phrases
    required property Playhead playhead
    required property Timeline timeline
    required property Moment moment
    // The em of its words in px.
    property int textSize: Theme.leastText

    readonly property real unit: textSize / 41
    readonly property int nameHeight: Math.round(62 * unit)
    readonly property int dayHeight: Math.round(46 * unit)
    readonly property real headX: timeline.share * width
    readonly property bool held: hands.dragging
    // How far the playhead's mark stands out at the first and the last hour.
    readonly property int overhang: mark.width / 2

    implicitHeight: nameHeight + Math.round(4 * unit) + dayHeight

    Repeater {
        model: root.timeline.segments

        Item {
            id: segment

            required property int index
            required property string key
            required property string name
            required property real begins
            required property real finishes
            required property bool current

            // The name, or where it has no room beside the playhead its number.
            readonly property real apart: 22 * root.unit
            readonly property real pad: Math.min(14 * root.unit, Math.max(4 * root.unit, (width - nameSize.advanceWidth) / 2))
            readonly property real head: root.headX - x
            readonly property bool fits: roomFor(nameSize.advanceWidth)
            readonly property string said: fits ? name : String(index + 1)

            function met(across: real): bool {
                return head > pad - apart && head < pad + across + apart;
            }

            function roomFor(across: real): bool {
                if (across + 8 * root.unit > width)
                    return false;
                return !met(across) || head + apart + across <= width || head - apart - across >= 4 * root.unit;
            }

            x: Math.round(begins * root.width)
            width: Math.round(finishes * root.width) - x - (finishes < 1 ? Math.round(6 * root.unit) : 0)
            height: root.nameHeight

            Rectangle {
                anchors.fill: parent
                color: segment.current ? Theme.inkRaised : Theme.bar
            }

            Rectangle {
                width: parent.width
                height: Math.max(1, Math.round((segment.current ? 7 : 2) * root.unit))
                color: Theme.amber
            }

            TextMetrics {
                id: nameSize

                font: word.font
                text: segment.name
            }

            // Steps aside for the playhead.
            BodyText {
                id: word

                readonly property real after: segment.head + segment.apart

                anchors.verticalCenter: parent.verticalCenter
                anchors.verticalCenterOffset: Math.round(3 * root.unit)
                walked: false
                x: Math.round(!segment.met(implicitWidth) ? segment.pad : after + implicitWidth <= segment.width ? after : segment.head - segment.apart - implicitWidth)
                text: segment.said
                color: segment.current ? Theme.paper : Theme.amber
                font.family: Theme.serif
                font.weight: segment.current ? Font.DemiBold : Font.Normal
                font.pixelSize: root.textSize
                wrapMode: Text.NoWrap
            }
        }
    }

    // Days are light, nights dark.
    Rectangle {
        id: strip

        y: root.height - height
        width: root.width
        height: root.dayHeight
        color: root.timeline.nights.length > 0 ? Theme.day : Theme.night
    }

    Repeater {
        model: root.timeline.nights

        Rectangle {
            required property var modelData

            x: Math.round(modelData[0] * root.width)
            y: strip.y
            width: Math.round(modelData[1] * root.width) - x
            height: strip.height
            color: Theme.night
        }
    }

    Repeater {
        model: root.timeline.marks

        Rectangle {
            required property real modelData

            x: Math.round(modelData * root.width) - width / 2
            y: strip.y
            width: Math.max(1, Math.round(3 * root.unit))
            height: Math.round(7 * root.unit)
            color: Theme.muted
        }
    }

    TextMetrics {
        id: figures

        font.family: Theme.sans
        font.pixelSize: root.textSize
        font.weight: Font.Bold
        text: root.timeline.longestDay
    }

    Repeater {
        id: days

        // As many are named as have room.
        readonly property real needed: figures.advanceWidth + 8 * root.unit
        readonly property int step: Math.max(1, Math.ceil(needed * count / Math.max(1, root.width)))

        model: root.timeline.days

        BodyText {
            required property int index
            required property string name
            required property real begins
            required property real finishes

            readonly property bool now: root.timeline.share >= begins && (root.timeline.share < finishes || finishes >= 1)

            x: Math.round(Math.max(0, Math.min(root.width - implicitWidth, (begins + finishes) / 2 * root.width - implicitWidth / 2)))
            y: strip.y
            height: strip.height
            visible: index % days.step === 0
            walked: false
            verticalAlignment: Text.AlignVCenter
            text: name
            color: Theme.paper
            font.pixelSize: root.textSize
            font.weight: now ? Font.Bold : Font.Normal
            lineHeight: 1
            wrapMode: Text.NoWrap
        }
    }

    // The playhead.
    Rectangle {
        id: line

        x: Math.round(root.headX - width / 2)
        y: -Math.round(9 * root.unit)
        width: Math.round(5 * root.unit)
        height: strip.y - y - mark.height / 2
        color: Theme.amber
    }

    Icon {
        id: mark

        x: Math.round(root.headX - width / 2)
        y: strip.y - Math.round(0.84 * height)
        name: "playhead"
        colour: Theme.amber
        side: Math.round(44 * root.unit)
    }

    Reachable {
        id: hands

        readonly property bool dragging: drag.active
        // As assistive technology asks a slider for them, in hours.
        readonly property real value: root.playhead.hours
        readonly property real minimumValue: 0
        readonly property real maximumValue: root.playhead.span
        readonly property real stepSize: 1

        anchors.fill: parent
        role: Accessible.Slider
        spoken: root.phrases.words.timeline
        stands: root.moment.text
        steps: true
        onStepped: by => root.playhead.step(by)

        TapHandler {
            longPressThreshold: 0
            gesturePolicy: TapHandler.WithinBounds
            onTapped: point => root.timeline.openPhaseAt(point.position.x / root.width)
        }

        DragHandler {
            id: drag

            target: null
            yAxis.enabled: false
            onCentroidChanged: {
                if (active)
                    root.timeline.scrub(centroid.position.x / root.width);
            }
        }

        // What of it takes a touch for a phase.
        Repeater {
            model: root.timeline.segments

            Item {
                required property int index
                required property string key
                required property string name
                required property string dates
                required property real begins
                required property real finishes
                required property bool current

                x: Math.round(begins * root.width)
                width: Math.round(finishes * root.width) - x - (finishes < 1 ? Theme.gap : 0)
                height: root.height
                Accessible.role: Accessible.Button
                Accessible.name: `${name}, ${dates}`
                Accessible.selected: current
                Accessible.ignored: !visible || !enabled
                Accessible.onPressAction: {
                    if (!Assistance.press(Window.window))
                        root.timeline.openPhase(index);
                }
            }
        }
    }
}
