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

    // The name of the screen that it stands on, for whoever may not ask the window for its screen.
    readonly property string standsOn: Screen.name

    // Where all lies on the panel that is shown, and before the first of them.
    property StageFrame frame: StageFrame {
        edges: edges
        barred: false
    }

    // The panel itself.
    property PanelScreen page

    color: Theme.ink
    title: stage.exhibitTitle
    onWidthChanged: stage?.resize(width, height)
    onHeightChanged: stage?.resize(width, height)

    Shortcut {
        sequences: ["Ctrl+Q"]
        onActivated: Qt.quit()
    }

    StageEdges {
        id: edges

        width: field.width
        height: field.height
        footHeight: (chrome.item as VisitorChrome)?.footHeight ?? 0
        sideHeight: (chrome.item as VisitorChrome)?.sideHeight ?? 0
        sideWidth: (chrome.item as VisitorChrome)?.sideWidth ?? 0
        rulerLeft: (chrome.item as VisitorChrome)?.rulerLeft ?? 0
        cover: (chrome.item as VisitorChrome)?.cover ?? StageEdges.Bare
    }

    // Beyond what is in reach: the ground, without a word.
    Loader {
        active: field.y > 0
        sourceComponent: Image {
            width: root.width
            height: field.y
            source: root.stage.plates.whole.source
            fillMode: Image.PreserveAspectCrop
            opacity: 0.6
        }
    }

    Item {
        id: field

        x: root.stage.field.area.x
        y: root.stage.field.area.y
        width: root.stage.field.area.width
        height: root.stage.field.area.height
        transform: Face {
            of: field
        }

        MapView {
            id: map

            anchors.fill: parent
            stage: root.stage
            area: Theme.faced(root.frame.mapArea)
            shown: Theme.faced(root.frame.mapShown)
            transform: Face {
                of: map
            }
            bare: root.frame.bare
            enabled: root.stage.session.state !== States.warning
            handled: root.screenName !== States.attract && root.screenName !== Screens.home
            flightTime: root.screenName === States.attract ? Theme.flight * 4 : Theme.flight
        }

        ScaleBar {
            id: scaleBar

            visible: !root.frame.bare && root.screenName !== States.attract && root.screenName !== Screens.home && root.frame.mapArea.height > Theme.mm(40) && root.frame.mapArea.width > Theme.mm(60)
            x: root.frame.mapArea.x + root.frame.mapArea.width - width
            y: root.frame.mapArea.y + root.frame.mapArea.height - height
            pxPerKm: root.stage.camera.pxPerGroundKm
            phrases: root.stage.phrases
            transform: Face {
                of: scaleBar
            }

            KeptFree {
                stage: root.stage
                key: "scale"
                room: scaleBar.most
                above: Theme.mm(2)
            }
        }

        TextGround {
            anchors.fill: parent
            frame: root.frame
            transform: Translate {
                x: root.frame.portrait ? 0 : Theme.mm(root.stage.show.driftX)
                y: root.frame.portrait ? Theme.mm(root.stage.show.driftY) : 0
            }
        }

        Repeater {
            model: Object.keys(root.screens)

            FadeLoader {
                required property string modelData

                anchors.fill: parent
                shown: root.screenName === modelData
                enabled: shown && root.stage.session.state !== States.warning
                ahead: modelData === Screens.home && chrome.status === Loader.Ready && root.screenName === States.attract
                duration: Theme.fade / 2
                Accessible.role: Accessible.Pane
                Accessible.name: root.stage.page.title
                Accessible.ignored: !shown
                sourceComponent: root.screens[modelData]
                onShownChanged: show()
                onLoaded: show()

                function show() {
                    if (!shown || !item)
                        return;
                    root.page = item as PanelScreen;
                    root.frame = root.page.frame;
                }
            }
        }

        Loader {
            active: root.stage.page.signed !== ""
            sourceComponent: SignedFilm {
                map: root.frame.mapShown
                across: root.frame.width
                margin: root.frame.margin
                covered: root.frame.covered
                film: root.stage.film
                key: root.stage.page.signed
                phrases: root.stage.phrases

                KeptFree {
                    stage: root.stage
                    key: "signed"
                }
            }
        }

        // What only a visitor needs is made after the first picture is up.
        Loader {
            id: chrome

            property bool due: false

            anchors.fill: parent
            active: due || root.screenName !== States.attract
            asynchronous: root.screenName === States.attract
            visible: status === Loader.Ready
            sourceComponent: VisitorChrome {
                stage: root.stage
                frame: root.frame
                page: root.page
                map: map
            }
        }
    }

    // By their words: those of `Screen`, and of the state without a visitor.
    readonly property var screens: ({
            attract: attractScreen,
            home: homeScreen,
            phases: phasesScreen,
            forces: forcesScreen,
            maps: mapsScreen,
            lessons: lessonsScreen,
            decisions: decisionScreen,
            disagreements: disagreementsScreen
        })

    Component {
        id: attractScreen

        AttractScreen {
            stage: root.stage
            edges: edges
        }
    }

    Component {
        id: homeScreen

        HomeScreen {
            stage: root.stage
            edges: edges
        }
    }

    Component {
        id: phasesScreen

        NarrativeScreen {
            stage: root.stage
            edges: edges
            panel: Screens.phases
        }
    }

    Component {
        id: lessonsScreen

        NarrativeScreen {
            stage: root.stage
            edges: edges
            panel: Screens.lessons
        }
    }

    Component {
        id: disagreementsScreen

        DisagreementScreen {
            stage: root.stage
            edges: edges
        }
    }

    Component {
        id: decisionScreen

        DecisionScreen {
            stage: root.stage
            edges: edges
        }
    }

    Component {
        id: forcesScreen

        ForcesScreen {
            stage: root.stage
            edges: edges
        }
    }

    Component {
        id: mapsScreen

        MapsScreen {
            stage: root.stage
            edges: edges
        }
    }

    // First things first: the picture that is shown and the ground of the map are painted.
    readonly property bool painted: (!stage.river.shown || stage.river.ground !== "") && stage.plates.whole.source !== ""

    onPaintedChanged: update()
    onFrameSwapped: if (painted)
        chrome.due = true
}
