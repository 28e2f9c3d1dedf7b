pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Fingers on the map: touch, mouse, wheel and keys. A ring marks what a tap has found.
Item {
    id: root

    objectName: "MapFingers"

    required property Stage stage

    readonly property Fingers fingers: stage.fingers
    readonly property real step: 0.3

    activeFocusOnTab: true
    Accessible.role: Accessible.Canvas
    Accessible.name: stage.phrases.words.map
    Keys.onLeftPressed: stage.atlas.panBy(-step, 0)
    Keys.onRightPressed: stage.atlas.panBy(step, 0)
    Keys.onUpPressed: stage.atlas.panBy(0, -step)
    Keys.onDownPressed: stage.atlas.panBy(0, step)
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            stage.atlas.zoomBy(1.6);
        else if (event.key === Qt.Key_Minus)
            stage.atlas.zoomBy(1 / 1.6);
        else if (event.key === Qt.Key_Home)
            stage.atlas.showWholeMap();
        else
            event.accepted = false;
    }

    MapTouch {
        anchors.fill: parent
        fingers: root.fingers
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

    Loader {
        active: root.activeFocus
        sourceComponent: FocusRing {
            target: root
            inset: true
        }
    }
}
