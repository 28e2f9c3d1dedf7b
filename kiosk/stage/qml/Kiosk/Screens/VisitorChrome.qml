pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Map
import Kiosk.Stage

// What lies over every screen of a visit: foot, controls beside the map, sheets, warning.
Item {
    id: root

    required property Stage stage
    required property StageFrame frame
    // The page that is open, and the map beneath it.
    required property Item page
    required property MapView map
    readonly property int footHeight: foot.height
    readonly property int sideHeight: sides.height
    readonly property int sideWidth: sides.width
    readonly property int rulerLeft: foot.rulerStart
    readonly property string nextLanguage: !stage.manyLanguages ? "" : frame.portrait ? stage.nextLanguageCode : stage.nextLanguageName
    readonly property string opened: stage.navigation.sheet
    readonly property bool wide: [Sheets.sources, Sheets.figures, Sheets.order, Sheets.key, Sheets.positions, Sheets.picture].includes(opened)
    // A drawing's words need its room.
    readonly property bool drawn: opened === Sheets.none && card.open && stage.card.pictures.count > 0 && stage.card.knots.count === 0
    readonly property int cover: wide || drawn ? StageEdges.Wide : opened !== Sheets.none || card.open ? StageEdges.Narrow : StageEdges.Bare

    // What lies over the page, the uppermost: its name, and itself.
    readonly property string over: warning.open ? States.warning : opened !== Sheets.none ? opened : card.open ? stage.navigation.card : ""
    readonly property Item upper: warning.open ? warning : opened !== Sheets.none ? shownSheet : card.open ? card : null
    // The sheet that is open, once it is made.
    property Item shownSheet

    SideControls {
        id: sides

        visible: root.frame.sided && root.cover === StageEdges.Bare
        enabled: !warning.open
        x: root.frame.width - root.frame.margin - width
        y: root.frame.sideTop
        width: implicitWidth
        height: implicitHeight
        room: root.frame.width - root.frame.margin - (root.frame.portrait ? root.frame.margin : root.frame.textRight + Theme.gap)
        held: foot.held
        counted: root.stage.evidence.counted
        page: root.stage.page
        playhead: root.stage.playhead
        moment: root.stage.moment
        navigation: root.stage.navigation
        speech: root.stage.speech
        film: root.stage.film
        phrases: root.stage.phrases

        KeptFree {
            stage: root.stage
            key: "sides"
            room: sides.most
        }
    }

    // Where sheets are closed.
    Item {
        x: root.frame.closeArea.x
        y: root.frame.closeArea.y
        width: root.frame.closeArea.width
        height: root.frame.closeArea.height
        visible: root.cover !== StageEdges.Bare

        KeptFree {
            stage: root.stage
            key: "close"
        }
    }

    Foot {
        id: foot

        anchors.bottom: parent.bottom
        width: root.width
        visible: root.frame.barred
        enabled: !warning.open
        margin: root.frame.margin
        page: root.stage.page
        playhead: root.stage.playhead
        timeline: root.stage.timeline
        moment: root.stage.moment
        navigation: root.stage.navigation
        preferences: root.stage.preferences
        phrases: root.stage.phrases
        nextLanguage: root.nextLanguage
    }

    CardSheet {
        id: card

        readonly property rect area: root.drawn ? root.frame.wideArea : root.frame.sheetArea

        x: area.x
        y: area.y
        width: area.width
        height: area.height
        card: root.stage.card
        film: root.stage.film
        viewer: root.stage.viewer
        navigation: root.stage.navigation
        phrases: root.stage.phrases
        open: root.stage.navigation.card !== "" && ![Sheets.sources, Sheets.picture].includes(root.opened)
        enabled: open && !warning.open
        onClosed: root.stage.navigation.closeCard()
    }

    // The hour at which the map beside a card stands, beneath the way to close it if there is no
    // room beside that; upright the foot says it.
    MapText {
        id: hourBeside

        readonly property bool beneath: x + implicitWidth + Theme.gap > root.frame.closeArea.x

        visible: card.open && !root.frame.portrait && implicitWidth <= root.frame.sparedBox.width
        x: root.frame.sparedBox.x
        y: root.frame.closeArea.y + (beneath ? height + Theme.gap : 0)
        width: implicitWidth
        height: root.frame.closeArea.height
        transform: Face {
            of: hourBeside
        }
        text: root.stage.moment.text
        color: Theme.paper
        font.family: Theme.serif
        font.weight: Font.DemiBold
        font.pixelSize: Theme.large ? Theme.bounded : Theme.lead

        KeptFree {
            stage: root.stage
            key: "hour beside"
        }
    }

    // Most visitors open few of these: each is made when it is.
    component SheetLoader: FadeLoader {
        required property string sheet
        property rect area: root.frame.sheetArea

        x: area.x
        y: area.y
        width: area.width
        height: area.height
        shown: root.opened === sheet
        enabled: shown && !warning.open
        onShownChanged: show()
        onLoaded: show()

        function show() {
            if (shown && item)
                root.shownSheet = item;
        }
    }

    SheetLoader {
        id: events

        sheet: Sheets.events
        sourceComponent: EventsSheet {
            timeline: root.stage.timeline
            moment: root.stage.moment
            playhead: root.stage.playhead
            page: root.stage.page
            phrases: root.stage.phrases
            open: events.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    SheetLoader {
        id: phases

        sheet: Sheets.phases
        sourceComponent: PhasesSheet {
            timeline: root.stage.timeline
            phrases: root.stage.phrases
            open: phases.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    SheetLoader {
        id: standpoints

        sheet: Sheets.standpoints
        sourceComponent: StandpointsSheet {
            page: root.stage.page
            navigation: root.stage.navigation
            phrases: root.stage.phrases
            open: standpoints.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    SheetLoader {
        id: questions

        sheet: Sheets.questions
        // Many questions have no map.
        area: Qt.rect(0, 0, root.frame.width, foot.visible ? foot.y : root.height)
        sourceComponent: QuestionsSheet {
            evidence: root.stage.evidence
            navigation: root.stage.navigation
            phrases: root.stage.phrases
            open: questions.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    SheetLoader {
        id: figures

        sheet: Sheets.figures
        area: root.frame.wideArea
        sourceComponent: FiguresSheet {
            navigation: root.stage.navigation
            evidence: root.stage.evidence
            phrases: root.stage.phrases
            open: figures.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    SheetLoader {
        id: order

        sheet: Sheets.order
        area: root.frame.wideArea
        sourceComponent: OrderSheet {
            forces: root.stage.forces
            navigation: root.stage.navigation
            phrases: root.stage.phrases
            open: order.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    SheetLoader {
        id: positions

        sheet: Sheets.positions
        area: root.frame.wideArea
        sourceComponent: PositionsSheet {
            positions: root.stage.positions
            phrases: root.stage.phrases
            open: positions.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    SheetLoader {
        id: sources

        sheet: Sheets.sources
        area: root.frame.wideArea
        sourceComponent: SourcesSheet {
            evidence: root.stage.evidence
            page: root.stage.page
            atlas: root.stage.atlas
            navigation: root.stage.navigation
            phrases: root.stage.phrases
            open: sources.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    SheetLoader {
        id: picture

        sheet: Sheets.picture
        area: Qt.rect(0, 0, root.frame.width, foot.visible ? foot.y : root.height)
        sourceComponent: PictureSheet {
            viewer: root.stage.viewer
            phrases: root.stage.phrases
            open: picture.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    SheetLoader {
        id: key

        sheet: Sheets.key
        area: root.frame.wideArea
        sourceComponent: KeySheet {
            atlas: root.stage.atlas
            navigation: root.stage.navigation
            phrases: root.stage.phrases
            open: key.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    SheetLoader {
        id: menu

        sheet: Sheets.menu
        sourceComponent: MenuSheet {
            navigation: root.stage.navigation
            preferences: root.stage.preferences
            playhead: root.stage.playhead
            timeline: root.stage.timeline
            moment: root.stage.moment
            page: root.stage.page
            film: root.stage.film
            phrases: root.stage.phrases
            counted: root.stage.evidence.counted
            nextLanguage: root.stage.manyLanguages ? root.stage.nextLanguageName : ""
            open: menu.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    SheetLoader {
        id: comfort

        sheet: Sheets.comfort
        sourceComponent: ComfortSheet {
            preferences: root.stage.preferences
            session: root.stage.session
            navigation: root.stage.navigation
            speech: root.stage.speech
            phrases: root.stage.phrases
            page: root.stage.page
            offersKey: foot.lacksKey
            offersEvents: foot.lacksEvents
            open: comfort.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    WarningOverlay {
        id: warning

        // Over the window, and not what of it is in reach alone.
        x: -field.x
        y: -field.y
        width: Window.width
        height: Window.height
        session: root.stage.session
        page: root.stage.page
        phrases: root.stage.phrases
        field: root.stage.field.area
        reach: root.stage.field.reach
    }

    Walker {
        id: walker

        keypad: root.stage.keypad
        navigation: root.stage.navigation
        session: root.stage.session
        regions: root.upper ? [root.upper] : [root.page, sides, root.map, foot]
        over: root.over
        wayOut: warning.open ? warning.wayOut : null
        map: root.map.fingers
        speech: root.stage.speech
    }

    Speaker {
        speech: root.stage.speech
        walker: walker
    }

    // What the keys are at on the map, or how they go, for who sees it.
    Rectangle {
        id: caption

        readonly property MapWalk walk: root.stage.walk
        readonly property string place: [root.stage.page.title, (walker.held as Reachable)?.spoken ?? (walker.held as Words)?.spoken ?? ""].filter((part, at, all) => part !== "" && all.indexOf(part) === at).join(" › ")
        readonly property string help: !walker.asking ? "" : walker.inMap ? `${walk.around} ${root.stage.phrases.words.keys_on_map}` : root.stage.phrases.say("sentence", [place]) + root.stage.phrases.words.keys_help
        readonly property string text: help !== "" ? help : root.stage.speech.caption !== "" ? root.stage.speech.caption : walker.inMap ? walk.told : ""

        visible: text !== "" && !warning.open
        y: (foot.visible ? foot.y : root.height) - height
        width: root.width
        height: said.height + 2 * said.y
        color: Theme.bar

        BodyText {
            id: said

            x: root.frame.margin
            y: Theme.px(16)
            width: root.width - 2 * x
            text: caption.text
        }
    }

    Announcer {
        objectName: "Announcer"
        keypad: root.stage.keypad
        navigation: root.stage.navigation
        session: root.stage.session
        playhead: root.stage.playhead
        moment: root.stage.moment
        walk: root.stage.walk
        film: root.stage.film
        signed: root.stage.page.signed
        phrases: root.stage.phrases
        title: warning.open ? "" : (root.upper as Sheet)?.title ?? root.stage.page.title
        help: caption.help
        sentence: walker.spoken
        onAnnounced: (text, urgent) => root.stage.speech.say(text, urgent)
    }
}
