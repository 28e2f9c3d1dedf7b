import QtQuick
import Kiosk.Stage

// One painted picture of the ground, moved and scaled with the camera. The smaller its ground,
// the higher it lies; once shrunk to a patch in the middle of the screen it is not shown.
Image {
    id: root

    required property Plate plate
    required property MapCamera camera
    readonly property bool covers: parent !== null && x <= 0 && y <= 0 && x + width >= parent.width && y + height >= parent.height

    x: Math.round((plate.originX - camera.originX) * camera.scale)
    y: Math.round((plate.originY - camera.originY) * camera.scale)
    z: -plate.spanX
    width: Math.round(plate.spanX * camera.scale)
    height: Math.round(plate.spanY * camera.scale)
    source: plate.source
    visible: plate.source !== "" && (covers || width * 1.5 >= implicitWidth / Screen.devicePixelRatio)
    cache: false
    fillMode: Image.Stretch
}
