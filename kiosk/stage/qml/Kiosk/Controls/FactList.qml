pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Stage
import Kiosk.Visit

// Headed paragraphs: who says so, what speaks against it, strength, fate.
Column {
    id: root

    required property Navigation navigation
    required property Rows facts
    property bool inline: false

    spacing: Theme.mm(4)

    Repeater {
        model: root.facts

        Item {
            id: fact

            required property int index
            required property string heading
            required property string text
            required property string who

            width: root.width
            height: lines.height

            // A line above those whose heading stands in the text, beside the others.
            Rectangle {
                anchors.left: parent.left
                width: root.inline ? parent.width : Theme.mm(0.8)
                height: root.inline ? Theme.hairline : parent.height
                color: Theme.rule
            }

            Column {
                id: lines

                anchors.left: parent.left
                anchors.leftMargin: root.inline ? 0 : Theme.mm(4)
                anchors.right: parent.right
                topPadding: root.inline ? Theme.px(10) : 0

                BodyText {
                    width: parent.width
                    visible: fact.heading !== "" && !root.inline
                    text: fact.heading
                    heading: true
                    color: Theme.muted
                }

                LinkedText {
                    width: parent.width
                    navigation: root.navigation
                    text: root.inline ? `<b>${fact.heading}</b>&nbsp; ${fact.text}` : fact.text
                }

                BodyText {
                    width: parent.width
                    visible: text !== ""
                    text: fact.who
                    color: Theme.muted
                }
            }
        }
    }
}
