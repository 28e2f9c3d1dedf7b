pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage

// What lies over every screen of a visit: timeline, bar, sheets, warning.
Item {
    id: root

    required property Stage stage
    required property StageFrame frame
    required property string screenName

    readonly property int barHeight: bar.height
    readonly property int timelineHeight: timeline.implicitHeight
    readonly property string opened: stage.navigation.sheet
    readonly property int sheet: opened === Sheets.sources || opened === Sheets.figures ? StageFrame.Wide : opened !== Sheets.none || card.open ? StageFrame.Narrow : StageFrame.Bare

    TimelineBar {
        id: timeline

        x: 0
        width: root.width
        y: bar.y - height
        visible: root.frame.timed && root.sheet === StageFrame.Bare
        stage: root.stage
    }

    TabRow {
        id: tabs

        readonly property bool shown: (root.frame.timed || root.frame.argued) && root.screenName !== Screens.maps
        readonly property int start: root.frame.portrait ? Theme.margin : root.frame.textWidth + Theme.mm(12)

        visible: shown && root.sheet === StageFrame.Bare
        x: keyAlone ? root.frame.mapArea.x + root.frame.mapArea.width - width - Theme.margin : start
        y: root.frame.tabsTop
        width: keyAlone ? implicitWidth : root.width - start - Theme.margin
        stage: root.stage
    }

    Binding {
        target: root.frame
        property: "tabsHeight"
        value: tabs.shown ? tabs.height : 0
    }

    Binding {
        target: root.frame
        property: "keyAlone"
        value: tabs.keyAlone
    }

    NavigationBar {
        id: bar

        anchors.bottom: parent.bottom
        width: root.width
        visible: root.screenName !== States.attract
        stage: root.stage
        tall: root.screenName === Screens.home
    }

    CardSheet {
        id: card

        x: root.frame.sheetArea.x
        y: root.frame.sheetArea.y
        width: root.frame.sheetArea.width
        height: root.frame.sheetArea.height
        stage: root.stage
        open: root.stage.navigation.card !== "" && root.stage.navigation.sheet !== Sheets.sources
    }

    // Most visitors open few of these: each is made when it is.
    FadeLoader {
        x: root.frame.sheetArea.x
        y: root.frame.sheetArea.y
        width: root.frame.sheetArea.width
        height: root.frame.sheetArea.height
        shown: root.opened === Sheets.events
        sourceComponent: EventsSheet {
            stage: root.stage
            open: root.opened === Sheets.events
        }
    }

    FadeLoader {
        x: root.frame.sheetArea.x
        y: root.frame.sheetArea.y
        width: root.frame.sheetArea.width
        height: root.frame.sheetArea.height
        shown: root.opened === Sheets.standpoints
        sourceComponent: StandpointsSheet {
            stage: root.stage
            open: root.opened === Sheets.standpoints
        }
    }

    FadeLoader {
        x: root.frame.sheetArea.x
        y: root.frame.sheetArea.y
        width: root.frame.sheetArea.width
        height: root.frame.sheetArea.height
        shown: root.opened === Sheets.questions
        sourceComponent: QuestionsSheet {
            stage: root.stage
            open: root.opened === Sheets.questions
        }
    }

    FadeLoader {
        x: root.frame.wideArea.x
        y: root.frame.wideArea.y
        width: root.frame.wideArea.width
        height: root.frame.wideArea.height
        shown: root.opened === Sheets.figures
        sourceComponent: FiguresSheet {
            stage: root.stage
            open: root.opened === Sheets.figures
        }
    }

    FadeLoader {
        x: root.frame.wideArea.x
        y: root.frame.wideArea.y
        width: root.frame.wideArea.width
        height: root.frame.wideArea.height
        shown: root.opened === Sheets.sources
        sourceComponent: SourcesSheet {
            stage: root.stage
            open: root.opened === Sheets.sources
        }
    }

    FadeLoader {
        x: root.frame.sheetArea.x
        y: root.frame.sheetArea.y
        width: root.frame.sheetArea.width
        height: root.frame.sheetArea.height
        shown: root.opened === Sheets.key
        sourceComponent: KeySheet {
            stage: root.stage
            open: root.opened === Sheets.key
        }
    }

    FadeLoader {
        x: root.frame.sheetArea.x
        y: root.frame.sheetArea.y
        width: root.frame.sheetArea.width
        height: root.frame.sheetArea.height
        shown: root.opened === Sheets.comfort
        sourceComponent: ComfortSheet {
            stage: root.stage
            open: root.opened === Sheets.comfort
        }
    }

    WarningOverlay {
        anchors.fill: parent
        reachTop: root.frame.reachTop
        stage: root.stage
    }
}
