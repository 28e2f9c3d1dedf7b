pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// What visitors see when there is nothing that can be shown.
Window {
    id: root

    required property list<string> titles
    required property list<string> reasons

    color: Theme.ink

    // On the grid of all screens; several languages share its height.
    readonly property real unit: Math.min(width, height) / 1080 * Math.min(1, 3 / Math.max(1, titles.length))
    readonly property int margin: Math.round(Math.min(width, height) / 1080 * (height > width ? 56 : 64))

    Column {
        x: root.margin
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 2 * root.margin
        spacing: Math.round(root.unit * 48)

        Repeater {
            model: root.titles.length

            Column {
                id: said

                required property int index

                width: parent ? parent.width : 0
                spacing: Math.round(root.unit * 12)

                Rectangle {
                    visible: said.index > 0
                    width: parent.width
                    height: Math.max(1, Math.round(root.unit * 2))
                    color: Theme.rule
                }

                DisplayText {
                    width: parent.width
                    topPadding: said.index > 0 ? said.spacing * 2 : 0
                    text: root.titles[said.index]
                    font.pixelSize: Math.round(root.unit * 84)
                }

                BodyText {
                    width: parent.width
                    text: root.reasons[said.index]
                    color: Theme.muted
                    font.pixelSize: Math.round(root.unit * 54)
                }
            }
        }
    }

    Shortcut {
        sequences: ["Ctrl+Q"]
        onActivated: Qt.quit()
    }
}
