import QtQuick
import Kiosk.Stage

// One painted picture of the ground, moved and scaled with the camera.
Image {
    id: root

    required property Plate plate
    required property MapCamera camera

    x: Math.round((plate.originX - camera.originX) * camera.scale)
    y: Math.round((plate.originY - camera.originY) * camera.scale)
    width: Math.round(plate.spanX * camera.scale)
    height: Math.round(plate.spanY * camera.scale)
    source: plate.source
    visible: plate.source !== ""
    cache: false
    fillMode: Image.Stretch
}
