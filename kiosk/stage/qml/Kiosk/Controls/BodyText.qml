import QtQuick

// Text for reading.
Words {
    property bool balanced: false

    rightPadding: balanced ? Theme.spare(text, font, width) : 0
    font.family: Theme.sans
    font.pixelSize: Theme.body
    lineHeight: Theme.lineHeight
}
