import QtQuick
import Kiosk.Stage

// Keeps names and symbols off the ground beneath its parent while that is shown.
Item {
    id: root

    required property Stage stage
    required property string key
    // Stays where it is when the camera moves, after which all is laid anyway.
    property bool still: true

    readonly property rect area: visible && parent ? Qt.rect(parent.x, parent.y, parent.width, parent.height) : Qt.rect(0, 0, 0, 0)

    anchors.fill: parent
    onAreaChanged: {
        stage?.situation.keepFree(key, area.x, area.y, area.width, area.height);
        if (still)
            stage?.situation.lay();
    }
    onVisibleChanged: stage?.situation.lay()
    Component.onDestruction: {
        stage?.situation.keepFree(key, 0, 0, 0, 0);
        stage?.situation.lay();
    }
}
