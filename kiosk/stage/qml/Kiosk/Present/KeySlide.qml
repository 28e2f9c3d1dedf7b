pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Screens
import Kiosk.Stage

// The key of the map, over the slide: what is on the map now. More than has room is drawn smaller.
Rectangle {
    id: root

    objectName: "KeySlide"

    required property Atlas atlas
    required property Phrasebook phrases

    color: Theme.ink

    Grid {
        id: lists

        readonly property int column: Theme.mm(40) + Theme.body * 8
        readonly property real room: root.height - 2 * Theme.mm(10)

        x: Theme.mm(10)
        y: Theme.mm(10)
        scale: Math.min(1, room / height, (root.width - 2 * x) / width)
        transformOrigin: Item.TopLeft
        columns: root.height > root.width ? 2 : 3
        spacing: Theme.mm(8)

        KeyList {
            width: lists.column
            title: root.phrases.words.key_bodies
            rows: root.atlas.bodies
        }

        KeyList {
            width: lists.column
            title: root.phrases.words.key_lines
            rows: root.atlas.lines
        }

        KeyList {
            width: lists.column
            title: root.phrases.words.key_ground
            rows: root.atlas.ground
        }
    }
}
