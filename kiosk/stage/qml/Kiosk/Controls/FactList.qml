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

            Rectangle {
                anchors.left: parent.left
                width: Theme.mm(0.8)
                height: parent.height
                color: Theme.rule
            }

            Column {
                id: lines

                anchors.left: parent.left
                anchors.leftMargin: Theme.mm(4)
                anchors.right: parent.right

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
                    text: root.inline ? `<font color="${Theme.muted}">${fact.heading}</font>&nbsp; ${fact.text}` : fact.text
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
