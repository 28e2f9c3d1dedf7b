pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// The campaign from its first day to its last: a tap chooses a phase, a drag the hour. Of phases with
// no room for a finger a tap brings the list.
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
    readonly property int dayHeight: Math.round(46 * unit)
    readonly property real headX: timeline.share * width
    readonly property bool held: hands.dragging
    readonly property bool crowded: timeline.least * width < Theme.target
    // How far the playhead's mark stands out at the first and the last hour.
    readonly property int overhang: mark.width / 2

    implicitHeight: names.height + Math.round(4 * unit) + dayHeight

    PhaseNames {
        id: names

        width: root.width
        timeline: root.timeline
        textSize: root.textSize
        headX: root.headX
        crowded: root.crowded
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

    // A long tick where the clock stands when it plays, a short one at what it passes.
    Repeater {
        model: root.timeline.marks

        Rectangle {
            required property var modelData

            readonly property bool stands: modelData[1]

            x: Math.round(modelData[0] * root.width - width / 2)
            y: strip.y - (stands ? Math.round(7 * root.unit) : 0)
            width: Math.max(1, Math.round((stands ? 5 : 3) * root.unit))
            height: strip.y + Math.round(7 * root.unit) - y
            color: stands ? Theme.paper : Theme.muted
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

        // As many are named as have room; the first and the last keep within the ruler.
        readonly property real inwards: Math.max(0, figures.advanceWidth / 2 - root.timeline.margin * root.width)
        readonly property real needed: figures.advanceWidth + 8 * root.unit + inwards
        readonly property var named: root.timeline.named(needed / Math.max(1, root.width))

        model: root.timeline.days

        BodyText {
            required property string name
            required property real begins
            required property real finishes
            required property real about
            required property int order

            readonly property bool now: root.timeline.share >= begins && (root.timeline.share < finishes || finishes >= 1)

            x: Math.round(Math.max(0, Math.min(root.width - implicitWidth, about * root.width - implicitWidth / 2)))
            y: strip.y
            height: strip.height
            visible: days.named.includes(order)
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

    // The playhead's mark, over the names.
    Icon {
        id: mark

        x: Math.round(root.headX - width / 2)
        y: -Math.round(21 * root.unit)
        name: "playhead"
        colour: Theme.amber
        side: Math.round(48 * root.unit)
    }

    // The phases one by one, by keys and assistive technology; a touch finds them by its place.
    Repeater {
        model: root.timeline.segments

        Reachable {
            required property int index
            required property string key
            required property string number
            required property string name
            required property string dates
            required property real begins
            required property real finishes
            required property bool current

            x: Math.round(begins * root.width)
            width: Math.round(finishes * root.width) - x - (finishes < 1 ? Theme.gap : 0)
            height: root.height
            spoken: (names.lacking ? [number, name, dates] : [name, dates]).join(root.phrases.words.comma)
            Accessible.selected: current
            onActivated: root.timeline.openPhase(index)
        }
    }

    Reachable {
        id: hands

        readonly property bool dragging: drag.active
        // As assistive technology asks a slider for them, in hours; a step may be a month by and large.
        readonly property real value: root.playhead.hours
        readonly property real minimumValue: 0
        readonly property real maximumValue: root.playhead.span
        readonly property real stepSize: root.timeline.stepHours

        anchors.fill: parent
        role: Accessible.Slider
        spoken: root.phrases.words.timeline
        stands: root.moment.text
        steps: true
        onStepped: by => root.playhead.step(by)

        TapHandler {
            longPressThreshold: 0
            gesturePolicy: TapHandler.WithinBounds
            onTapped: point => {
                if (root.crowded)
                    root.timeline.askAt(point.position.x / root.width);
                else
                    root.timeline.openPhaseAt(point.position.x / root.width);
            }
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
    }
}
