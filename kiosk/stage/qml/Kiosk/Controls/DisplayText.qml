import QtQuick

// Titles and names.
Text {
    color: Theme.paper
    font.family: Theme.serif
    font.weight: Font.DemiBold
    font.pixelSize: Theme.title
    lineHeight: 0.9
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
}
