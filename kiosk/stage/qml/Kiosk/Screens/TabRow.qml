pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// Over the map: what belongs to the same panel, lessons, decisions, disagreements; and its key.
Item {
    id: root

    required property Phrasebook phrases
    required property Navigation navigation
    required property Page page

    readonly property bool keyAlone: page.tabs.count === 0

    implicitWidth: row.implicitWidth
    implicitHeight: row.height

    Flow {
        id: row

        width: root.width
        spacing: Theme.gap

        Repeater {
            model: root.page.tabs

            TouchButton {
                required property int index
                required property string key
                required property string name
                required property bool current

                text: name
                textSize: Theme.bounded
                chosen: current
                onActivated: root.navigation.openPanel(key)
            }
        }

        TouchButton {
            text: root.phrases.words.legend
            textSize: Theme.bounded
            onActivated: root.navigation.openSheet(Sheets.key)
        }
    }
}
