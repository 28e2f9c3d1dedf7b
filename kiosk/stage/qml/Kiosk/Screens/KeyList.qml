pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Signs of the map under a heading: each as large as it is drawn there, its name, what it means.
Column {
    id: root

    required property string title
    required property Rows rows
    // The heading takes the height of a row.
    property bool slotted: false

    // Signs grow half as fast as text, here as on the map.
    readonly property real grown: 1 + (Theme.textScale - 1) / 2
    readonly property real signs: Theme.mm(36) * grown
    // The height of all rows, so that those of two lists stand beside each other.
    property int pitch: tallest
    // The rows that are made already; they may come one by one.
    property int added: 0
    readonly property int tallest: {
        let most = Math.ceil(2 * letters.height);
        for (let i = 0; i < added; i++)
            most = Math.max(most, (repeater.itemAt(i) as Meaning)?.need ?? 0);
        return most;
    }

    visible: rows.count > 0
    spacing: Theme.px(12)

    FontMetrics {
        id: letters

        font.family: Theme.sans
        font.pixelSize: Theme.body
    }

    DisplayText {
        width: parent.width
        height: root.slotted ? root.pitch : implicitHeight
        verticalAlignment: Text.AlignBottom
        text: root.title
        font.pixelSize: Theme.heading
    }

    Repeater {
        id: repeater

        model: root.rows
        onItemAdded: root.added += 1
        onItemRemoved: root.added -= 1

        Meaning {}
    }

    component Meaning: Whole {
        id: meaning

        readonly property int need: Math.ceil(Math.max(sign.height, said.height))

        required property int index
        required property string source
        required property real wideMm
        required property string name
        required property string text

        readonly property int signWidth: Math.round(Math.min(root.signs, Theme.mm(wideMm) * root.grown))

        width: parent ? parent.width : 0
        height: Math.max(root.pitch, need)

        Item {
            width: root.signs
            height: meaning.height

            Image {
                id: sign

                transform: Face {
                    of: sign
                }
                anchors.centerIn: parent
                width: meaning.signWidth
                height: implicitHeight / Screen.devicePixelRatio
                source: Theme.toned(`${meaning.source}/${Math.round(width * Screen.devicePixelRatio)}`)
            }
        }

        Column {
            id: said

            anchors.verticalCenter: parent.verticalCenter
            x: root.signs + Theme.mm(3)
            width: parent.width - x

            BodyText {
                width: parent.width
                text: Theme.together(meaning.name)
                font.weight: Font.Bold
            }

            BodyText {
                width: parent.width
                visible: text !== ""
                text: Theme.together(meaning.text)
                color: Theme.muted
            }
        }
    }
}
