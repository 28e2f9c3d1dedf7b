import QtQuick
import Kiosk.Stage

// Drag, pinch, wheel and touch on the map.
Item {
    id: root

    required property MapCamera camera
    required property Ground ground

    property point last

    DragHandler {
        id: drag

        target: null
        maximumPointCount: 1
        onActiveChanged: root.last = Qt.point(0, 0)
        onActiveTranslationChanged: {
            root.camera.pan(activeTranslation.x - root.last.x, activeTranslation.y - root.last.y);
            root.last = Qt.point(activeTranslation.x, activeTranslation.y);
        }
    }

    PinchHandler {
        id: pinch

        target: null
        rotationAxis.enabled: false
        onScaleChanged: delta => root.camera.zoom(delta, root.x + centroid.position.x, root.y + centroid.position.y)
        onTranslationChanged: delta => root.camera.pan(delta.x, delta.y)
    }

    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => root.camera.zoom(Math.pow(1.0015, event.angleDelta.y), root.x + event.x, root.y + event.y)
    }

    TapHandler {
        gesturePolicy: TapHandler.WithinBounds
        onSingleTapped: point => root.ground.pick(root.x + point.position.x, root.y + point.position.y)
        onDoubleTapped: point => root.camera.zoom(1.7, root.x + point.position.x, root.y + point.position.y)
    }
}
