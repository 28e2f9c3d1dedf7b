import QtQuick

// Text for reading.
Text {
    property bool balanced: false
    // What follows belongs to it.
    property bool heading: false

    rightPadding: balanced ? Theme.spare(text, font, width) : 0
    color: Theme.paper
    font.family: Theme.sans
    font.pixelSize: Theme.body
    lineHeight: Theme.lineHeight
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
}
