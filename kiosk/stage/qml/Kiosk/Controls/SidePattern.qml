import QtQuick

// The pattern of a side along a band in its colour, as its arrows have it: the first has none.
Image {
    required property int place
    property color colour: Theme.role("inside")

    visible: place > 0
    fillMode: Image.TileHorizontally
    horizontalAlignment: Image.AlignLeft
    source: visible && height > 0 ? `image://icons/side-${place}/${colour.toString().slice(-6)}/${height}` : ""
}
