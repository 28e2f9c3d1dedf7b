pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Stage

// A panel over the screen with a title and a way to close it.
Item {
    id: root

    required property Phrasebook phrases
    required property bool open
    property string overline
    property string title
    property string second
    default property alias content: pane.content
    property int space: Theme.mm(4)
    readonly property int margin: Theme.pageMargin(Theme.field.width, Theme.field.height)
    readonly property bool upright: Theme.upright
    // How far words keep from its right edge, and where the way to close it stands above them.
    readonly property bool across: upright || width >= Theme.field.width
    readonly property int inset: across ? margin : Theme.px(24)
    readonly property int clear: across ? margin + close.width + Theme.gap : inset
    // Its title goes with its words, page by page: it would leave them too little room.
    readonly property bool gathered: Theme.large || asked.implicitHeight > 0.4 * height
    // Where what is in it begins.
    readonly property real under: pane.y
    // How high a picture may be that has a page to itself, and what its title takes of that page.
    readonly property int room: pane.room
    readonly property int headed: gathered ? within.height + space : 0

    signal closed

    function toItem(item: Item) {
        pane.toItem(item);
    }

    visible: opacity > 0
    enabled: open
    Accessible.role: Accessible.Dialog
    Accessible.name: title
    Accessible.ignored: !open
    opacity: open ? 1 : 0
    onOpenChanged: if (open)
        pane.toStart()

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fade
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
    }

    // The map fades out beneath its edge; in high contrast, and upright, a line parts them.
    Rectangle {
        visible: !root.upright && !Theme.highContrast
        anchors.left: parent.right
        width: Theme.px(160)
        height: parent.height
        gradient: Gradient {
            orientation: Gradient.Horizontal

            GradientStop {
                position: 0
                color: Theme.ink
            }

            GradientStop {
                position: 1
                color: Qt.rgba(Theme.ink.r, Theme.ink.g, Theme.ink.b, 0)
            }
        }
    }

    Rectangle {
        visible: Theme.highContrast || root.upright
        anchors.right: parent.right
        width: root.upright ? parent.width : Theme.mm(0.6)
        height: root.upright ? Theme.mm(0.6) : parent.height
        color: Theme.rule
    }

    // Nothing beneath a sheet is touched through it.
    MouseArea {
        anchors.fill: parent
        onWheel: wheel => wheel.accepted = true
    }

    TouchButton {
        id: close

        // At the upper right of the glass, over the map where the sheet leaves that beside it.
        x: Theme.field.width - root.x - root.margin - width
        y: Theme.px(36)
        icon: "x"
        spoken: root.phrases.words.close
        onActivated: root.closed()
    }

    // Never shown: what is read of its height does not hang on where it goes.
    SheetHead {
        id: asked

        visible: false
        width: head.width
        overline: root.overline
        title: root.title
        second: root.second
    }

    SheetHead {
        id: head

        visible: !root.gathered
        overline: root.overline
        title: root.title
        second: root.second
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.clear
        anchors.topMargin: Theme.px(36)
    }

    ReadingPane {
        id: pane

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: root.gathered ? parent.top : head.bottom
        anchors.bottom: parent.bottom
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.gathered ? root.clear : root.inset
        anchors.topMargin: Theme.px(root.gathered ? 36 : 24)
        anchors.bottomMargin: Theme.px(24)
        phrases: root.phrases
        spacing: root.space

        SheetHead {
            id: within

            visible: root.gathered
            width: pane.width
            height: Math.max(implicitHeight, close.height)
            overline: root.overline
            title: root.title
            second: root.second
        }
    }
}
