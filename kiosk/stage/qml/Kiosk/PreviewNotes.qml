pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls

// What is wrong with the content, over its preview. Sized for a desk, not for the exhibit's screen.
Rectangle {
    id: root

    property list<string> lines: []
    property bool stale: false
    property bool hidden: false

    readonly property int px: 15

    anchors.left: parent?.left
    anchors.right: parent?.right
    anchors.bottom: parent?.bottom
    height: column.height + 2 * px
    visible: lines.length > 0 && !hidden
    color: Qt.rgba(0, 0, 0, 0.92)
    z: 1
    Accessible.role: Accessible.AlertMessage
    Accessible.name: lines.join("\n")

    Rectangle {
        width: parent.width
        height: 3
        color: root.stale ? Theme.alarm : Theme.amber
    }

    Column {
        id: column

        x: root.px
        y: root.px
        width: parent.width - 2 * root.px
        spacing: root.px / 3

        Repeater {
            model: root.lines

            Text {
                required property string modelData

                width: parent ? parent.width : 0
                text: modelData
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                color: "white"
                font.family: Theme.sans
                font.pixelSize: root.px
            }
        }
    }
}
