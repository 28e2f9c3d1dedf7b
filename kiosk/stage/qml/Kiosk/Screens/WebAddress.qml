import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// An address on the web, as a code to be read by a visitor's own device, and in letters.
Column {
    id: root

    required property Phrasebook phrases
    required property string web

    visible: web !== ""
    spacing: Theme.mm(3)

    Image {
        id: code

        transform: Face {
            of: code
        }
        // As wide as whole pixels of the screen allow.
        width: implicitWidth / Screen.devicePixelRatio
        height: implicitHeight / Screen.devicePixelRatio
        source: root.visible ? `image://qr/${encodeURIComponent(root.web)}/${Math.round(Theme.mm(48) * Screen.devicePixelRatio)}` : ""
        Accessible.role: Accessible.Graphic
        Accessible.name: root.phrases.say("qr_code", [root.web])
        Accessible.ignored: !visible
    }

    BodyText {
        width: parent.width
        text: root.web
        wrapMode: Text.WrapAnywhere
    }
}
