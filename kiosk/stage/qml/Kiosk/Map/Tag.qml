import QtQuick
import Kiosk.Controls

// The ground of what stands at the map's border, flat like a margin: no line of the map runs behind it.
Rectangle {
    objectName: "Tag"
    color: Theme.ink
    border.color: Theme.rule
    border.width: Style.tagLine
}
