import QtQuick

// Titles and names.
Words {
    objectName: "DisplayText"
    property bool balanced: true

    readonly property int spare: balanced ? Theme.spare(text, font, width) : 0
    readonly property bool centred: horizontalAlignment === Text.AlignHCenter

    heading: true
    rightPadding: centred ? spare / 2 : Theme.mirrored ? 0 : spare
    leftPadding: centred ? spare / 2 : Theme.mirrored ? spare : 0
    font.family: Theme.serif
    font.weight: Font.DemiBold
    font.pixelSize: Theme.title
    lineHeight: 0.9
}
