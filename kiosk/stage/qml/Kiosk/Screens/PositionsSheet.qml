pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Who stands where: the map at the hour as text, first what is seen of it.
Sheet {
    id: root

    required property Positions positions

    title: phrases.words.who_where
    space: Theme.px(8)

    Repeater {
        model: root.positions.ranks

        Column {
            id: ranks

            required property int index
            required property string name
            required property string text

            width: parent ? parent.width : 0
            spacing: 0

            DisplayText {
                width: parent.width
                visible: text !== ""
                text: ranks.name
                font.pixelSize: Theme.heading
            }

            Repeater {
                model: ranks.text.split("\n")

                BodyText {
                    required property string modelData

                    width: ranks.width
                    text: Theme.together(modelData)
                }
            }
        }
    }
}
