pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The phase hour by hour; a touch on an event brings the map to its hour.
Sheet {
    id: root

    title: stage.words.what_happened
    overline: stage.overline

    Repeater {
        model: root.stage.events

        Item {
            id: event

            required property int index
            required property string when
            required property string text
            required property real hours

            readonly property bool passed: root.stage.playhead.hours >= hours

            width: parent ? parent.width : 0
            height: Math.max(Theme.target, told.height)
            activeFocusOnTab: true
            Accessible.role: Accessible.Button
            Accessible.name: `${when}: ${text}`
            Accessible.onPressAction: root.stage.playhead.seek(hours)
            Keys.onReturnPressed: root.stage.playhead.seek(hours)

            Rectangle {
                width: Theme.mm(1)
                height: parent.height
                color: event.passed ? Theme.amber : Theme.rule
            }

            Column {
                id: told

                x: Theme.mm(4)
                width: parent.width - x

                BodyText {
                    width: parent.width
                    text: event.when
                    color: Theme.amber
                }

                BodyText {
                    width: parent.width
                    text: event.text
                }
            }

            TapHandler {
                onTapped: root.stage.playhead.seek(event.hours)
            }
        }
    }
}
