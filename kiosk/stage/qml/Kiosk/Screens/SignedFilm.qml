import QtQuick
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
