pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Map
import Kiosk.Screens
import Kiosk.Stage

// The window: one map, and over it the screen that the visitor is on.
Window {
    id: root

    required property Stage stage

    readonly property string screenName: stage.session.state === "attract" ? "attract" : stage.navigation.screen

    color: Theme.ink
    title: stage.exhibitTitle
    onWidthChanged: stage?.resize(width, height)
    onHeightChanged: stage?.resize(width, height)

    Shortcut {
        sequences: ["Ctrl+Q"]
        onActivated: Qt.quit()
    }

    StageFrame {
        id: frame

        width: root.width
        height: root.height
        screenName: root.screenName
        navigationHeight: bar.height
        timelineHeight: timeline.implicitHeight
        sheetOpen: root.stage.navigation.card !== ""
        reachTop: root.stage.preferences.reachMode ? root.stage.reachTop : 0
    }

    MapView {
        anchors.fill: parent
        stage: root.stage
        area: frame.mapArea
        handled: root.screenName !== "attract" && root.screenName !== "home"
        flightTime: root.screenName === "attract" ? Theme.flight * 4 : Theme.flight
    }

    ScaleBar {
        id: scaleBar

        function keepFree() {
            root.stage.ground.keepFree(x, y, visible ? width : 0, height);
        }

        onXChanged: keepFree()
        onYChanged: keepFree()
        onWidthChanged: keepFree()
        onVisibleChanged: keepFree()
        visible: root.screenName !== "attract" && root.screenName !== "home"
        x: frame.mapArea.x + frame.mapArea.width - width - Theme.mm(6)
        y: frame.mapArea.y + frame.mapArea.height - height - Theme.mm(3)
        pxPerKm: root.stage.camera.pxPerGroundKm
        pattern: root.stage.words.kilometres
    }

    TextGround {
        anchors.fill: parent
        frame: frame
    }

    Repeater {
        model: [
            {
                name: "attract",
                screen: attractScreen
            },
            {
                name: "home",
                screen: homeScreen
            },
            {
                name: "phases",
                screen: narrativeScreen
            },
            {
                name: "forces",
                screen: forcesScreen
            },
            {
                name: "maps",
                screen: mapsScreen
            },
            {
                name: "lessons",
                screen: narrativeScreen
            }
        ]

        Loader {
            required property var modelData

            readonly property bool current: root.screenName === modelData.name

            anchors.fill: parent
            active: current || opacity > 0
            opacity: current ? 1 : 0
            enabled: current
            sourceComponent: modelData.screen

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.fade / 2
                }
            }
        }
    }

    Component {
        id: attractScreen

        AttractScreen {
            stage: root.stage
            frame: frame
        }
    }

    Component {
        id: homeScreen

        HomeScreen {
            stage: root.stage
            frame: frame
        }
    }

    Component {
        id: narrativeScreen

        NarrativeScreen {
            stage: root.stage
            frame: frame
        }
    }

    Component {
        id: forcesScreen

        ForcesScreen {
            stage: root.stage
            frame: frame
        }
    }

    Component {
        id: mapsScreen

        MapsScreen {
            stage: root.stage
            frame: frame
        }
    }

    TimelineBar {
        id: timeline

        x: 0
        width: root.width
        y: bar.y - height
        visible: frame.timed
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
        x: frame.sheetArea.x
        y: frame.sheetArea.y
        width: frame.sheetArea.width
        height: frame.sheetArea.height
        stage: root.stage
        open: root.stage.navigation.card !== "" && !root.stage.navigation.sources
    }

    EventsSheet {
        x: frame.sheetArea.x
        y: frame.sheetArea.y
        width: frame.sheetArea.width
        height: frame.sheetArea.height
        stage: root.stage
        open: timeline.eventsOpen && timeline.visible
        onClosed: timeline.eventsOpen = false
    }

    SourcesSheet {
        x: frame.wideArea.x
        y: frame.wideArea.y
        width: frame.wideArea.width
        height: frame.wideArea.height
        stage: root.stage
        open: root.stage.navigation.sources
    }

    ComfortSheet {
        x: frame.sheetArea.x
        y: frame.sheetArea.y
        width: frame.sheetArea.width
        height: frame.sheetArea.height
        stage: root.stage
        open: root.stage.navigation.comfort
    }

    WarningOverlay {
        anchors.fill: parent
        stage: root.stage
    }
}
