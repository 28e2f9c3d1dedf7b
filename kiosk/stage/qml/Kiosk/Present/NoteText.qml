import QtQuick
import Kiosk.Controls

// Words of the speaker's screen.
Text {
    color: Theme.paper
    font.family: Theme.sans
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    lineHeight: Theme.lineHeight
}
