pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// What each side wanted, knew and did in these days.
Sheet {
    id: root

    required property Navigation navigation
    required property Page page

    title: phrases.words.each_side
    overline: page.overline
    space: Theme.mm(8)

    Repeater {
        model: root.page.standpoints

        Column {
            id: standpoint

            required property int index
            required property string name
            required property string second
            required property color colour
            required property string text

            width: parent ? parent.width : 0
            spacing: Theme.mm(2)

            Rectangle {
                width: parent.width
                height: Theme.mm(1.6)
                color: Theme.side(standpoint.colour)
            }

            DisplayText {
                width: parent.width
                text: standpoint.name
                font.pixelSize: Theme.heading
            }

            Paragraphs {
                width: parent.width
                navigation: root.navigation
                text: standpoint.text
            }
        }
    }
}
