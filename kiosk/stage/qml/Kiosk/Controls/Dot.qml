import QtQuick

// A point of a line, full or hollow.
Rectangle {
    property bool full: true
    property color colour: Theme.paper
    property int side

    width: side
    height: side
    radius: side / 2
    color: full ? colour : Theme.ink
    border.color: colour
    border.width: Theme.px(4)
}
