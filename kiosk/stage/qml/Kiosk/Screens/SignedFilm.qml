import QtQuick
import QtQuick.Window
import Kiosk.Controls
import Kiosk.Stage

// What the stop tells, in sign language: over the map at its lower right, while it is asked for.
Rectangle {
    id: root

    required property StageFrame frame
    required property FilmPlayer film
    required property string key
    required property Phrasebook phrases

    readonly property rect map: frame.mapShown

    visible: key !== "" && film.picture === key && !frame.covered
    width: Math.min(map.width - 2 * frame.margin, Math.max(Theme.mm(90), Math.round(frame.width / 4)))
    height: Math.round(width * 9 / 16)
    x: frame.width - frame.margin - width
    y: map.y + map.height - height - Theme.px(24)
    color: Theme.ink

    Connections {
        target: root.film
        enabled: root.key !== ""

        function onAsked() {
            const ratio = Screen.devicePixelRatio;
            if (root.film.picture === root.key)
                root.film.stop();
            else
                root.film.play(root.key, Math.round(root.width * ratio), Math.round(root.height * ratio));
        }
    }

    Image {
        id: shown

        anchors.fill: parent
        fillMode: Image.PreserveAspectFit
        transform: Face {
            of: shown
        }
        cache: false
        source: root.visible ? root.film.frame : ""
        Accessible.role: Accessible.Graphic
        Accessible.name: root.phrases.words.sign_language
        Accessible.ignored: !root.visible
    }

    TapHandler {
        longPressThreshold: 0
        gesturePolicy: TapHandler.WithinBounds
        onTapped: root.film.playing ? root.film.pause() : root.film.play(root.key, 0, 0)
    }

    Rectangle {
        anchors.centerIn: parent
        width: Theme.target
        height: Theme.target
        visible: !root.film.playing && !root.film.failed
        color: Theme.amber

        Icon {
            anchors.centerIn: parent
            name: "play"
            colour: Theme.ink
            side: Theme.mm(8)
        }
    }

    BodyText {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gap
        visible: root.film.failed
        text: root.phrases.words.signed_failed
    }
}
