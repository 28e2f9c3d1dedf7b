import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// Are you still there? Seen, heard, and answered with one touch; or read on elsewhere.
Item {
    id: root

    required property Phrasebook phrases
    required property Session session
    required property Page page
    // Where it is asked, and what of the window is within reach whatever the aids.
    required property rect field
    required property rect reach

    // What has the keys first.
    readonly property alias wayOut: stay
    readonly property bool open: session.state === States.warning

    // A frame may have been on its way when the warning came: the second one shows it.
    property int framesDue: 0

    visible: open
    onOpenChanged: framesDue = open ? 2 : 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: phrases.words.still_there
    Accessible.description: open ? phrases.say("still_there_why", [session.secondsLeft]) : ""
    Accessible.ignored: !open

    Connections {
        target: root.Window.window
        enabled: root.framesDue > 0

        function onFrameSwapped() {
            root.framesDue -= 1;
            if (root.framesDue > 0)
                root.Window.window.update();
            else
                root.session.warningDrawn();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
    }

    MouseArea {
        anchors.fill: parent
    }

    Column {
        id: question

        // Lower, or higher, where the middle of tall glass is out of reach: all of it, or its answer.
        readonly property real highest: root.reach.y - (height > root.reach.height ? stay.y : 0)
        readonly property real lowered: Math.min(highest, root.height - height - Theme.margin)
        readonly property real raised: Math.max(root.reach.y + root.reach.height - height - Theme.margin, Theme.margin)
        readonly property point middle: Qt.point((root.width - width) / 2, Math.max(lowered, Math.min(raised, root.field.y + (root.field.height - height) / 2)))
        // Aside from where the glass is dirty, so that what answers is a visitor.
        readonly property point aside: root.open ? root.session.aside(middle.x + stay.x, middle.y + stay.y, stay.width, stay.height, middle.x - Theme.margin, middle.y - Theme.margin) : Qt.point(0, 0)

        x: middle.x + aside.x
        y: middle.y + aside.y
        width: Math.min(parent.width - 2 * Theme.pageMargin(root.width, root.height), Theme.body * 30)
        spacing: Theme.mm(8)

        DisplayText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.phrases.words.still_there
            font.pixelSize: Theme.opening
        }

        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.lead
            text: root.open ? root.phrases.say("still_there_why", [root.session.secondsLeft]) : ""
        }

        TouchButton {
            id: stay

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, Math.max(implicitWidth, Theme.mm(120)))
            height: Theme.mm(36)
            textSize: Theme.figure
            filled: true
            text: root.phrases.words.stay
            onActivated: root.session.stay()
        }

        WebAddress {
            readonly property real room: Math.min(root.field.height, root.reach.height) - 2 * Theme.margin

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(root.width - 2 * Theme.pageMargin(root.width, root.height), implicitWidth)
            visible: web !== "" && stay.y + stay.height + question.spacing + implicitHeight <= room
            beside: true
            phrases: root.phrases
            title: root.phrases.words.go_on
            web: root.open ? root.page.web : ""
        }
    }
}
