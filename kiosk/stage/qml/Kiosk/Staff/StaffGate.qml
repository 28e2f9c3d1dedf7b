pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Desk
import Kiosk.Enums

// The gate for staff, over everything: the PIN, the acts behind it, and a room for each that needs one.
Item {
    id: root

    required property Gate gate

    readonly property var words: gate.words
    readonly property bool upright: height > width
    readonly property int margin: Theme.pageMargin(width, height)
    readonly property bool lined: gate.room === Rooms.content || gate.room === Rooms.health
    readonly property bool tried: gate.room === Rooms.touch || gate.room === Rooms.screen
    readonly property string heading: ({
            [Rooms.pin]: words.staff_pin,
            [Rooms.acts]: words.staff,
            [Rooms.clean]: words.staff_clean,
            [Rooms.content]: words.staff_content,
            [Rooms.health]: words.staff_health,
            [Rooms.hours]: words.staff_hours,
            [Rooms.sure]: words.staff_sure
        })[gate.room] ?? ""

    anchors.fill: parent
    transform: Face {
        of: root
    }
    Accessible.role: Accessible.Dialog
    Accessible.name: words.staff

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
    }

    MouseArea {
        anchors.fill: parent
        onWheel: wheel => wheel.accepted = true
    }

    DisplayText {
        id: title

        visible: !root.tried
        x: root.margin
        y: Theme.px(36)
        width: ways.x - Theme.gap - x
        height: Math.max(implicitHeight, Theme.target)
        verticalAlignment: Text.AlignVCenter
        text: root.heading
    }

    Row {
        id: ways

        visible: !root.tried && !root.gate.cleaning
        anchors.right: parent.right
        anchors.rightMargin: root.margin
        y: Theme.px(36)
        spacing: Theme.gap

        TouchButton {
            visible: root.gate.nextLanguage !== ""
            text: root.gate.nextLanguage
            plain: true
            onActivated: root.gate.turnLanguage()
        }

        TouchButton {
            icon: "x"
            spoken: root.gate.room === Rooms.acts ? root.words.staff_leave : root.words.staff_back
            onActivated: root.gate.back()
        }
    }

    Item {
        id: room

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: title.bottom
        anchors.bottom: parent.bottom
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        anchors.topMargin: Theme.px(24)
        anchors.bottomMargin: root.margin

        Keypad {
            visible: root.gate.room === Rooms.pin
            anchors.centerIn: parent
            gate: root.gate
        }

        StaffActs {
            visible: root.gate.room === Rooms.acts
            anchors.fill: parent
            gate: root.gate
            columns: root.upright ? 2 : 3
        }

        Column {
            visible: root.gate.room === Rooms.clean || root.gate.room === Rooms.hours || root.gate.room === Rooms.sure
            width: parent.width
            spacing: Theme.mm(8)

            BodyText {
                visible: text !== ""
                width: parent.width
                text: root.gate.said
                font.pixelSize: Theme.lead
            }

            TouchButton {
                visible: root.gate.room === Rooms.clean && !root.gate.cleaning
                filled: true
                text: root.words.staff_again
                onActivated: root.gate.enter(Rooms.clean)
            }

            Column {
                visible: root.gate.room === Rooms.hours
                spacing: Theme.gap

                TouchButton {
                    text: root.words.staff_open_late
                    onActivated: root.gate.setToday("open")
                }

                TouchButton {
                    text: root.words.staff_close_now
                    onActivated: root.gate.setToday("shut")
                }

                TouchButton {
                    text: root.words.staff_as_usual
                    onActivated: root.gate.setToday("")
                }
            }

            TouchButton {
                visible: root.gate.room === Rooms.sure
                filled: true
                text: root.gate.asked === AskedActs.power ? root.words.staff_power : root.gate.asked === AskedActs.maintenance ? root.words.staff_maintenance : root.words.staff_restart
                onActivated: root.gate.agree()
            }
        }

        Flickable {
            visible: root.lined
            anchors.fill: parent
            contentHeight: told.height
            clip: true

            Column {
                id: told

                width: room.width
                spacing: Theme.mm(4)

                BodyText {
                    visible: root.gate.lines.length === 0
                    width: parent.width
                    color: Theme.muted
                    text: root.words.staff_looking
                }

                Repeater {
                    model: root.gate.lines

                    BodyText {
                        required property string modelData

                        width: told.width
                        text: modelData
                    }
                }
            }
        }
    }

    TouchTest {
        visible: root.gate.room === Rooms.touch
        anchors.fill: parent
        gate: root.gate
    }

    ScreenTest {
        visible: root.gate.room === Rooms.screen
        anchors.fill: parent
        onEnded: root.gate.back()
    }
}
