pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Map
import Kiosk.Present
import Kiosk.Screens
import Kiosk.Stage
import Kiosk.Visit

// What the audience sees: one map, and over it the slide.
Window {
    id: root

    required property Stage stage
    required property Deck deck

    readonly property Delivery delivery: deck.delivery
    readonly property int swipe: Theme.mm(12)
    // What is told has no place on the map.
    readonly property bool unmapped: deck.kind === SlideKinds.disagreements && !stage.evidence.mapped

    color: Theme.ink
    title: stage.exhibitTitle
    contentItem.transform: Face {
        of: root.contentItem
    }
    onWidthChanged: stage?.resize(width, height)
    onHeightChanged: stage?.resize(width, height)
    onClosing: delivery?.end()

    Shortcut {
        sequences: ["Ctrl+Q"]
        context: Qt.ApplicationShortcut
        onActivated: Qt.quit()
    }

    SlideFrame {
        id: frame

        width: root.width
        height: root.height
        kind: root.deck.kind
        covered: !upright && (root.deck.weighed || (root.unmapped && !narrow))
        stripRows: strip.rows
    }

    MapView {
        id: map

        anchors.fill: parent
        stage: root.stage
        area: Theme.faced(frame.mapArea)
        shown: Theme.faced(Qt.rect(frame.mapArea.x - Theme.mm(12), 0, area.width + Theme.mm(12), Math.min(height, area.y + area.height + Theme.mm(40))))
        transform: Face {
            of: map
        }
        handled: false
        flightTime: Theme.flight * 2
    }

    SlideGround {
        anchors.fill: parent
        frame: frame
    }

    // Hands: a click goes on, the other button back; a touch goes by halves, a swipe turns. They lie
    // beneath the words, of which choices take a touch for a hand that is shown.
    Item {
        anchors.fill: parent
        enabled: root.delivery.mode !== Modes.overview

        TapHandler {
            acceptedDevices: PointerDevice.Mouse
            onTapped: root.delivery.act(Acts.forward)
        }

        TapHandler {
            acceptedDevices: PointerDevice.Mouse
            acceptedButtons: Qt.RightButton
            onTapped: root.delivery.act(Acts.back)
        }

        TapHandler {
            acceptedDevices: PointerDevice.TouchScreen
            onTapped: point => root.delivery.act(point.position.x < root.width / 2 ? Acts.back : Acts.forward)
        }

        DragHandler {
            target: null
            acceptedDevices: PointerDevice.TouchScreen
            yAxis.enabled: false
            onActiveChanged: {
                const across = centroid.position.x - centroid.pressPosition.x;
                if (!active && Math.abs(across) > root.swipe)
                    root.delivery.act(across < 0 ? Acts.forward : Acts.back);
            }
        }

        HoverHandler {
            cursorShape: Qt.BlankCursor
            onPointChanged: root.deck.pointTo(point.position.x / root.width, point.position.y / root.height)
            onHoveredChanged: if (!hovered)
                root.deck.pointTo(-1, -1)
        }
    }

    Item {
        id: words

        readonly property int slide: root.delivery.slide

        anchors.fill: parent
        onSlideChanged: arrival.restart()

        // Not as the talk opens: its title is there at once.
        NumberAnimation {
            id: arrival

            target: words
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.fade
        }

        Loader {
            anchors.fill: parent
            sourceComponent: {
                switch (root.deck.kind) {
                case SlideKinds.phases:
                    return phaseSlide;
                case SlideKinds.lessons:
                    return claimSlide;
                case SlideKinds.decisions:
                    return decisionSlide;
                case SlideKinds.disagreements:
                    return voicesSlide;
                case SlideKinds.forces:
                    return forcesSlide;
                case SlideKinds.views:
                    return viewSlide;
                case SlideKinds.pictures:
                    return pictureSlide;
                case SlideKinds.sources:
                    return sourcesSlide;
                default:
                    return titleSlide;
                }
            }
        }
    }

    Component {
        id: titleSlide

        Item {
            TitleSlide {
                area: frame.textArea
                deck: root.deck
            }
        }
    }

    Component {
        id: phaseSlide

        PhaseSlide {
            area: frame.textArea
            deck: root.deck
            moment: root.stage.moment
        }
    }

    Component {
        id: claimSlide

        Item {
            ClaimSlide {
                area: frame.textArea
                deck: root.deck
            }
        }
    }

    Component {
        id: decisionSlide

        Item {
            DecisionSlide {
                area: frame.textArea
                deck: root.deck
            }
        }
    }

    Component {
        id: voicesSlide

        Item {
            VoicesSlide {
                area: frame.textArea
                deck: root.deck
                evidence: root.stage.evidence
                beside: !frame.covered
            }
        }
    }

    Component {
        id: forcesSlide

        ForcesSlide {
            frame: frame
            deck: root.deck
            forces: root.stage.forces
            evidence: root.stage.evidence
        }
    }

    Component {
        id: viewSlide

        ViewSlide {
            frame: frame
            deck: root.deck
        }
    }

    Component {
        id: pictureSlide

        PictureSlide {
            frame: frame
            deck: root.deck
            film: root.stage.film
            phrases: root.stage.phrases
        }
    }

    Component {
        id: sourcesSlide

        Item {
            SourcesSlide {
                area: frame.textArea
                deck: root.deck
                phrases: root.stage.phrases
            }
        }
    }

    SideStrip {
        id: strip

        deck: root.deck
        frame: frame
    }

    Loader {
        active: root.deck.signed !== ""
        sourceComponent: SignedFilm {
            map: frame.mapArea
            across: root.width
            margin: frame.margin
            film: root.stage.film
            key: root.deck.signed
            phrases: root.stage.phrases

            KeptFree {
                stage: root.stage
                key: "signed"
            }
        }
    }

    FadeLoader {
        anchors.fill: parent
        shown: root.delivery.mode === Modes.key
        sourceComponent: KeySlide {
            atlas: root.stage.atlas
            phrases: root.stage.phrases
        }
    }

    PointerRing {
        deck: root.deck
    }

    Rectangle {
        visible: root.deck.unplugged
        y: root.height - height
        width: root.width
        height: told.height + 2 * Theme.mm(3)
        color: Theme.inkRaised

        BodyText {
            id: told

            x: frame.margin
            y: Theme.mm(3)
            width: parent.width - 2 * x
            text: root.stage.phrases.words.notes_gone
        }
    }

    Aside {
        anchors.fill: parent
        phrases: root.stage.phrases
        deck: root.deck
        shown: !root.deck.prompted
    }

    Rectangle {
        anchors.fill: parent
        visible: root.delivery.mode === Modes.black
        color: "black"
    }
}
