import QtQuick
import Kiosk.Controls

// The words of a slide, beneath each other. More than has room is drawn smaller, not cut.
Column {
    id: root

    required property rect area

    x: area.x
    y: area.y
    width: area.width
    spacing: Theme.mm(4)
    scale: height > area.height ? area.height / height : 1
    transformOrigin: Item.TopLeft
}
