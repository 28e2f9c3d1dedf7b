import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// What has last happened, in a line; a touch brings the map there and lists the events.
Item {
    id: root

    required property Stage stage

    readonly property bool stacked: width < 20 * Theme.body
    readonly property bool told: stage.moment.eventText !== ""

    visible: told
    activeFocusOnTab: told
    Accessible.role: Accessible.Button
    Accessible.name: `${stage.moment.eventWhen}: ${stage.moment.eventText}`
    Accessible.onPressAction: stage.showEvent()
    Keys.onReturnPressed: stage.showEvent()
    Keys.onEnterPressed: stage.showEvent()
    Keys.onSpacePressed: stage.showEvent()

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
        opacity: 0.94
        border.color: root.activeFocus ? Theme.paper : "transparent"
        border.width: 3 * Theme.hairline
    }

    BodyText {
        id: when

        x: Theme.margin
        height: root.stacked ? implicitHeight : parent.height
        verticalAlignment: Text.AlignVCenter
        text: root.stage.moment.eventWhen
        color: Theme.amber
        font.pixelSize: Theme.bounded
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: what

        x: root.stacked ? when.x : when.x + when.width + Theme.mm(5)
        y: root.stacked ? when.height : 0
        width: more.x - x - Theme.mm(3)
        height: parent.height - y
        verticalAlignment: Text.AlignVCenter
        text: root.stage.moment.eventText
        font.pixelSize: Theme.bounded
        // The whole of it in the room there is; the list has it at full size.
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.leastText
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
        onTapped: root.stage.showEvent()
    }
}
