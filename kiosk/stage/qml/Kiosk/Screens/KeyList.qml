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

    visible: rows.count > 0
    spacing: Theme.mm(2)

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

            readonly property int signWidth: Math.round(Theme.mm(wideMm) * root.grown)

            width: parent ? parent.width : 0
            spacing: Theme.mm(3)

            Item {
                width: Math.max(Theme.mm(36) * root.grown, meaning.signWidth)
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
