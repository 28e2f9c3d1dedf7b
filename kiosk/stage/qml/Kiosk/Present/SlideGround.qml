pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// The dark that the map runs under, so that words stand on even ground.
Item {
    id: root

    required property SlideFrame frame

    component Edge: Rectangle {
        property bool turned: false

        width: root.frame.upright ? root.width : root.frame.edge
        height: root.frame.upright ? root.frame.edge : root.height
        rotation: turned ? 180 : 0
        gradient: Gradient {
            orientation: root.frame.upright ? Gradient.Vertical : Gradient.Horizontal

            GradientStop {
                position: 0
                color: Theme.ink
            }

            GradientStop {
                position: 1
                color: Qt.rgba(Theme.ink.r, Theme.ink.g, Theme.ink.b, 0)
            }
        }
    }

    Rectangle {
        y: root.frame.textTop
        width: root.frame.map && !root.frame.open && !root.frame.covered ? root.frame.textWidth : root.width
        height: root.height - y
        color: Theme.ink
    }

    Edge {
        visible: !root.frame.upright && root.frame.textWidth > 0
        x: root.frame.textWidth
    }

    Edge {
        visible: root.frame.upright && root.frame.map && !root.frame.open
        y: root.frame.textTop - height
        turned: true
    }

    Rectangle {
        visible: root.frame.sided && !root.frame.upright
        x: root.width - width
        width: root.frame.textWidth
        height: root.height
        color: Theme.ink
    }

    Edge {
        visible: root.frame.sided && !root.frame.upright
        x: root.width - root.frame.textWidth - width
        turned: true
    }
}
