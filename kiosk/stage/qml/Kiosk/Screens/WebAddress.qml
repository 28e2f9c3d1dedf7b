import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// An address on the web, as a code to be read by a visitor's own device, and in letters.
Item {
    id: root

    required property Phrasebook phrases
    required property string web
    // What it leads to, and whether the words stand beside the code; else above it and beneath.
    property string title
    property bool beside: false

    readonly property int wordsLeft: beside ? Math.ceil(code.width) + 2 * Theme.gap : 0
    readonly property int beneathTitle: head.visible ? head.height + Theme.gap : 0

    visible: web !== ""
    implicitWidth: wordsLeft + Math.ceil(Math.max(beside ? 0 : code.width, head.implicitWidth, letters.implicitWidth))
    implicitHeight: Math.max(letters.y + letters.height, code.y + code.height)

    BodyText {
        id: head

        x: root.wordsLeft
        width: parent.width - x
        visible: text !== ""
        text: root.title
        heading: true
        color: Theme.muted
    }

    Image {
        id: code

        transform: Face {
            of: code
        }
        y: root.beside ? 0 : root.beneathTitle
        // As near to it as whole pixels of the screen come.
        width: implicitWidth / Screen.devicePixelRatio
        height: implicitHeight / Screen.devicePixelRatio
        source: root.web !== "" ? `image://qr/${encodeURIComponent(root.web)}/${Math.round(Theme.mm(48) * Screen.devicePixelRatio)}` : ""
        Accessible.role: Accessible.Graphic
        Accessible.name: root.phrases.say("qr_code", [root.web])
        Accessible.ignored: !visible
    }

    BodyText {
        id: letters

        x: root.wordsLeft
        y: root.beside ? root.beneathTitle : code.y + code.height + Theme.gap
        width: parent.width - x
        text: root.web
    }
}
