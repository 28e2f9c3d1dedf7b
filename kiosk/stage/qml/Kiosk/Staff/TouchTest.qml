pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Desk

// Draws what the glass feels: fields that were touched light up, so dead ones stay dark and ghosts
// light up alone; and four rings tell how the frame is turned.
Item {
    id: root

    required property Gate gate
    property var felt: ({})

    onVisibleChanged: felt = {}

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
    }

    Grid {
        id: fields

        readonly property int across: Math.max(4, Math.round(root.width / Theme.mm(20)))
        readonly property int down: Math.max(4, Math.round(root.height / Theme.mm(20)))

        anchors.fill: parent
        columns: across

        Repeater {
            model: fields.across * fields.down

            Rectangle {
                required property int index

                width: root.width / fields.across
                height: root.height / fields.down
                color: root.felt[index] ? Theme.inkRaised : Theme.ink
                border.color: Theme.rule
                border.width: Theme.hairline
            }
        }
    }

    Rectangle {
        visible: root.gate.target.length > 0
        x: Math.abs((Theme.mirrored ? 1 : 0) - (root.gate.target[0] ?? 0)) * root.width - width / 2
        y: (root.gate.target[1] ?? 0) * root.height - height / 2
        width: Theme.mm(20)
        height: width
        radius: width / 2
        color: "transparent"
        border.color: Theme.amber
        border.width: Theme.mm(2)
    }

    BodyText {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.margin
        width: Math.min(implicitWidth, root.width - 2 * (Theme.margin + Theme.target + Theme.gap))
        horizontalAlignment: Text.AlignHCenter
        text: root.gate.said
    }

    MultiPointTouchArea {
        anchors.fill: parent
        mouseEnabled: true
        onPressed: points => {
            root.feel(points);
            if (points.length === 1)
                root.gate.meet(points[0].x / root.width, points[0].y / root.height);
        }
        onUpdated: points => root.feel(points)
    }

    TouchButton {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        text: root.gate.words.staff_back
        onActivated: root.gate.back()
    }

    function feel(points: var) {
        const now = Object.assign({}, felt);
        for (const point of points)
            now[Math.floor(point.y / root.height * fields.down) * fields.across + Math.floor(point.x / root.width * fields.across)] = true;
        felt = now;
    }
}
