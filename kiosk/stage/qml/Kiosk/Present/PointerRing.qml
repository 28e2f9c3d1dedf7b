import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The speaker's pointer: a ring that can be seen from the last row.
Rectangle {
    id: root

    objectName: "PointerRing"

    required property Deck deck

    visible: deck.delivery.pointing && deck.pointX >= 0
    x: Math.round(deck.pointX * parent.width - width / 2)
    y: Math.round(deck.pointY * parent.height - height / 2)
    width: Math.round(parent.height / 9)
    height: width
    radius: width / 2
    color: Qt.rgba(Theme.amber.r, Theme.amber.g, Theme.amber.b, 0.15)
    border.color: Theme.amber
    border.width: Math.round(width / 12)
}
