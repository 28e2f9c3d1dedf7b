import QtQuick
import Kiosk.Controls

// A figure between its ends on an axis 0 to 1; an arrow says that it may be more, or less.
Item {
    id: root

    required property real low
    required property real high
    required property bool openEnded
    property bool openBelow: false

    readonly property int dot: Theme.mm(4)
    readonly property int axis: width - Theme.mm(14)
    readonly property int from: Math.round(low * axis)
    readonly property int to: Math.round(high * axis)

    height: visible ? dot + Theme.mm(2) : 0

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: root.axis + root.dot
        height: Theme.hairline
        color: Theme.rule
    }

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        x: root.from
        width: root.to - root.from + root.dot
        height: root.dot
        radius: height / 2
        color: Theme.paper
    }

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.openEnded
        x: root.to + Theme.mm(5)
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
