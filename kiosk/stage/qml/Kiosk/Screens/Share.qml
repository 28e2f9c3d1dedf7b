import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// A way, and the share of earlier visitors who chose it.
Item {
    id: root

    required property Phrasebook phrases
    required property string text
    required property bool chosen
    required property real share

    Accessible.role: Accessible.StaticText
    Accessible.ignored: !visible
    Accessible.name: `${text} — ${phrases.say("others_chose", [Math.round(share * 100)])}`
    implicitHeight: words.height + Theme.mm(3)

    BodyText {
        id: words

        width: parent.width - percent.width - Theme.mm(4)
        text: root.text
        font.weight: root.chosen ? Font.Bold : Font.Normal
    }

    BodyText {
        id: percent

        anchors.right: parent.right
        text: `${Math.round(root.share * 100)}%`
        color: Theme.muted
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: Math.round(parent.width * root.share)
        height: Theme.mm(1.6)
        color: Theme.muted
    }
}
