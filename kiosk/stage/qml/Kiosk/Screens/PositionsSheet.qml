pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Who stands where: the map at the hour as text.
Sheet {
    id: root

    required property Positions positions

    title: phrases.words.who_where
    space: Theme.mm(6)

    Column {
        width: parent.width
        spacing: Theme.mm(2)

        Repeater {
            model: root.positions.summary

            BodyText {
                required property string modelData

                width: parent ? parent.width : 0
                text: Theme.together(modelData)
            }
        }
    }

    Repeater {
        model: root.positions.sides

        Column {
            id: side

            required property int index
            required property string name
            required property string text

            width: parent ? parent.width : 0
            spacing: Theme.mm(2)

            DisplayText {
                width: parent.width
                text: side.name
                font.pixelSize: Theme.heading
            }

            Repeater {
                model: side.text.split("\n")

                BodyText {
                    required property string modelData

                    width: side.width
                    text: Theme.together(modelData)
                }
            }
        }
    }
}
