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

            // What stands before its text and behind it where it has but one paragraph.
            readonly property string headed: heading === "" ? "" : `<b>${Theme.leading("", heading)}</b>&nbsp; `
            readonly property string by: who === "" ? "" : ` · ${Theme.leading("", who)}`

            width: root.width
            height: lines.height

            Rectangle {
                visible: root.inline && fact.heading !== ""
                width: parent.width
                height: Theme.hairline
                color: Theme.rule
            }

            Column {
                id: lines

                width: parent.width
                topPadding: root.inline && fact.heading !== "" ? Theme.px(10) : 0

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
                    heading: fact.text === ""
                    text: root.inline ? fact.headed + fact.text + fact.by : fact.text
                }

                BodyText {
                    width: parent.width
                    visible: text !== "" && !root.inline
                    text: fact.who
                    color: Theme.muted
                }
            }
        }
    }
}
