pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// A picture as large as the slide, a film with what is heard in it, two that are compared, or one of a
// gallery; beneath it what is seen, and whose it is.
Item {
    id: root

    required property Deck deck
    required property SlideFrame frame
    required property FilmPlayer film
    required property Phrasebook phrases

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

        Item {
            id: drawing

            required property string turned
            required property bool film
            required property string name
            required property string alt
            required property string credit
            required property string source
            required property int nth
            required property int among
            required property string compared
            required property string comparedName
            required property string comparedAlt
            required property string comparedSource
            required property real share

            x: root.frame.margin
            y: title.y + title.height + Theme.mm(5)
            width: root.across
            height: root.down

            Image {
                id: picture

                width: parent.width
                height: parent.height - told.height - (drawing.film ? heard.height : 0)
                source: width > 0 ? Theme.toned(`${drawing.source}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
                fillMode: Image.PreserveAspectFit
                transform: Face {
                    of: picture
                }
                Accessible.role: Accessible.Graphic
                Accessible.name: drawing.alt

                OverPicture {
                    visible: drawing.film
                    screen: picture

                    FilmScreen {
                        id: shown

                        anchors.fill: parent
                        film: root.film
                        picture: drawing.turned
                    }
                }

                Comparison {
                    visible: drawing.compared !== ""
                    phrases: root.phrases
                    screen: picture
                    first: drawing.name
                    second: drawing.comparedName
                    alt: drawing.comparedAlt
                    source: drawing.comparedSource
                    share: drawing.share
                }
            }

            Connections {
                target: root.film
                enabled: drawing.film

                function onAsked() {
                    shown.turn();
                }
            }

            Column {
                id: told

                anchors.bottom: parent.bottom
                anchors.bottomMargin: drawing.film ? heard.height : 0
                width: parent.width

                ComparedNames {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: picture.paintedWidth
                    reach: width
                    visible: drawing.compared !== ""
                    first: drawing.name
                    second: drawing.comparedName
                }

                BodyText {
                    width: parent.width
                    visible: drawing.among > 1
                    horizontalAlignment: Text.AlignHCenter
                    text: `${root.phrases.say("picture_of", [drawing.nth, drawing.among])} · ${drawing.name}`
                }

                BodyText {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: drawing.credit
                    color: Theme.muted
                    font.pixelSize: Theme.small
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
