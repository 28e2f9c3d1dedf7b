pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// A side: its name, what it counted, and the lanes of those of its formations that matter most.
Item {
    id: root

    objectName: "LaneBank"

    required property Navigation navigation
    required property string name
    required property string second
    required property color colour
    required property string strength
    required property Rows lanes
    required property bool ruled
    required property int trackLeft
    required property int trackWidth
    required property real share
    // The room of the heading at the right is somebody else's.
    required property int taken

    required property color foe
    // How far beneath one another the banks stand, and which of them this is.
    required property real apart
    required property int number
    // Its first lane bears its name, and there is no other.
    required property bool slim

    // A long name takes two lines.
    readonly property bool long: letters.advanceWidth > width
    readonly property int headHeight: Math.max(Theme.target, Math.round(long ? Theme.leastText * 2.7 : Theme.body * 1.5))
    // Where the first lane begins.
    readonly property int lead: slim ? 0 : headHeight + Theme.gap
    readonly property int laneHeight: Math.max(Theme.target, Math.round(Theme.body * 1.45))
    readonly property int pitch: laneHeight + Theme.gap
    // Where its heading ends.
    readonly property int headEnd: counted.visible ? counted.x + counted.width : other.visible ? other.x + other.width : heading.width
    // Where those of all sides end.
    required property list<int> heads
    readonly property int most: slim ? 1 : Math.max(1, Math.floor((height - lead + Theme.gap) / pitch))

    TextMetrics {
        id: letters

        font.family: Theme.serif
        font.weight: Font.DemiBold
        font.pixelSize: Theme.leastText
        text: root.name
    }

    DisplayText {
        id: heading

        visible: !root.slim
        height: root.headHeight
        width: Math.min(implicitWidth, root.width)
        verticalAlignment: Text.AlignVCenter
        balanced: false
        text: root.name
        stands: other.visible ? Theme.inSecond(root.second) : ""
        font.pixelSize: Theme.large ? Theme.body : Theme.lead
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.leastText
        lineHeight: 0.85
        wrapMode: Text.WordWrap
    }

    BodyText {
        id: other

        readonly property int start: heading.width + Theme.px(16)

        part: true
        visible: !root.slim && !Theme.large && text !== "" && start + implicitWidth <= root.width - root.taken
        x: start
        y: heading.baselineOffset - baselineOffset
        text: root.second
        color: Theme.muted
        font.family: Theme.serif
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: counted

        readonly property int start: (other.visible ? other.x + other.width : heading.width) + Theme.px(40)

        visible: !root.slim && text !== "" && start + implicitWidth <= root.width - root.taken
        x: start
        y: heading.baselineOffset - baselineOffset
        text: root.strength
        wrapMode: Text.NoWrap
    }

    Column {
        y: root.lead
        width: parent.width
        spacing: Theme.gap

        Repeater {
            model: root.lanes

            LaneRow {
                id: row

                width: root.width
                height: root.laneHeight
                bank: root
                party: root.slim ? root.name : ""
                clear: root.heads[joins] ?? 0
                headingHeight: root.headHeight
                visible: rank < root.most
                navigation: root.navigation
                ruled: root.ruled
                trackLeft: root.trackLeft
                trackWidth: root.trackWidth
                share: root.share
                tint_: Theme.lane(root.colour)
                place: root.number
                foe: root.foe
                over: (joins - root.number) * root.apart + (root.slim ? height : root.headHeight) / 2 - root.lead - y - height / 2
            }
        }
    }
}
