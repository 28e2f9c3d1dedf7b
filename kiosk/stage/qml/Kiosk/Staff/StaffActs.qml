pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Desk
import Kiosk.Enums

// What staff may do, in large words.
Grid {
    id: root

    required property Gate gate
    readonly property var words: gate.words
    readonly property int cell: Math.floor((width + spacing) / columns) - spacing
    readonly property int high: Math.ceil(12 / columns)
    readonly property int tall: Math.max(Theme.target, Math.min(Theme.mm(36), Math.floor((height + spacing) / high) - spacing))

    spacing: Theme.gap * 2

    Act {
        text: root.words.staff_clean
        onActivated: root.gate.enter(Rooms.clean)
    }

    Act {
        text: root.words.staff_hours
        onActivated: root.gate.enter(Rooms.hours)
    }

    Act {
        text: root.words.staff_content
        onActivated: root.gate.enter(Rooms.content)
    }

    Act {
        text: root.words.staff_quiet
        role: Accessible.CheckBox
        chosen: root.gate.quiet
        onActivated: root.gate.toggleQuiet()
    }

    Dial {
        value: root.gate.volume
        label: root.words.staff_volume
        less: root.words.staff_softer
        more: root.words.staff_louder
        onTurned: up => root.gate.setLouder(up)
    }

    Dial {
        value: root.gate.brightness
        label: root.words.staff_brightness
        less: root.words.staff_darker
        more: root.words.staff_brighter
        onTurned: up => root.gate.setBrighter(up)
    }

    Act {
        text: root.words.staff_health
        onActivated: root.gate.enter(Rooms.health)
    }

    Act {
        text: root.words.staff_touch
        onActivated: root.gate.enter(Rooms.touch)
    }

    Act {
        text: root.words.staff_screen
        onActivated: root.gate.enter(Rooms.screen)
    }

    Act {
        text: root.words.staff_restart
        onActivated: root.gate.ask(AskedActs.restart)
    }

    Act {
        visible: root.gate.powers
        text: root.words.staff_power
        onActivated: root.gate.ask(AskedActs.power)
    }

    Act {
        visible: root.gate.powers
        text: root.words.staff_maintenance
        onActivated: root.gate.ask(AskedActs.maintenance)
    }

    // Seen where the machine has one.
    component Dial: Row {
        id: dial

        required property int value
        required property string label
        required property string less
        required property string more

        signal turned(bool up)

        visible: value >= 0
        width: root.cell
        height: root.tall
        spacing: Theme.gap

        TouchButton {
            height: root.tall
            icon: "minus"
            spoken: dial.less
            onActivated: dial.turned(false)
        }

        BodyText {
            width: root.cell - 2 * (Theme.target + Theme.gap)
            anchors.verticalCenter: parent.verticalCenter
            horizontalAlignment: Text.AlignHCenter
            text: `${dial.label} ${dial.value}%`
        }

        TouchButton {
            height: root.tall
            icon: "plus"
            spoken: dial.more
            onActivated: dial.turned(true)
        }
    }

    component Act: TouchButton {
        width: root.cell
        height: Math.max(implicitHeight, root.tall)
        wraps: true
        textSize: Theme.firm
    }
}
