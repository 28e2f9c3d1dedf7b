import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// One way that a commander could have gone.
Touchable {
    id: root

    required property Phrasebook phrases
    required property Navigation navigation
    required property string happened
    required property bool decided
    required property bool others
    required property bool open
    required property int index
    required property string key
    required property string text
    required property string reply
    required chosen
    required property bool taken
    required property real share

    readonly property int indent: Theme.mm(4)
    readonly property string marks: [chosen ? phrases.words.your_choice : "", taken ? phrases.words.was_done : ""].filter(part => part !== "").join(" · ")

    implicitHeight: Math.max(Theme.target, lines.y + lines.height + Theme.mm(3))
    holdsTouch: false
    heading: !decided
    spoken: text
    value: [marks, decided && others ? phrases.say("others_chose", [Math.round(share * 100)]) : ""].filter(part => part !== "").join(" — ")

    Rectangle {
        visible: root.decided && root.others
        anchors.left: parent.left
        anchors.leftMargin: Theme.mm(0.5)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.mm(0.5)
        width: Math.round((parent.width - Theme.mm(1)) * root.share)
        height: Theme.mm(1.6)
        color: Theme.muted
    }

    Icon {
        id: more

        visible: root.decided
        anchors.right: parent.right
        anchors.rightMargin: root.indent
        y: lines.y + Math.round((percent.height - height) / 2)
        name: root.open ? "chevron-up" : "chevron-down"
        colour: root.accent
    }

    BodyText {
        id: percent

        visible: root.decided && root.others
        anchors.right: more.left
        anchors.rightMargin: Theme.mm(3)
        y: lines.y
        text: `${Math.round(root.share * 100)}%`
        color: Theme.muted
    }

    Column {
        id: lines

        anchors.left: parent.left
        anchors.leftMargin: root.indent
        anchors.right: percent.visible ? percent.left : root.decided ? more.left : parent.right
        anchors.rightMargin: root.indent
        y: Math.max(Theme.mm(3), (Theme.target - heading.height) / 2)
        spacing: Theme.mm(1)

        Flow {
            id: heading

            width: parent.width
            spacing: Theme.mm(3)

            BodyText {
                visible: text !== ""
                width: Math.min(implicitWidth, heading.width)
                text: root.marks
                color: Theme.muted
            }

            BodyText {
                width: Math.min(implicitWidth, heading.width)
                text: root.text
                color: root.tint
                font.weight: root.chosen || root.taken ? Font.Bold : Font.Normal
            }
        }

        LinkedText {
            width: root.width - 2 * root.indent
            visible: root.taken
            navigation: root.navigation
            text: root.taken ? root.happened : ""
        }

        LinkedText {
            width: root.width - 2 * root.indent
            visible: root.decided && root.open
            navigation: root.navigation
            text: root.reply
            color: Theme.muted
        }
    }
}
