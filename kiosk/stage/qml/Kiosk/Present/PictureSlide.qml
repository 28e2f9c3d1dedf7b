pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// A drawing as large as the slide, or a film, with what is heard in it.
Item {
    id: root

    required property Deck deck
    required property SlideFrame frame
    required property FilmPlayer film

    readonly property int across: width - 2 * frame.margin
    readonly property int down: height - 2 * frame.margin - title.height - Theme.mm(5)

    DisplayText {
        id: title

        anchors.left: parent.left
        anchors.leftMargin: root.frame.margin
        y: root.frame.margin
        width: root.across
        text: root.deck.title
        font.pixelSize: Theme.heading
    }

    Repeater {
        model: root.deck.pictures

        Image {
            id: drawing

            required property string key
            required property bool film
            required property string alt
            required property string address

            anchors.left: parent?.left
            anchors.leftMargin: root.frame.margin
            y: title.y + title.height + Theme.mm(5)
            width: root.across
            height: root.down - (film ? heard.height : 0)
            source: width > 0 ? Theme.toned(`${address}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
            fillMode: Image.PreserveAspectFit
            transform: Face {
                of: drawing
            }
            Accessible.role: Accessible.Graphic
            Accessible.name: alt

            FilmScreen {
                id: shown

                visible: drawing.film
                film: root.film
                picture: drawing.key
                screen: drawing
            }

            Connections {
                target: root.film
                enabled: drawing.film

                function onAsked() {
                    shown.turn();
                }
            }
        }
    }

    FontMetrics {
        id: line

        font: heard.font
    }

    BodyText {
        id: heard

        x: root.frame.margin
        y: root.height - root.frame.margin - height
        width: root.across
        height: Math.ceil(2 * line.height)
        horizontalAlignment: Text.AlignHCenter
        text: root.film.caption
        font.pixelSize: Theme.lead
    }
}
