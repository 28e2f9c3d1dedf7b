pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// The dark that the map runs under, so that text stands on even ground.
Item {
    id: root

    required property StageFrame frame

    readonly property int solid: twoSided ? frame.sideWidth : frame.textWidth
    readonly property int edge: Theme.mm(18)
    readonly property bool twoSided: frame.screenName === "forces" && !frame.portrait && !frame.covered

    visible: frame.screenName !== "maps" && (!frame.covered || (frame.portrait && frame.sheetRect.y <= frame.mapHeight))

    Rectangle {
        visible: !root.frame.portrait
        width: root.solid
        height: parent.height
        color: Theme.ink
    }

    Rectangle {
        visible: !root.frame.portrait
        x: root.solid
        width: root.edge
        height: parent.height
        gradient: Gradient {
            orientation: Gradient.Horizontal

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
        visible: root.twoSided
        x: parent.width - root.frame.sideWidth
        width: root.frame.sideWidth
        height: parent.height
        color: Theme.ink
    }

    Rectangle {
        visible: root.twoSided
        x: parent.width - root.frame.sideWidth - root.edge
        width: root.edge
        height: parent.height
        gradient: Gradient {
            orientation: Gradient.Horizontal

            GradientStop {
                position: 0
                color: Qt.rgba(Theme.ink.r, Theme.ink.g, Theme.ink.b, 0)
            }

            GradientStop {
                position: 1
                color: Theme.ink
            }
        }
    }

    Rectangle {
        visible: root.frame.portrait
        y: root.frame.mapHeight
        width: parent.width
        height: parent.height - y
        color: Theme.ink
    }

    Rectangle {
        visible: root.frame.portrait
        y: root.frame.mapHeight - height
        width: parent.width
        height: Theme.mm(9)
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.rgba(Theme.ink.r, Theme.ink.g, Theme.ink.b, 0)
            }

            GradientStop {
                position: 1
                color: Theme.ink
            }
        }
    }
}
