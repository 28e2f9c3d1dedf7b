import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// What has last happened, as high as its words are.
Item {
    id: root

    required property Moment moment

    readonly property bool stacked: width < 20 * Theme.body
    readonly property bool told: moment.eventText !== ""

    signal touched

    implicitHeight: Math.max(Theme.target, what.y + what.implicitHeight + Theme.px(16))
    visible: told
    activeFocusOnTab: told
    Accessible.role: Accessible.Button
    Accessible.name: `${moment.eventWhen}: ${moment.eventText}`
    Accessible.onPressAction: touched()
    Keys.onReturnPressed: touched()
    Keys.onEnterPressed: touched()
    Keys.onSpacePressed: touched()

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
        opacity: 0.94
        border.color: root.activeFocus ? Theme.paper : "transparent"
        border.width: 3 * Theme.hairline
    }

    BodyText {
        id: when

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        height: root.stacked ? implicitHeight : parent.height
        verticalAlignment: Text.AlignVCenter
        text: root.moment.eventWhen
        color: Theme.amber
        font.pixelSize: Theme.bounded
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: what

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin + (root.stacked ? 0 : when.width + Theme.mm(5))
        anchors.right: more.left
        anchors.rightMargin: Theme.mm(3)
        y: root.stacked ? when.height : 0
        height: root.height - y
        verticalAlignment: Text.AlignVCenter
        text: root.moment.eventText
        font.pixelSize: Theme.bounded
    }

    Icon {
        id: more

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron-up"
        colour: Theme.amber
    }

    TapHandler {
        longPressThreshold: 0
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: root.touched()
    }
}
