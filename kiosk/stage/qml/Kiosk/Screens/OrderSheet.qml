pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// The orders of battle at the hour: every formation of every side, under whom, and what it does.
Sheet {
    id: root

    required property Forces forces
    required property Navigation navigation

    title: phrases.words.order

    Repeater {
        model: root.forces.sides

        OrderOfBattle {
            required property int index
            required property string key

            width: parent ? parent.width : 0
            navigation: root.navigation
        }
    }
}
