import QtQuick
import Kiosk.Controls

// One way that a commander could have gone, to be chosen.
Touchable {
    id: root

    required property string text

    readonly property int indent: Theme.mm(4)

    implicitHeight: Math.max(Theme.target, words.height + 2 * Theme.mm(3))
    holdsTouch: false
    spoken: text

    BodyText {
        id: words

        x: root.indent
        anchors.verticalCenter: parent.verticalCenter
        width: root.width - 2 * root.indent
        text: root.text
        color: root.tint
    }
}
