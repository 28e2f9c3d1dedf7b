import QtQuick

// Turns an item about where the screen is mirrored, as for writing from right to left. What holds a
// whole screen mirrors all in it; what has a face (words, a picture, the map) is set right again where
// it stands. So all is laid out once, as for writing from left to right.
Scale {
    required property Item of

    property bool turned: Theme.mirrored

    origin.x: turned ? Math.round(of.width) / 2 : 0
    xScale: turned ? -1 : 1
}
