import QtQuick
import Kiosk.Controls

// Words of the speaker's screen.
Text {
    id: root

    transform: Face {
        of: root
    }

    horizontalAlignment: Theme.mirrored ? Text.AlignRight : undefined
    color: Theme.paper
    font.family: Theme.sans
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    lineHeight: Theme.lineHeight
}
