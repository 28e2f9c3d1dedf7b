import QtQuick
import Kiosk.Controls
import Kiosk.Visit

// The number of a proof on the map, to be pressed: the map itself draws it.
Touchable {
    id: root

    objectName: "ProofMark"

    required property int index
    required property int number
    required property real planeX
    required property real planeY
    required property real dx
    required property real dy
    required property real px
    required spoken
    required chosen
    required property Navigation navigation
    property real originX
    property real originY
    property real scale_

    readonly property int side: Math.max(Theme.target, Math.ceil(px))

    x: Math.round((planeX - originX) * scale_ + dx - side / 2)
    y: Math.round((planeY - originY) * scale_ + dy - side / 2)
    width: side
    height: side
    drawn: false
    onActivated: navigation.openProof(number)
}
