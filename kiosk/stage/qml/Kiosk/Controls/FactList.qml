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
                visible: root.inline
                width: parent.width
                height: Theme.hairline
                color: Theme.rule
            }

            Column {
                id: lines

                width: parent.width
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
