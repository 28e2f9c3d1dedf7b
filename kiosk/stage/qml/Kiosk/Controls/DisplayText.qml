import QtQuick

// Titles and names.
Text {
    objectName: "DisplayText"
    property bool balanced: true

    rightPadding: balanced && horizontalAlignment === Text.AlignLeft ? Theme.spare(text, font, width) : 0
    color: Theme.paper
    font.family: Theme.serif
    font.weight: Font.DemiBold
    font.pixelSize: Theme.title
    lineHeight: 0.9
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
}
