pragma ComponentBehavior: Bound

import QtQuick

// One colour after the other all over the screen, at last a chequered board; a touch
// goes on.
Rectangle {
    id: root

    readonly property var grounds: [Qt.rgba(1, 1, 1, 1), Qt.rgba(0, 0, 0, 1), Qt.rgba(1, 0, 0, 1), Qt.rgba(0, 1, 0, 1), Qt.rgba(0, 0, 1, 1), Qt.rgba(0.5, 0.5, 0.5, 1)]
    property int shown: 0

    signal ended

    onVisibleChanged: shown = 0
    color: grounds[shown] ?? grounds[1]

    Canvas {
        anchors.fill: parent
        visible: root.shown === root.grounds.length
        onPaint: {
            const pen = getContext("2d");
            pen.fillStyle = "white";
            for (let x = 0; x < width; x += 8)
                for (let y = x / 8 % 2 * 8; y < height; y += 16)
                    pen.fillRect(x, y, 8, 8);
        }
    }

    TapHandler {
        onTapped: {
            if (root.shown < root.grounds.length)
                root.shown += 1;
            else
                root.ended();
        }
    }
}
