pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The ground with everything that stands on it. `area` is the part no text covers.
Item {
    id: root

    required property Stage stage
    required property rect area
    required property bool handled
    property int flightTime: Theme.flight

    readonly property MapCamera camera: stage.camera
    readonly property real originX: camera.originX
    readonly property real originY: camera.originY
    readonly property real scale_: camera.scale
    // A strip of map beside a sheet shows its ground alone.
    readonly property bool marked: Math.min(area.width, area.height) > Theme.mm(30)

    function fit() {
        camera.setScreen(width, height, area.x, area.y, area.width, area.height);
    }

    clip: true
    onFlightTimeChanged: camera.setPace(flightTime)
    Component.onCompleted: camera.setPace(flightTime)
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

    Item {
        id: live

        x: root.area.x - Theme.mm(12)
        width: root.area.width + Theme.mm(12)
        height: Math.min(root.height, root.area.y + root.area.height + Theme.mm(40))
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
            highContrast: Theme.highContrast
        }
    }

    Repeater {
        model: root.stage.situation.names

        PlaceName {
            originX: root.originX
            originY: root.originY
            scale_: root.scale_
            visible: root.marked
        }
    }

    Repeater {
        model: root.stage.situation.signs

        FormationSymbol {
            originX: root.originX
            originY: root.originY
            scale_: root.scale_
            visible: root.marked
            px: root.stage.situation.textPx
        }
    }

    MapFingers {
        x: root.area.x
        y: root.area.y
        width: root.area.width
        height: root.area.height
        enabled: root.handled
        stage: root.stage
    }
}
