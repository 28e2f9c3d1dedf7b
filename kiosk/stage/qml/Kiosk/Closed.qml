pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// What visitors see when there is nothing that can be shown.
Window {
    id: root

    required property list<string> titles
    required property list<string> reasons

    color: Theme.ink

    Column {
        anchors.centerIn: parent
        width: parent.width * 0.8
        spacing: root.height * 0.08

        Repeater {
            model: root.titles.length

            Column {
                required property int index

                width: parent ? parent.width : 0
                spacing: root.height * 0.015

                DisplayText {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: root.titles[parent.index]
                    font.pixelSize: Math.round(Math.min(root.width, root.height) * 0.06)
                }

                BodyText {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: root.reasons[parent.index]
                    color: Theme.muted
                    font.pixelSize: Math.round(Math.min(root.width, root.height) * 0.035)
                }
            }
        }
    }

    Shortcut {
        sequences: ["Ctrl+Q"]
        onActivated: Qt.quit()
    }
}
