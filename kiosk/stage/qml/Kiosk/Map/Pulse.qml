pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// Rings about the place of an event: they go out three times, then stand.
Item {
    id: root

    required property bool active

    visible: active
    onActiveChanged: {
        if (active && !Theme.reducedMotion)
            beat.restart();
        else
            beat.stop();
        beatShare = 1;
    }

    property real beatShare: 1

    NumberAnimation {
        id: beat

        target: root
        property: "beatShare"
        from: 0.2
        to: 1
        duration: 1200
        loops: 3
        easing.type: Easing.OutCubic
    }

    Repeater {
        model: [96, 150]

        Rectangle {
            required property int index
            required property int modelData

            readonly property int side: Math.round(2 * Theme.px(modelData) * root.beatShare)

            x: -side / 2
            y: -side / 2
            width: side
            height: side
            radius: side / 2
            color: "transparent"
            border.color: Theme.paper
            border.width: Theme.px(5)
            opacity: index === 0 ? 0.9 : 0.45
        }
    }
}
