pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Map
import Kiosk.Stage

// Over the map: what belongs to the same panel, lessons, decisions, disagreements; and its key.
Item {
    id: root

    required property Stage stage

    readonly property bool keyAlone: stage.page.tabs.count === 0

    implicitWidth: row.implicitWidth
    implicitHeight: row.height

    Flow {
        id: row

        width: root.width
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

        TouchButton {
            text: root.stage.words.legend
            textSize: Theme.bounded
            onActivated: root.stage.navigation.openSheet(Sheets.key)
        }
    }

    KeptFree {
        stage: root.stage
        key: "tabs"
    }
}
