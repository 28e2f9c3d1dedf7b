import QtQuick

// What lies over a picture, as large as that is painted.
Item {
    // The picture, in which this lies.
    required property Image screen

    readonly property real free: screen.width - width

    x: Math.round(screen.horizontalAlignment === Image.AlignLeft ? 0 : screen.horizontalAlignment === Image.AlignRight ? free : free / 2)
    y: Math.round((screen.height - height) / 2)
    width: screen.paintedWidth
    height: screen.paintedHeight
}
