pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Kiosk.Stage

// The frames of a film; a touch plays it or holds it.
Item {
    id: root

    required property FilmPlayer film
    required property string picture

    readonly property bool current: film.picture === picture
    readonly property bool plays: current && film.playing
    readonly property string frame: current ? film.frame : ""
    property alias fillMode: seen.fillMode

    function turn() {
        const ratio = Screen.devicePixelRatio;
        if (plays)
            film.pause();
        else
            film.play(picture, Math.round(width * ratio), Math.round(height * ratio));
    }

    Image {
        id: seen

        anchors.fill: parent
        visible: root.frame !== ""
        cache: false
        source: visible ? root.frame : ""
    }

    TapHandler {
        longPressThreshold: 0
        gesturePolicy: TapHandler.WithinBounds
        onTapped: root.turn()
    }

    Rectangle {
        anchors.centerIn: parent
        width: Theme.target
        height: Theme.target
        visible: !root.plays
        color: Theme.amber

        Icon {
            anchors.centerIn: parent
            name: "play"
            colour: Theme.ink
            side: Theme.mm(8)
        }
    }
}
