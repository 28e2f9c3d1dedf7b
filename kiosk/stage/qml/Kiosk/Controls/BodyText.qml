import QtQuick

// Text for reading.
Words {
    property bool balanced: false

    readonly property int spare: balanced ? Theme.spare(text, font, width) : 0

    rightPadding: Theme.mirrored ? 0 : spare
    leftPadding: Theme.mirrored ? spare : 0
    font.family: Theme.sans
    font.pixelSize: Theme.body
    lineHeight: Theme.lineHeight
}
