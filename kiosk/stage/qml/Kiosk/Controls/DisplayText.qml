import QtQuick

// Titles and names.
Words {
    objectName: "DisplayText"
    property bool balanced: true

    heading: true
    rightPadding: balanced && horizontalAlignment === Text.AlignLeft ? Theme.spare(text, font, width) : 0
    font.family: Theme.serif
    font.weight: Font.DemiBold
    font.pixelSize: Theme.title
    lineHeight: 0.9
}
