pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// A thin line from something on the map to its words; it may end in it with a dot.
Item {
    id: root

    required property point from
    required property point to
    property bool dotted: false
    property color color: Theme.paper

    readonly property real length: Math.hypot(to.x - from.x, to.y - from.y)
    readonly property real turn: Math.atan2(to.y - from.y, to.x - from.x) * 180 / Math.PI

    component Stroke: Rectangle {
        x: root.from.x
        y: root.from.y - height / 2
        width: root.length
        transformOrigin: Item.Left
        rotation: root.turn
        antialiasing: true
    }

    component Spot: Rectangle {
        visible: root.dotted
        x: root.from.x - width / 2
        y: root.from.y - width / 2
        height: width
        radius: width / 2
    }

    Stroke {
        height: Theme.mm(1.6)
        color: Theme.ink
    }

    Spot {
        width: Theme.mm(3.4)
        color: Theme.ink
    }

    Stroke {
        height: Theme.mm(0.8)
        color: root.color
    }

    Spot {
        width: Theme.mm(2.4)
        color: root.color
    }
}
