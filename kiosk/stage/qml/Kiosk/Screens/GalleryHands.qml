import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Turns a gallery on and back, and says which of its pictures is seen.
Row {
    id: root

    required property Phrasebook phrases
    required property string name
    required property int nth
    required property int among

    signal turned(int by)

    height: visible ? Math.max(on.height, told.implicitHeight) : 0
    spacing: Theme.gap

    TouchButton {
        icon: "chevron-left"
        spoken: root.phrases.words.picture_back
        enabled: root.nth > 1
        onActivated: root.turned(-1)
    }

    TouchButton {
        id: on

        icon: "chevron-right"
        spoken: root.phrases.words.picture_on
        enabled: root.nth < root.among
        onActivated: root.turned(1)
    }

    BodyText {
        id: told

        width: root.width - x
        anchors.verticalCenter: parent.verticalCenter
        leftPadding: Theme.mirrored ? 0 : Theme.mm(2)
        rightPadding: Theme.mm(2) - leftPadding
        text: `${root.phrases.say("picture_of", [root.nth, root.among])} · ${root.name}`
    }
}
