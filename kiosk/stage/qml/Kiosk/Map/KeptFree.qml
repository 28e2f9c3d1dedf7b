import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Keeps names and symbols off the ground beneath its parent while that is shown.
Item {
    id: root

    required property Stage stage
    required property string key
    // The width that counts from the right, where it is not its parent's, and the room above it.
    property int room: parent?.width ?? 0
    property int above: 0

    readonly property rect area: visible && parent ? Theme.faced(Qt.rect(parent.x + parent.width - room, parent.y - above, room, parent.height + above)) : Qt.rect(0, 0, 0, 0)

    anchors.fill: parent
    onAreaChanged: {
        stage?.situation.keepFree(key, area.x, area.y, area.width, area.height);
        stage?.situation.lay();
    }
    onVisibleChanged: stage?.situation.lay()
    Component.onDestruction: {
        stage?.situation.keepFree(key, 0, 0, 0, 0);
        stage?.situation.lay();
    }
}
