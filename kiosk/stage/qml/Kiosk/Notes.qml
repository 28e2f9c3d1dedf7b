pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Present
import Kiosk.Stage
import Kiosk.Visit

// What the speaker sees: the slide in small, what comes next, notes, clock and plan.
Window {
    id: root

    required property Stage stage
    required property Deck deck
    required property Prompter prompter

    readonly property Delivery delivery: deck.delivery
    readonly property int unit: Math.round(Math.min(height / 36, width / 58))
    readonly property int gap: unit
    readonly property int leftWidth: Math.round(width * 0.44)

    color: Theme.ink
    title: stage.exhibitTitle
    contentItem.transform: Face {
        of: root.contentItem
    }
    visible: false

    Column {
        id: slides

        x: root.gap
        y: root.gap
        width: root.leftWidth
        spacing: root.gap

        Item {
            width: parent.width
            height: Math.round(width * 9 / 16)

            Rectangle {
                id: small

                readonly property real shape: shot.implicitHeight > 0 ? shot.implicitWidth / shot.implicitHeight : 16 / 9

                width: Math.round(Math.min(parent.width, parent.height * shape))
                height: Math.round(width / shape)
                color: "black"

                Image {
                    id: shot

                    transform: Face {
                        of: shot
                    }

                    anchors.fill: parent
                    visible: root.delivery.mode !== Modes.black
                    source: root.prompter.picture
                }

                PointerRing {
                    deck: root.deck
                }

                HoverHandler {
                    onPointChanged: root.deck.pointTo(point.position.x / small.width, point.position.y / small.height)
                    onHoveredChanged: if (!hovered)
                        root.deck.pointTo(-1, -1)
                }

                TapHandler {
                    enabled: root.delivery.mode !== Modes.overview
                    onTapped: point => root.delivery.act(point.position.x < small.width / 2 ? Acts.back : Acts.forward)
                }
            }
        }

        NoteText {
            width: parent.width
            text: [root.stage.phrases.say("slide_of", [root.delivery.slide + 1, root.delivery.count]), root.deck.steps > 1 ? root.stage.phrases.say("click_of", [root.delivery.step + 1, root.deck.steps]) : "", root.deck.signed !== "" ? `M ${root.stage.phrases.words.sign_language}` : "", root.delivery.typed >= 0 && !root.delivery.polling ? `→ ${root.delivery.typed}` : ""].filter(part => part !== "").join(" · ")
            color: Theme.muted
            font.pixelSize: root.unit
        }
    }

    // What comes: of the next click a line, of the next slide its slip, of a show of hands the counts.
    Item {
        id: coming

        x: root.gap
        anchors.top: slides.bottom
        anchors.topMargin: root.gap
        anchors.bottom: bar.top
        anchors.bottomMargin: root.gap
        width: root.leftWidth
        clip: true

        SpeakersPoll {
            width: parent.width
            visible: root.delivery.polling
            phrases: root.stage.phrases
            deck: root.deck
            px: root.unit
        }

        Row {
            visible: !root.delivery.polling
            spacing: root.gap

            Column {
                id: following

                visible: root.delivery.slide + 1 < root.delivery.count

                NoteText {
                    text: root.stage.phrases.words.next_slide
                    color: Theme.muted
                    font.pixelSize: root.unit
                    bottomPadding: root.unit * 0.4
                }

                Repeater {
                    model: root.deck.slips

                    Slip {
                        required property int index

                        width: Math.round(Math.min(coming.width * 0.45, (coming.height - 2 * root.unit) * 16 / 9))
                        height: Math.round(width * 9 / 16)
                        visible: index === root.delivery.slide + 1
                    }
                }
            }

            Column {
                width: coming.width - (following.visible ? following.width + root.gap : 0)

                NoteText {
                    id: announced

                    width: parent.width
                    text: root.deck.upcoming === "" ? root.stage.phrases.words.last_click : root.stage.phrases.words.next_click
                    color: Theme.muted
                    font.pixelSize: root.unit
                    bottomPadding: root.unit * 0.4
                }

                NoteText {
                    width: parent.width
                    visible: text !== ""
                    height: Math.max(0, coming.height - announced.height)
                    text: root.deck.upcoming
                    elide: Text.ElideRight
                    fontSizeMode: Text.VerticalFit
                    minimumPixelSize: Math.round(root.unit * 0.9)
                    font.pixelSize: Math.round(root.unit * 1.15)
                }
            }
        }
    }

    Row {
        id: times

        x: root.leftWidth + 3 * root.gap
        y: root.gap
        spacing: 2.2 * root.gap

        Column {
            NoteText {
                text: root.prompter.clock
                font.pixelSize: Math.round(root.unit * 2.6)
                font.weight: Font.Bold
                wrapMode: Text.NoWrap
            }

            NoteText {
                text: root.prompter.standing
                color: root.prompter.late || root.prompter.paused ? Theme.amber : Theme.muted
                font.pixelSize: root.unit
                wrapMode: Text.NoWrap
            }
        }

        Repeater {
            model: [
                {
                    name: root.stage.phrases.words.whole_talk,
                    time: root.prompter.elapsed
                },
                {
                    name: root.stage.phrases.words.this_slide,
                    time: root.prompter.slideTime
                }
            ]

            Column {
                id: time

                required property var modelData

                NoteText {
                    text: time.modelData.time
                    font.pixelSize: Math.round(root.unit * 1.5)
                    topPadding: Math.round(root.unit * 1.1)
                    wrapMode: Text.NoWrap
                }

                NoteText {
                    text: time.modelData.name
                    color: Theme.muted
                    font.pixelSize: root.unit
                    wrapMode: Text.NoWrap
                }
            }
        }
    }

    Flickable {
        id: reading

        // What is more than has room scrolls, by a finger or by keys.
        readonly property real size: root.prompter.size

        function read(share: real) {
            contentY = Math.max(0, Math.min(contentHeight - height, contentY + share * height));
        }

        x: times.x
        anchors.top: times.bottom
        anchors.topMargin: root.gap
        anchors.bottom: bar.top
        anchors.bottomMargin: root.gap
        width: root.width - x - root.gap
        contentHeight: notes.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Connections {
            target: root.prompter
            function onScrolled(share: real) {
                reading.read(share);
            }
        }

        Column {
            id: notes

            width: parent.width
            spacing: root.gap

            NoteText {
                id: said

                width: parent.width
                text: root.deck.notes || root.stage.phrases.words.no_notes
                color: root.deck.notes ? Theme.paper : Theme.muted
                font.pixelSize: Math.round(root.unit * reading.size)
                onTextChanged: reading.contentY = 0
            }

            NoteText {
                id: told

                width: parent.width
                visible: text !== ""
                text: root.deck.fullText
                color: Theme.muted
                font.pixelSize: Math.round(root.unit * reading.size)
            }
        }
    }

    Rectangle {
        anchors.bottom: reading.bottom
        x: reading.x
        width: reading.width
        height: 2 * root.unit
        visible: !reading.atYEnd
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.rgba(Theme.ink.r, Theme.ink.g, Theme.ink.b, 0)
            }

            GradientStop {
                position: 1
                color: Theme.ink
            }
        }
    }

    // How far the talk has come: its slides as marks, its time as a line beneath them.
    Item {
        id: bar

        x: root.gap
        anchors.bottom: keys.top
        anchors.bottomMargin: root.gap / 2
        width: root.width - 2 * root.gap
        height: root.unit * 0.9

        Row {
            spacing: 3

            Repeater {
                model: root.delivery.count

                Rectangle {
                    required property int index

                    width: bar.width / root.delivery.count - 3
                    height: Math.round(root.unit * 0.4)
                    color: index === root.delivery.slide ? Theme.amber : index < root.delivery.slide ? Theme.muted : Theme.night
                }
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            width: Math.round(bar.width * root.prompter.share)
            height: Math.max(2, Math.round(root.unit * 0.2))
            color: root.prompter.late ? Theme.amber : Theme.paper
        }
    }

    NoteText {
        id: keys

        x: root.gap
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.gap / 2
        width: root.width - 2 * root.gap
        text: root.stage.phrases.words.talk_keys
        color: Theme.muted
        font.pixelSize: Math.round(root.unit * 0.8)
    }

    Aside {
        anchors.fill: parent
        phrases: root.stage.phrases
        deck: root.deck
        shown: root.deck.prompted
        px: Math.round(root.unit * 1.6)
    }
}
