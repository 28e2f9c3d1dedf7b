pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Map
import Kiosk.Screens
import Kiosk.Stage

// The window: one map, and over it the screen that the visitor is on.
Window {
    id: root

    required property Stage stage

    readonly property string screenName: stage.session.state === States.attract ? States.attract : stage.navigation.screen

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
        navigationHeight: (chrome.item as VisitorChrome)?.barHeight ?? 0
        timelineHeight: (chrome.item as VisitorChrome)?.timelineHeight ?? 0
        sheet: (chrome.item as VisitorChrome)?.sheet ?? StageFrame.Bare
        reachTop: root.stage.preferences.reachMode ? root.stage.reachTop : 0
    }

    MapView {
        anchors.fill: parent
        stage: root.stage
        area: frame.mapArea
        handled: root.screenName !== States.attract && root.screenName !== Screens.home
        flightTime: root.screenName === States.attract ? Theme.flight * 4 : Theme.flight
    }

    ScaleBar {
        id: scaleBar

        visible: root.screenName !== States.attract && root.screenName !== Screens.home && frame.mapArea.height > Theme.mm(40) && frame.mapArea.width > Theme.mm(60)
        x: frame.mapArea.x + frame.mapArea.width - width - Theme.mm(6)
        y: frame.mapArea.y + frame.mapArea.height - height - Theme.mm(3)
        pxPerKm: root.stage.camera.pxPerGroundKm
        pattern: root.stage.phrases.words.kilometres

        KeptFree {
            stage: root.stage
            key: "scale"
        }
    }

    TextGround {
        anchors.fill: parent
        frame: frame
        transform: Translate {
            x: frame.portrait ? 0 : Theme.mm(root.stage.show.driftX)
            y: frame.portrait ? Theme.mm(root.stage.show.driftY) : 0
        }
    }

    Repeater {
        model: [
            {
                name: States.attract,
                screen: attractScreen
            },
            {
                name: Screens.home,
                screen: homeScreen
            },
            {
                name: Screens.phases,
                screen: narrativeScreen
            },
            {
                name: Screens.forces,
                screen: forcesScreen
            },
            {
                name: Screens.maps,
                screen: mapsScreen
            },
            {
                name: Screens.lessons,
                screen: narrativeScreen
            },
            {
                name: Screens.decisions,
                screen: decisionScreen
            },
            {
                name: Screens.disagreements,
                screen: narrativeScreen
            }
        ]

        FadeLoader {
            required property var modelData

            anchors.fill: parent
            shown: root.screenName === modelData.name
            duration: Theme.fade / 2
            sourceComponent: modelData.screen
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
        id: decisionScreen

        DecisionScreen {
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

    // What only a visitor needs is made after the first picture is up.
    Loader {
        id: chrome

        property bool due: false

        anchors.fill: parent
        active: due || root.screenName !== States.attract
        asynchronous: root.screenName === States.attract
        sourceComponent: VisitorChrome {
            stage: root.stage
            frame: frame
            screenName: root.screenName
        }
    }

    onFrameSwapped: chrome.due = true
}
