import QtQuick
import Kiosk.Controls

// A figure between its ends on an axis 0 to 1; an arrow says that it may be more, or less.
Item {
    id: root

    required property real low
    required property real high
    required property bool openEnded
    property bool openBelow: false
    property color colour: Theme.paper
    property bool fromZero: false
    property bool single: false
    property int thickness: Theme.mm(4)

    readonly property int dot: Theme.mm(4)
    readonly property int axis: width - Theme.mm(14)
    readonly property int from: Math.round(low * axis)
    readonly property int to: Math.round(high * axis)

    height: visible ? thickness + Theme.mm(2) : 0

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: root.axis + root.dot
        height: Theme.hairline
        color: Theme.rule
    }

    // What no account goes below, solid; what they differ on, open; what one voice alone says, striped.
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        x: root.fromZero ? 0 : root.from
        width: root.fromZero ? root.from : root.to - root.from + root.dot
        height: root.thickness
        radius: root.fromZero ? 0 : height / 2
        color: root.single ? "transparent" : root.colour
        border.color: root.colour
        border.width: root.single ? Theme.mm(0.6) : 0

        Stripes {
            anchors.fill: parent
            visible: root.single
            colour: root.colour
        }
    }

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.fromZero && root.to > root.from
        x: root.from
        width: root.to - root.from
        height: root.thickness
        color: Qt.rgba(root.colour.r, root.colour.g, root.colour.b, 0.3)
        border.color: root.colour
        border.width: Theme.mm(0.6)
    }

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.openEnded
        x: root.to + (root.fromZero ? Theme.mm(1) : Theme.mm(5))
        name: "chevron-right"
        colour: Theme.paper
        side: Theme.mm(7)
    }

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.openBelow
        x: root.from - width - Theme.mm(1)
        name: "chevron-left"
        colour: Theme.paper
        side: Theme.mm(7)
    }
}
