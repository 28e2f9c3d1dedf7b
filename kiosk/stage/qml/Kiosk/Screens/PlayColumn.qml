import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The text column while the campaign plays or another hour is chosen: the hour, the sky, the event.
Item {
    id: root

    required property Moment moment
    // What the hour belongs to, and what is asked of that: it stands until an event is told.
    required property string above
    property string question: ""

    readonly property bool told: moment.eventText !== ""
    // What the last stop told stands muted, under its own hour, until the next one's comes.
    readonly property color said: moment.pastText === "" ? Theme.paper : Theme.muted

    // The height that it needs whatever it tells, of hours if it is `timed`: two lines of the event, and what comes next.
    property bool timed: false
    readonly property real need: stop.height + opening.height + (timed ? lines.height : 0) + Theme.px(16) + dated.height + lines.height + (Theme.large ? 0 : next.height)

    signal touched

    FontMetrics {
        id: opening

        font.family: Theme.serif
        font.weight: Font.DemiBold
        font.pixelSize: root.timed ? Theme.opening : Theme.title
    }

    FontMetrics {
        id: dated

        font: day.font
    }

    // Two lines as they are set at the least.
    BodyText {
        id: lines

        visible: false
        text: "\n"
    }

    BodyText {
        id: stop

        width: parent.width
        text: root.above
        color: Theme.muted
        font.family: Theme.serif
        font.weight: Font.DemiBold
        // One line, smaller if need be; a title too long for that takes two.
        wrapMode: least.advanceWidth > width ? Text.WordWrap : Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.leastText

        TextMetrics {
            id: least

            font.family: Theme.serif
            font.weight: Font.DemiBold
            font.pixelSize: Theme.leastText
            text: root.above
        }
    }

    DisplayText {
        id: hour

        anchors.top: stop.bottom
        width: parent.width - (sky.visible ? sky.width + Theme.px(16) : 0)
        balanced: false
        text: root.moment.clock || root.moment.day
        font.pixelSize: root.moment.clock ? Theme.opening : Theme.title
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.leastText
        lineHeight: 1
    }

    Icon {
        id: sky

        visible: root.moment.skyIcon !== ""
        anchors.right: parent.right
        anchors.verticalCenter: hour.verticalCenter
        name: root.moment.skyIcon
        colour: Theme.paper
        side: Theme.px(128)
    }

    BodyText {
        id: day

        anchors.top: hour.bottom
        visible: text !== ""
        width: parent.width
        text: root.moment.clock ? `${root.moment.day}${Theme.comma}${root.moment.skyText}` : ""
        color: Theme.muted
    }

    BodyText {
        id: when

        anchors.top: day.visible ? day.bottom : hour.bottom
        anchors.topMargin: Theme.px(16)
        visible: text !== "" && text !== root.moment.text
        width: parent.width
        text: root.moment.eventWhen || root.moment.pastWhen
        color: root.said
        font.weight: Font.Bold
    }

    BodyText {
        id: caption

        anchors.top: when.visible ? when.bottom : when.top
        width: parent.width
        height: Math.max(0, parent.height - y - (next.visible ? next.height : 0))
        balanced: true
        text: Theme.captioned(root.moment.eventText || root.moment.pastText || root.question, font, width)
        color: root.said
        font.pixelSize: Theme.large ? Theme.lead : Theme.figure
        fontSizeMode: Text.VerticalFit
        minimumPixelSize: Theme.leastText
    }

    // What comes next stands beneath what is told, under a short rule.
    Item {
        id: next

        visible: root.moment.nextWhen !== "" && !Theme.large
        y: caption.y + Math.min(caption.contentHeight, caption.height)
        width: parent.width
        height: ahead.y + ahead.height

        Rectangle {
            y: Theme.px(26)
            width: Theme.px(96)
            height: Theme.hairline
            color: Theme.muted
        }

        BodyText {
            id: ahead

            y: Theme.px(44)
            width: parent.width
            text: root.moment.nextWhen
            color: Theme.muted
        }
    }

    Touchable {
        anchors.top: when.top
        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.told
        plain: true
        spoken: Theme.told(root.moment.eventWhen, root.moment.eventText)
        onActivated: root.touched()
    }
}
