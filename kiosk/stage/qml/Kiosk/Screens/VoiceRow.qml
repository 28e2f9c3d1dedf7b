pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// One voice: who says so, and what, its figure on the axis that all rows share.
Item {
    id: root

    required property Navigation navigation
    required property string who
    required property string ref
    required property string says
    required property string doubt
    required property bool drawn
    required property real low
    required property real high
    required property bool openEnded
    required property bool openBelow
    required property bool fromZero
    property Rows ticks: null
    // Where the axis begins, and its length; who speaks stands above it where it begins at the left.
    required property int axisLeft
    required property int axis
    property int size: Theme.lead
    // In which size its words are written.
    property int letters: own
    // How high it is at least: what is said stands in the middle.
    property int room: need + Theme.px(12)
    property color colour: Theme.paper
    // The place of the side whose figure it is among all; -1 of none.
    property int place: -1
    // It says nothing.
    property bool silent: false

    // As large as one line of its words can be, but never too small.
    readonly property int own: Math.max(Theme.body, Math.min(size, fits))
    readonly property int fits: Math.floor(size * line / Math.max(1, Math.ceil(says.advanceWidth)))
    readonly property bool stacked: axisLeft < Theme.px(300)
    readonly property int dot: Theme.px(34)
    readonly property int from: Math.round(low * axis)
    readonly property int to: Math.round(high * axis)
    // What counts from zero says so up to its dot, or behind it where there is more room: never across.
    readonly property int end: axisLeft + to + dot / 2
    readonly property int reach: openEnded ? Theme.px(140) : dot
    readonly property int before: drawn && fromZero ? to + dot / 2 : axis
    readonly property int after: drawn && fromZero ? axis - to - reach : 0
    readonly property int line: !drawn ? width - axisLeft : Math.max(before, after)
    readonly property bool behind: after > 0 && told.implicitWidth > before && after > before

    // The height of its words and its bar, whatever room there is.
    readonly property int answer: drawn ? (behind ? Math.max(told.height, dot) : told.height + dot) : told.height
    readonly property int need: stacked ? speaker.height + answer : Math.max(speaker.height, answer)
    readonly property int above: Math.max(Theme.px(4), Math.round((height - need) / 2))

    implicitHeight: Math.max(need, room)

    Repeater {
        model: root.ticks

        Rectangle {
            required property int index
            required property real at

            x: root.axisLeft + Math.round(at * root.axis)
            width: Theme.hairline
            height: root.height
            color: Theme.rule
        }
    }

    LinkedText {
        id: speaker

        y: root.stacked ? root.above : Math.round((root.height - height) / 2)
        width: root.stacked ? root.width : root.axisLeft - Theme.px(40)
        navigation: root.navigation
        text: Theme.leading(root.ref, root.who) + (root.stacked && root.drawn && root.doubt !== "" ? Theme.leading("", ` · ${root.doubt}`) : "")
        heading: root.stacked
        font.weight: root.ref === "" ? Font.Bold : Font.Normal
    }

    BodyText {
        id: told

        x: root.behind ? root.axisLeft + root.to + root.reach : root.drawn ? Math.max(root.axisLeft, root.end - width) : root.axisLeft
        y: root.stacked ? speaker.y + speaker.height : Math.round((root.height - root.answer) / 2)
        width: Math.min(implicitWidth, root.line)
        text: Theme.together(root.says)
        color: root.silent ? Theme.muted : Theme.paper
        font.family: Theme.serif
        font.weight: Font.DemiBold
        font.pixelSize: root.letters
        lineHeight: 1.15

        TextMetrics {
            id: says

            font.family: told.font.family
            font.weight: told.font.weight
            font.pixelSize: root.size
            text: told.text
        }
    }

    Item {
        id: bar

        visible: root.drawn
        x: root.axisLeft
        y: root.behind ? told.y + (told.height - height) / 2 : told.y + told.height
        width: root.axis
        height: root.drawn ? root.dot : 0

        // From zero to the figure; of what is fewer, from the figure down.
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.fromZero && !root.openBelow
            width: root.from
            height: Theme.px(root.place < 0 ? 6 : 14)
            color: root.fromZero && root.colour !== Theme.paper ? root.colour : Theme.muted

            SidePattern {
                place: root.place
                width: parent.width
                height: parent.height
            }
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.fromZero
            width: parent.width
            height: Theme.hairline
            color: Theme.rule
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.to > root.from
            x: root.from
            width: root.to - root.from
            height: Theme.px(18)
            color: root.colour

            SidePattern {
                place: root.place
                width: parent.width
                height: parent.height
            }
        }

        Repeater {
            model: root.openEnded ? 4 : root.openBelow ? Math.max(1, Math.floor((root.from - root.dot) / Theme.px(22))) : 0

            Rectangle {
                required property int index

                y: Math.round((bar.height - height) / 2)
                x: root.openBelow ? root.from - root.dot / 2 - (index + 1) * Theme.px(22) : root.to + root.dot / 2 + Theme.px(10) + index * Theme.px(22)
                width: Theme.px(12)
                height: Theme.px(9)
                color: root.colour
            }
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.openEnded || root.openBelow
            x: root.openBelow ? -width / 2 : root.to + root.dot / 2 + Theme.px(88)
            name: root.openBelow ? "chevron-left" : "chevron-right"
            colour: root.colour
            side: Theme.px(44)
        }

        // Hollow where no document says it so.
        Dot {
            anchors.verticalCenter: parent.verticalCenter
            x: root.openBelow ? root.from - width / 2 : root.to - width / 2
            side: root.dot
            full: root.doubt === ""
            colour: root.colour
            border.width: Theme.px(5)
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.rule
    }
}
