pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Map
import Kiosk.Stage

// What lies over every screen of a visit: timeline, bar, sheets, warning.
Item {
    id: root

    required property Stage stage
    required property StageFrame frame
    // The bar's doors say more where nothing else does.
    required property bool tall

    readonly property int barHeight: bar.height
    readonly property int timelineHeight: timeline.implicitHeight
    readonly property int tabsHeight: tabs.height
    readonly property bool keyAlone: tabs.keyAlone
    readonly property string opened: stage.navigation.sheet
    readonly property bool wide: [Sheets.sources, Sheets.figures, Sheets.key].includes(opened)
    readonly property int cover: wide ? StageEdges.Wide : opened !== Sheets.none || card.open ? StageEdges.Narrow : StageEdges.Bare

    TimelineBar {
        id: timeline

        width: root.width
        y: bar.y - height
        visible: root.frame.timed && root.cover === StageEdges.Bare
        timeline: root.stage.timeline
        playhead: root.stage.playhead
        moment: root.stage.moment
        navigation: root.stage.navigation
        phrases: root.stage.phrases
    }

    TabRow {
        id: tabs

        readonly property int start: root.frame.portrait ? Theme.margin : root.frame.mapLeft

        visible: root.frame.tabbed && root.cover === StageEdges.Bare
        x: keyAlone ? root.frame.mapArea.x + root.frame.mapArea.width - width - Theme.margin : start
        y: root.frame.tabsTop
        width: keyAlone ? implicitWidth : root.width - start - Theme.margin
        page: root.stage.page
        navigation: root.stage.navigation
        phrases: root.stage.phrases

        KeptFree {
            stage: root.stage
            key: "tabs"
        }
    }

    NavigationBar {
        id: bar

        anchors.bottom: parent.bottom
        width: root.width
        visible: root.frame.barred
        page: root.stage.page
        navigation: root.stage.navigation
        preferences: root.stage.preferences
        phrases: root.stage.phrases
        nextLanguage: root.stage.manyLanguages ? root.stage.nextLanguageName : ""
        tall: root.tall
    }

    CardSheet {
        id: card

        x: root.frame.sheetArea.x
        y: root.frame.sheetArea.y
        width: root.frame.sheetArea.width
        height: root.frame.sheetArea.height
        card: root.stage.card
        navigation: root.stage.navigation
        phrases: root.stage.phrases
        open: root.stage.navigation.card !== "" && root.stage.navigation.sheet !== Sheets.sources
        onClosed: root.stage.navigation.closeCard()
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
            evidence: root.stage.evidence
            phrases: root.stage.phrases
            open: figures.shown
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
        id: comfort

        sheet: Sheets.comfort
        sourceComponent: ComfortSheet {
            preferences: root.stage.preferences
            session: root.stage.session
            phrases: root.stage.phrases
            open: comfort.shown
            onClosed: root.stage.navigation.closeSheet()
        }
    }

    WarningOverlay {
        anchors.fill: parent
        session: root.stage.session
        phrases: root.stage.phrases
        reachTop: root.frame.reachTop
    }
}
