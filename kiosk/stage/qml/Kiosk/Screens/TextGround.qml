pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// The dark that the map runs under, so that text stands on even ground.
Item {
    id: root

    required property StageFrame frame

    readonly property int solid: twoSided ? frame.sideWidth : frame.textRight
    readonly property int edge: Theme.px(160)
    readonly property int apart: Theme.mm(1.5)
    // What stands at the foot has no ground of its own.
    readonly property bool footed: !frame.portrait && !frame.barred && frame.foot > 0
    readonly property int mapFloor: frame.portrait ? frame.mapHeight : frame.floor
    readonly property bool twoSided: frame.sideWidth > 0 && !frame.portrait && !frame.covered

    // A little of the map is seen through it.
    readonly property color ground: Qt.rgba(Theme.ink.r, Theme.ink.g, Theme.ink.b, Theme.highContrast ? 1 : 0.94)

    component ColumnRule: Rectangle {
        property bool mirrored: false

        width: root.apart
        height: root.frame.floor
        color: Theme.ink

        Rectangle {
            anchors.right: parent.mirrored ? undefined : parent.right
            width: Theme.mm(0.6)
            height: parent.height
            color: Theme.rule
        }
    }

    visible: frame.grounded && (!frame.covered || (frame.portrait && frame.sheetRect.y <= frame.mapHeight))

    Rectangle {
        visible: !root.frame.portrait
        width: root.solid
        height: parent.height
        color: root.ground
    }

    Rectangle {
        visible: !root.frame.portrait && !Theme.highContrast
        x: root.solid
        width: root.edge
        height: parent.height
        gradient: Gradient {
            orientation: Gradient.Horizontal

            GradientStop {
                position: 0
                color: root.ground
            }

            GradientStop {
                position: 1
                color: Qt.rgba(Theme.ink.r, Theme.ink.g, Theme.ink.b, 0)
            }
        }
    }

    // In high contrast a line parts words from map.
    ColumnRule {
        visible: Theme.highContrast && !root.frame.portrait
        x: root.solid
    }

    ColumnRule {
        visible: Theme.highContrast && root.twoSided
        x: parent.width - root.frame.sideWidth - width
        mirrored: true
    }

    Rectangle {
        visible: Theme.highContrast && root.frame.portrait
        y: root.frame.mapHeight - height
        width: parent.width
        height: Theme.mm(0.6)
        color: Theme.rule
    }

    Rectangle {
        visible: root.twoSided
        x: parent.width - root.frame.sideWidth
        width: root.frame.sideWidth
        height: parent.height
        color: Theme.ink
    }

    Rectangle {
        visible: root.twoSided && !Theme.highContrast
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

    // The map ends above text and doors.
    Rectangle {
        visible: root.frame.portrait || root.footed
        y: root.mapFloor
        width: parent.width
        height: parent.height - y
        color: Theme.ink
    }

    Rectangle {
        visible: (root.frame.portrait || root.footed) && !Theme.highContrast
        y: root.mapFloor - height
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
