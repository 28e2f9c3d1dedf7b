pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// What is on the map means; over the map alone also which layers it shows.
Sheet {
    id: root

    required property Navigation navigation
    required property Atlas atlas

    readonly property bool layered: navigation.screen === Screens.maps

    title: layered ? `${phrases.words.legend} · ${phrases.words.layers}` : phrases.words.legend

    Grid {
        id: lists

        // Two lists beside each other where both have room for a sign and some words.
        readonly property int gap: Theme.mm(6)
        readonly property int half: (width - gap) / 2
        readonly property bool paired: half >= Theme.mm(50) + Theme.body * 6
        readonly property int column: paired ? half : width

        readonly property int pitch: Math.max(bodies.tallest, lines.tallest, ground.tallest)

        width: parent ? parent.width : 0
        columns: paired ? 2 : 1
        columnSpacing: gap
        rowSpacing: bodies.spacing

        KeyList {
            id: bodies

            width: lists.column
            pitch: lists.pitch
            title: root.phrases.words.key_bodies
            rows: root.atlas.bodies
        }

        Column {
            width: lists.column
            spacing: bodies.spacing

            KeyList {
                id: lines

                width: parent.width
                pitch: lists.pitch
                title: root.phrases.words.key_lines
                rows: root.atlas.lines
            }

            // Its heading is as high as a row, so that rows stand beside each other.
            KeyList {
                id: ground

                width: parent.width
                pitch: lists.pitch
                slotted: lists.paired && lines.visible
                title: root.phrases.words.key_ground
                rows: root.atlas.ground
            }
        }
    }

    DisplayText {
        width: parent.width
        visible: root.layered
        text: root.phrases.words.layers
        font.pixelSize: Theme.heading
    }

    Flow {
        width: parent.width
        visible: root.layered
        spacing: Theme.gap

        Repeater {
            model: root.atlas.layers

            TouchButton {
                id: layer

                required property int index
                required property string key
                required property string name
                required property bool shown

                width: Math.min(implicitWidth, parent ? parent.width : implicitWidth)
                role: Accessible.CheckBox
                icon: shown ? "check" : "minus"
                text: name
                wraps: implicitWidth > width
                chosen: shown
                holdsTouch: false
                onActivated: {
                    root.atlas.toggleLayer(key);
                    root.toItem(layer);
                }
            }
        }
    }

    BodyText {
        width: parent.width
        visible: root.layered
        text: root.atlas.credit
        color: Theme.muted
    }
}
