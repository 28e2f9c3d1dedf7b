pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Stage

// What lies over every screen of a visit: timeline, bar, sheets, warning.
Item {
    id: root

    required property Stage stage
    required property StageFrame frame
    required property string screenName

    readonly property int barHeight: bar.height
    readonly property int timelineHeight: timeline.implicitHeight
    readonly property string sheet: sources.open ? "wide" : card.open || events.open || comfort.open ? "narrow" : ""

    TimelineBar {
        id: timeline

        x: 0
        width: root.width
        y: bar.y - height
        visible: root.frame.timed && root.sheet === ""
        stage: root.stage
    }

    NavigationBar {
        id: bar

        anchors.bottom: parent.bottom
        width: root.width
        visible: root.screenName !== "attract"
        stage: root.stage
        tall: root.screenName === "home"
    }

    CardSheet {
        id: card

        x: root.frame.sheetArea.x
        y: root.frame.sheetArea.y
        width: root.frame.sheetArea.width
        height: root.frame.sheetArea.height
        stage: root.stage
        open: root.stage.navigation.card !== "" && !root.stage.navigation.sources
    }

    EventsSheet {
        id: events

        x: root.frame.sheetArea.x
        y: root.frame.sheetArea.y
        width: root.frame.sheetArea.width
        height: root.frame.sheetArea.height
        stage: root.stage
        open: root.stage.navigation.events
        onClosed: root.stage.navigation.closeEvents()
    }

    SourcesSheet {
        id: sources

        x: root.frame.wideArea.x
        y: root.frame.wideArea.y
        width: root.frame.wideArea.width
        height: root.frame.wideArea.height
        stage: root.stage
        open: root.stage.navigation.sources
    }

    ComfortSheet {
        id: comfort

        x: root.frame.sheetArea.x
        y: root.frame.sheetArea.y
        width: root.frame.sheetArea.width
        height: root.frame.sheetArea.height
        stage: root.stage
        open: root.stage.navigation.comfort
    }

    WarningOverlay {
        anchors.fill: parent
        stage: root.stage
    }
}
