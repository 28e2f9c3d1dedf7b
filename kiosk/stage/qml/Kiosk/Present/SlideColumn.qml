import QtQuick
import Kiosk.Controls

// The words of a slide, beneath each other. More than has room is drawn smaller, not cut.
Column {
    id: root

    required property rect area
    // A title without more stands a little above the middle.
    property bool lone: false

    // The least step of a title.
    readonly property int titleSize: Math.round(Theme.title * 66 / 84)

    x: area.x
    y: area.y + (lone ? Math.max(0, Math.round((area.height - height) * 0.4)) : 0)
    width: area.width
    spacing: Theme.mm(4)
    scale: height > area.height ? area.height / height : 1
    transformOrigin: Item.TopLeft
}
