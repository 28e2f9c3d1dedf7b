import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// What has last happened, as high as its words are.
Touchable {
    id: root

    required property Moment moment
    required property int margin

    // The height of a line, the same in every writing.
    readonly property int line: Math.ceil(Theme.bounded * 1.4)
    readonly property bool stacked: width < 20 * Theme.body
    readonly property bool told: moment.eventText !== ""

    implicitHeight: Math.max(Theme.target, what.y + what.lineCount * line + Theme.px(16))
    visible: told
    spoken: Theme.told(moment.eventWhen, moment.eventText)

    BodyText {
        id: when

        anchors.left: parent.left
        anchors.leftMargin: root.margin
        height: root.stacked ? implicitHeight : parent.height
        verticalAlignment: Text.AlignVCenter
        text: root.moment.eventWhen
        color: root.tint
        font.pixelSize: Theme.bounded
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: what

        anchors.left: parent.left
        anchors.leftMargin: root.margin + (root.stacked ? 0 : when.width + Theme.mm(5))
        anchors.right: more.left
        anchors.rightMargin: Theme.mm(3)
        y: root.stacked ? when.height : 0
        height: root.height - y
        verticalAlignment: Text.AlignVCenter
        text: Theme.together(root.moment.eventText)
        color: root.readable
        font.pixelSize: Theme.bounded
        lineHeightMode: Text.FixedHeight
        lineHeight: root.line
    }

    Icon {
        id: more

        anchors.right: parent.right
        anchors.rightMargin: root.margin
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron-up"
        colour: root.tint
    }
}
