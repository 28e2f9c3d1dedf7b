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
    readonly property int footHeight: foot.height
    readonly property int sideHeight: sides.height
    readonly property int sideWidth: sides.width
    readonly property int rulerLeft: foot.rulerStart
    readonly property string nextLanguage: !stage.manyLanguages ? "" : frame.portrait ? stage.nextLanguageCode : stage.nextLanguageName
    readonly property string opened: stage.navigation.sheet
    readonly property bool wide: [Sheets.sources, Sheets.figures, Sheets.order, Sheets.key].includes(opened)
    // A drawing's words need its room.
    readonly property bool drawn: opened === Sheets.none && card.open && stage.card.pictures.count > 0 && stage.card.knots.count === 0
    readonly property int cover: wide || drawn ? StageEdges.Wide : opened !== Sheets.none || card.open ? StageEdges.Narrow : StageEdges.Bare

    // What lies over the page, the uppermost: its name, and the way out of it.
    readonly property string over: warning.open ? States.warning : opened !== Sheets.none ? opened : card.open ? stage.navigation.card : ""
    // Where the keys were before.
    property Reachable keysBefore

    onOverChanged: keys.restart()

    function wayOut(): Item {
        if (warning.open)
            return warning.wayOut;
        for (const child of children) {
            const loader = child as FadeLoader;
            if (loader?.shown)
                return (loader.item as Sheet)?.wayOut ?? null;
        }
        return card.open ? card.wayOut : null;
    }

    // The keys go into what opens, and back where they were: of a visitor who has used them.
    Timer {
        id: keys

        interval: 0
        onTriggered: {
            if (root.over !== "") {
                if (root.keysBefore)
                    root.wayOut()?.forceActiveFocus(Qt.OtherFocusReason);
            } else if (root.keysBefore?.visible && root.keysBefore.enabled) {
                root.keysBefore.forceActiveFocus(Qt.OtherFocusReason);
            }
        }
    }

    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged() {
            const focused = root.Window.window.activeFocusItem as Reachable;
            if (focused && root.over === "")
                root.keysBefore = focused;
        }
    }

    Connections {
        target: root.stage.session

        function onStateChanged() {
            if (root.stage.session.state === States.attract)
                root.keysBefore = null;
        }
    }

    SideControls {
        id: sides

        visible: root.frame.sided && root.cover === StageEdges.Bare
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
        phrases: root.stage.phrases

        KeptFree {
            stage: root.stage
            key: "sides"
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
        navigation: root.stage.navigation
        phrases: root.stage.phrases
        open: root.stage.navigation.card !== "" && root.stage.navigation.sheet !== Sheets.sources
        onClosed: root.stage.navigation.closeCard()
    }

    // The hour at which the map beside a card stands; upright the foot says it.
    MapText {
        visible: card.open && !root.frame.portrait
        x: root.frame.sparedBox.x
        y: root.frame.closeArea.y
        width: implicitWidth
        height: root.frame.closeArea.height
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
        id: sources

        sheet: Sheets.sources
        area: root.frame.wideArea
        sourceComponent: SourcesSheet {
            evidence: root.stage.evidence
            atlas: root.stage.atlas
            navigation: root.stage.navigation
            phrases: root.stage.phrases
            open: sources.shown
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
            page: root.stage.page
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
            phrases: root.stage.phrases
            offersKey: foot.lacksKey
            offersEvents: foot.lacksEvents
            open: comfort.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    WarningOverlay {
        id: warning

        anchors.fill: parent
        session: root.stage.session
        phrases: root.stage.phrases
        reachTop: root.frame.reachTop
    }
}
