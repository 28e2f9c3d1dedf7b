pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Fingers on the map: touch, mouse, wheel; a ring marks what a tap has found. The keys go into it, and
// through it thing by thing.
Reachable {
    id: root

    objectName: "MapFingers"

    required property Stage stage

    readonly property Fingers fingers: stage.fingers
    readonly property MapWalk walk: stage.walk

    // The map in words, as it was when the keys came to it.
    property string gist

    role: Accessible.Canvas
    Accessible.ignored: !visible || !enabled
    inset: true
    spoken: stage.phrases.words.map
    stands: walk.inside ? walk.told : gist
    onActiveFocusChanged: gist = activeFocus ? stage.positions.told() : ""
    onActivated: walk.enter()

    MapTouch {
        anchors.fill: parent
        fingers: root.fingers
        corner: Qt.point(root.x, root.y)
    }

    Rectangle {
        visible: root.fingers.marking
        x: root.fingers.markX - root.x - width / 2
        y: root.fingers.markY - root.y - height / 2
        width: Theme.mm(18)
        height: width
        radius: width / 2
        color: "transparent"
        border.color: Theme.amber
        border.width: Theme.mm(0.9)
    }
}
