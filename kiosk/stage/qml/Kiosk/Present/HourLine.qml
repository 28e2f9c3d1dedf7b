pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The hour on the map with its sky, and how far the phase has come: a mark for each event.
Item {
    id: root

    required property Moment moment
    required property int count
    required property int at

    height: row.height + Theme.mm(8)

    Row {
        id: row

        spacing: Theme.mm(3)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: name !== ""
            name: root.moment.skyIcon
            colour: Theme.muted
            side: Theme.leastText
        }

        BodyText {
            text: root.moment.text
            color: Theme.muted
            wrapMode: Text.NoWrap
        }
    }

    Row {
        anchors.bottom: parent.bottom
        visible: root.count > 1
        spacing: Theme.mm(1.6)

        Repeater {
            model: root.count

            Rectangle {
                required property int index

                width: Math.min(Theme.mm(10), (root.width - (root.count - 1) * Theme.mm(1.6)) / root.count)
                height: Theme.mm(1.6)
                color: index === root.at - 1 ? Theme.amber : index < root.at ? Theme.muted : Theme.night
            }
        }
    }
}
