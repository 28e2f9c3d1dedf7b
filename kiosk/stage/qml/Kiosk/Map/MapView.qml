pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The ground with everything that stands on it. What is looked at lies in `area`.
Item {
    id: root

    required property Stage stage
    required property rect area
    // What of the map is not under text.
    required property rect shown
    required property bool handled
    // Its ground alone.
    property bool bare: false
    property int flightTime: Theme.flight

    readonly property alias fingers: fingers
    readonly property MapCamera camera: stage.camera
    readonly property real originX: camera.originX
    readonly property real originY: camera.originY
    readonly property real scale_: camera.scale
    // A strip of map beside a sheet shows its ground alone.
    readonly property bool marked: !bare && Math.min(area.width, area.height) > Theme.mm(30)

    // Assistance asks for a card.
    function open(ref: string) {
        if (handled && !Assistance.press(Window.window))
            stage.walk.show(ref);
    }

    function fit() {
        camera.setScreen(width, height, area.x, area.y, area.width, area.height);
    }

    clip: true
    Accessible.role: Accessible.Grouping
    Accessible.name: stage.phrases.words.map
    Accessible.ignored: bare
    onFlightTimeChanged: camera.setPace(flightTime)
    Component.onCompleted: camera.setPace(flightTime)
    onShownChanged: stage.atlas.see(shown.x, shown.y, shown.width, shown.height)
    onAreaChanged: fit()
    onWidthChanged: fit()
    onHeightChanged: fit()

    Connections {
        target: root.camera

        function onDeparted() {
            flight.restart();
        }
    }

    Binding {
        target: root.stage.plates
        property: "pixelRatio"
        value: root.Screen.devicePixelRatio
    }

    NumberAnimation {
        id: flight

        target: pilot
        property: "progress"
        from: 0
        to: 1
        duration: root.camera.flightMs
    }

    QtObject {
        id: pilot

        property real progress: 1

        onProgressChanged: root.camera.fly(progress)
    }

    PlateImage {
        plate: root.stage.plates.whole
        camera: root.camera
    }

    PlateImage {
        plate: root.stage.plates.around
        camera: root.camera
    }

    PlateImage {
        plate: root.stage.plates.past
        camera: root.camera
    }

    PlateImage {
        plate: root.stage.plates.near
        camera: root.camera
    }

    // Night lies over the ground, under all that stands on it.
    Rectangle {
        readonly property color wash: Theme.role("wash")

        objectName: "Night"
        anchors.fill: parent
        visible: opacity > 0 && wash.a > 0
        color: wash
        opacity: root.stage.night.depth

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.fade
            }
        }
    }

    AreaMorph {
        morphing: root.stage.situation.morphing
        camera: root.camera
        pxPerMm: Theme.pxPerMm
        tone: Theme.tone
        cuts: Theme.reducedMotion || root.bare
    }

    Item {
        id: live

        visible: !root.bare

        x: root.shown.x
        y: root.shown.y
        width: root.shown.width
        height: root.shown.height
        clip: true

        MapOverlay {
            x: driftX - slack
            y: driftY - slack
            width: live.width + 2 * slack
            height: live.height + 2 * slack
            corner: Qt.point(live.x - slack, live.y - slack)
            slack: Theme.mm(7)
            situation: root.stage.situation
            camera: root.camera
            pxPerMm: Theme.pxPerMm
            tone: Theme.tone
        }
    }

    Pulse {
        x: (root.stage.moment.pulseAt.x - root.originX) * root.scale_
        y: (root.stage.moment.pulseAt.y - root.originY) * root.scale_
        active: root.marked && root.stage.moment.pulses
    }

    Repeater {
        model: root.stage.situation.names

        PlaceName {
            required property string key

            originX: root.originX
            originY: root.originY
            scale_: root.scale_
            visible: root.marked
            onPressed: root.open(`places/${key}`)
        }
    }

    Repeater {
        model: root.stage.situation.signs

        FormationSymbol {
            required property string key

            originX: root.originX
            originY: root.originY
            scale_: root.scale_
            visible: root.marked
            px: root.stage.situation.textPx
            onPressed: root.open(`formations/${key}`)
        }
    }

    Repeater {
        model: root.stage.situation.edges

        EdgeItem {
            required property string key

            visible: root.marked
            onPressed: root.open(key)
        }
    }

    // What has gone fades.
    Repeater {
        model: root.stage.situation.namesGone

        PlaceName {
            originX: root.originX
            originY: root.originY
            scale_: root.scale_
            visible: root.marked
            leaving: true
        }
    }

    Repeater {
        model: root.stage.situation.signsGone

        FormationSymbol {
            originX: root.originX
            originY: root.originY
            scale_: root.scale_
            visible: root.marked
            px: root.stage.situation.textPx
            leaving: true
        }
    }

    Repeater {
        model: root.stage.situation.edgesGone

        EdgeItem {
            visible: root.marked
            leaving: true
        }
    }

    MapFingers {
        id: fingers

        x: root.shown.x
        y: root.shown.y
        width: root.shown.width
        height: root.shown.height
        enabled: root.handled
        stage: root.stage
    }

    Repeater {
        model: root.stage.situation.proofs

        ProofMark {
            navigation: root.stage.navigation
            originX: root.originX
            originY: root.originY
            scale_: root.scale_
            visible: root.marked && root.handled
        }
    }
}
