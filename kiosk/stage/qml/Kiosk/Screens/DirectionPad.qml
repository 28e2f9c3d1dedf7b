pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Moves what is before the visitor by single touches.
Item {
    id: root

    required property Phrasebook phrases
    // Room from top to bottom.
    required property int most

    readonly property int side: Math.max(Theme.target, Math.min(Math.round(Theme.body * 1.5), Math.floor((most - 2 * Theme.gap) / 3)))
    readonly property int pitch: side + Theme.gap
    readonly property real share: 0.3

    // West is at the left however the screen is mirrored.
    readonly property string westward: Theme.mirrored ? "chevron-right" : "chevron-left"
    readonly property string eastward: Theme.mirrored ? "chevron-left" : "chevron-right"

    // By shares of what is seen.
    signal pressed(real east, real south)

    width: 2 * pitch + side
    height: width

    Repeater {
        model: [
            {
                key: "north",
                icon: "chevron-up",
                east: 0,
                south: -1
            },
            {
                key: "west",
                icon: root.westward,
                east: -1,
                south: 0
            },
            {
                key: "east",
                icon: root.eastward,
                east: 1,
                south: 0
            },
            {
                key: "south",
                icon: "chevron-down",
                east: 0,
                south: 1
            }
        ]

        TouchButton {
            required property var modelData

            x: (1 + (Theme.mirrored ? -1 : 1) * modelData.east) * root.pitch
            y: (1 + modelData.south) * root.pitch
            width: root.side
            height: root.side
            icon: modelData.icon
            spoken: root.phrases.words[modelData.key]
            onActivated: root.pressed(modelData.east * root.share, modelData.south * root.share)
        }
    }
}
