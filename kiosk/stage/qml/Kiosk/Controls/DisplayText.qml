import QtQuick

// Titles and names.
Words {
    objectName: "DisplayText"
    property bool balanced: true

    readonly property int spare: balanced && horizontalAlignment !== Text.AlignHCenter ? Theme.spare(text, font, width) : 0

    heading: true
    rightPadding: Theme.mirrored ? 0 : spare
    leftPadding: Theme.mirrored ? spare : 0
    font.family: Theme.serif
    font.weight: Font.DemiBold
    font.pixelSize: Theme.title
    lineHeight: 0.9
}
