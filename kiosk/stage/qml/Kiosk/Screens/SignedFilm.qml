import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// What the stop tells, in sign language: over the map at its lower right, while it is asked for.
Rectangle {
    id: root

    // The map that is seen, how wide all is, and how far the film stands off its side.
    required property rect map
    required property int across
    required property int margin
    property bool covered: false
    required property FilmPlayer film
    required property string key
    required property Phrasebook phrases

    visible: key !== "" && film.picture === key && !covered
    width: Math.min(map.width - 2 * margin, Math.max(Theme.mm(90), Math.round(across / 4)))
    height: Math.round(width * 9 / 16)
    x: across - margin - width
    y: map.y + map.height - height - Theme.px(24)
    color: Theme.ink

    Accessible.role: Accessible.Graphic
    Accessible.name: phrases.words.sign_language
    Accessible.ignored: !visible

    Connections {
        target: root.film
        enabled: root.key !== ""

        function onAsked() {
            if (shown.current)
                root.film.stop();
            else
                shown.turn();
        }
    }

    FilmScreen {
        id: shown

        anchors.fill: parent
        visible: !root.film.failed
        film: root.film
        picture: root.key
        fillMode: Image.PreserveAspectFit
        transform: Face {
            of: shown
        }
    }

    BodyText {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gap
        visible: root.film.failed
        text: root.phrases.words.signed_failed
    }
}
