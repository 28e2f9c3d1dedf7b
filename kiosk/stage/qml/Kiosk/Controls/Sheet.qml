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
    readonly property int margin: Theme.pageMargin(Window.width, Window.height)
    // How high a picture may be that has a page to itself.
    readonly property int room: pane.room

    signal closed

    function toItem(item: Item) {
        pane.toItem(item);
    }

    visible: opacity > 0
    enabled: open
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

    Rectangle {
        anchors.right: parent.right
        width: Theme.hairline
        height: parent.height
        color: Theme.rule
    }

    // Nothing beneath a sheet is touched through it.
    MouseArea {
        anchors.fill: parent
        onWheel: wheel => wheel.accepted = true
    }

    TouchButton {
        id: close

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.px(36)
        // Its icon ends where the words do.
        anchors.rightMargin: root.margin - (width - iconSide) / 2
        icon: "x"
        spoken: root.phrases.words.close
        onActivated: root.closed()
    }

    SheetHead {
        id: head

        visible: !Theme.large
        overline: root.overline
        title: root.title
        second: root.second
        anchors.left: parent.left
        anchors.right: close.left
        anchors.top: parent.top
        anchors.leftMargin: root.margin
        anchors.rightMargin: Theme.gap
        anchors.topMargin: Theme.px(36)
    }

    ReadingPane {
        id: pane

        anchors.left: parent.left
        anchors.right: Theme.large ? close.left : parent.right
        anchors.top: Theme.large ? parent.top : head.bottom
        anchors.bottom: parent.bottom
        anchors.leftMargin: root.margin
        anchors.rightMargin: Theme.large ? Theme.gap : root.margin
        anchors.topMargin: Theme.px(Theme.large ? 36 : 24)
        anchors.bottomMargin: Theme.px(24)
        phrases: root.phrases
        spacing: root.space

        // Large text has no room for a title that stays.
        SheetHead {
            visible: Theme.large
            width: pane.width
            height: Math.max(implicitHeight, close.height)
            overline: root.overline
            title: root.title
            second: root.second
        }
    }
}
