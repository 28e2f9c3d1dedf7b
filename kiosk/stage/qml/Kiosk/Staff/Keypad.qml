pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Desk

// The PIN: how many digits are there, and twelve keys.
Column {
    id: root

    required property Gate gate
    readonly property int key: Math.max(Theme.mm(24), Theme.target)

    spacing: Theme.mm(6)

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        height: Theme.mm(6)
        spacing: Theme.mm(4)

        Repeater {
            model: Math.max(4, root.gate.entered)

            Rectangle {
                required property int index

                width: Theme.mm(6)
                height: width
                radius: width / 2
                color: index < root.gate.entered ? Theme.paper : "transparent"
                border.color: Theme.muted
                border.width: Theme.touchRule
            }
        }
    }

    BodyText {
        width: keys.width
        height: Math.max(implicitHeight, Math.round(Theme.body * 1.4))
        horizontalAlignment: Text.AlignHCenter
        text: root.gate.said
    }

    Grid {
        id: keys

        anchors.horizontalCenter: parent.horizontalCenter
        columns: 3
        spacing: Theme.gap

        Repeater {
            model: root.gate.pad.slice(0, 9)

            Digit {}
        }

        TouchButton {
            width: root.key * 1.5
            height: root.key
            icon: "chevron-left"
            spoken: root.gate.words.staff_rub
            onActivated: root.gate.rub()
        }

        Digit {
            modelData: root.gate.pad[9] ?? 0
        }

        TouchButton {
            width: root.key * 1.5
            height: root.key
            filled: true
            icon: "check"
            spoken: root.gate.words.staff_try
            onActivated: root.gate.tryPin()
        }
    }

    component Digit: TouchButton {
        required property int modelData

        width: root.key * 1.5
        height: root.key
        text: `${modelData}`
        textSize: Theme.figure
        onActivated: root.gate.press(modelData)
    }
}
