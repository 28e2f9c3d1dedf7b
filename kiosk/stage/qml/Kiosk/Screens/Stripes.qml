pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// Upright stripes, for what rests on one voice alone.
Item {
    id: root

    required property color colour

    readonly property int step: Theme.mm(1.2)

    clip: true

    Row {
        height: parent.height
        spacing: root.step

        Repeater {
            model: root.visible ? Math.ceil(root.width / (2 * root.step)) : 0

            Rectangle {
                width: root.step
                height: root.height
                color: root.colour
            }
        }
    }
}
