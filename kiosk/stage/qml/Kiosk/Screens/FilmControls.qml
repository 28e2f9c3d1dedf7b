pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The film behind a picture: its frames over that, below them what is heard, and its hands.
Item {
    id: root

    required property Phrasebook phrases
    required property FilmPlayer film
    required property string picture
    // The key of the same film in sign language; "" without one.
    required property string signed
    // The picture on which it plays.
    required property Image screen

    property bool signing: false
    readonly property string asked: signing ? signed : picture
    readonly property alias current: shown.current
    readonly property alias plays: shown.plays

    y: screen.height
    height: visible ? heard.height + hands.height + Theme.gap : 0

    OverPicture {
        parent: root.screen
        visible: root.visible && button.enabled
        screen: root.screen

        FilmScreen {
            id: shown

            anchors.fill: parent
            film: root.film
            picture: root.asked
        }
    }

    FontMetrics {
        id: line

        font: heard.font
    }

    // Two lines have their room, whether anything is heard or not.
    BodyText {
        id: heard

        width: parent.width
        height: Math.max(Math.ceil(2 * line.height), implicitHeight)
        verticalAlignment: Text.AlignVCenter
        text: !root.current ? "" : root.film.failed ? root.phrases.words.film_failed : root.film.caption
    }

    Row {
        id: hands

        anchors.top: heard.bottom
        width: parent.width
        spacing: Theme.gap

        TouchButton {
            id: button

            icon: root.plays ? "pause" : "play"
            spoken: root.plays ? root.phrases.words.film_pause : root.phrases.words.film_play
            enabled: !(root.current && root.film.failed)
            onActivated: shown.turn()
        }

        TouchButton {
            id: sign

            visible: root.signed !== ""
            text: root.phrases.words.sign_language
            textSize: Theme.bounded
            role: Accessible.CheckBox
            chosen: root.signing
            onActivated: {
                root.signing = !root.signing;
                shown.turn();
            }
        }

        Slider {
            id: bar

            width: parent.width - button.width - time.width - 2 * parent.spacing - (sign.visible ? sign.width + parent.spacing : 0)
            height: button.height
            enabled: root.current && shown.frame !== ""
            value: root.current ? root.film.share * 100 : 0
            stepSize: 5
            spoken: root.phrases.words.film_at
            stands: time.text
            onSlid: share => root.film.seek(share)

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                height: Theme.touchRule
                color: Theme.rule

                Rectangle {
                    width: Math.round(parent.width * bar.value / 100)
                    height: parent.height
                    color: Theme.amber
                }
            }
        }

        BodyText {
            id: time

            height: button.height
            verticalAlignment: Text.AlignVCenter
            walked: false
            text: root.current ? root.film.time : ""
        }
    }
}
