import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// A way that the visitor chose or that was taken, and what is to be said of it.
Item {
    id: root

    required property Navigation navigation
    required property Phrasebook phrases
    // The colour of the side that decided.
    required property string colour
    required property bool chosen
    required property bool taken
    required property string text
    required property string reply
    required property string happened

    readonly property color line: Theme.lineOf(colour)

    implicitHeight: lines.height

    Rectangle {
        width: Theme.crest
        height: root.taken && root.chosen ? Math.round(parent.height / 2) : parent.height
        color: root.chosen ? Theme.amber : root.line
    }

    Rectangle {
        visible: root.taken && root.chosen
        y: Math.round(parent.height / 2)
        width: Theme.crest
        height: parent.height - y
        color: root.line
    }

    Column {
        id: lines

        x: Theme.mm(6)
        width: root.width - x

        Flow {
            width: parent.width

            BodyText {
                visible: root.chosen
                rightPadding: Theme.mirrored ? 0 : Theme.mm(3)
                leftPadding: Theme.mm(3) - rightPadding
                text: root.phrases.words.your_choice
                color: Theme.amber
                font.weight: Font.Bold
            }

            BodyText {
                visible: root.taken
                rightPadding: Theme.mirrored ? 0 : Theme.mm(3)
                leftPadding: Theme.mm(3) - rightPadding
                text: root.phrases.words.was_done
                color: root.line
                font.weight: Font.Bold
            }

            BodyText {
                width: Math.min(implicitWidth, lines.width)
                text: Theme.together(root.text)
                font.weight: Font.Bold
            }
        }

        LinkedText {
            width: parent.width
            visible: root.chosen
            navigation: root.navigation
            text: root.chosen ? root.reply : ""
        }

        LinkedText {
            width: parent.width
            visible: root.taken
            navigation: root.navigation
            text: root.taken ? root.happened : ""
        }
    }
}
