pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Signs of the map under a heading: each as large as it is drawn there, its name, what it means.
Column {
    id: root

    required property string title
    required property Rows rows

    // Signs grow half as fast as text, here as on the map.
    readonly property real grown: 1 + (Theme.textScale - 1) / 2
    readonly property real signs: Theme.mm(36) * grown

    visible: rows.count > 0
    spacing: Theme.mm(1.5)

    DisplayText {
        width: parent.width
        text: root.title
        font.pixelSize: Theme.heading
    }

    Repeater {
        model: root.rows

        Row {
            id: meaning

            required property int index
            required property string source
            required property real wideMm
            required property string name
            required property string text

            readonly property int signWidth: Math.round(Math.min(root.signs, Theme.mm(wideMm) * root.grown))

            width: parent ? parent.width : 0
            spacing: Theme.mm(3)

            Item {
                width: root.signs
                height: Math.max(sign.height, said.height)

                Image {
                    id: sign

                    anchors.centerIn: parent
                    width: meaning.signWidth
                    height: implicitHeight / Screen.devicePixelRatio
                    source: Theme.toned(`${meaning.source}/${Math.round(width * Screen.devicePixelRatio)}`)
                }
            }

            Column {
                id: said

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x

                BodyText {
                    width: parent.width
                    text: meaning.name
                    font.weight: Font.Bold
                }

                BodyText {
                    width: parent.width
                    visible: text !== ""
                    text: meaning.text
                    color: Theme.muted
                }
            }
        }
    }
}
