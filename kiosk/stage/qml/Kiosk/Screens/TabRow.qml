pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// What belongs to the same panel, over the map: lessons, decisions, disagreements.
Flow {
    id: root

    required property Stage stage

    spacing: Theme.gap

    Repeater {
        model: root.stage.page.tabs

        TouchButton {
            required property int index
            required property string key
            required property string name
            required property bool current

            text: name
            textSize: Theme.bounded
            chosen: current
            onActivated: root.stage.navigation.openPanel(key)
        }
    }
}
