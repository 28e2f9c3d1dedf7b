pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// A phase: its question first, then an event a click.
Item {
    id: root

    required property Deck deck
    required property Moment moment
    required property rect area

    readonly property bool asked: deck.delivery.step > 0

    SlideColumn {
        id: words

        area: Qt.rect(root.area.x, root.area.y, root.area.width, hour.y - root.area.y - Theme.mm(6))

        BodyText {
            width: parent.width
            visible: !root.asked
            text: root.deck.overline
            color: Theme.muted
        }

        DisplayText {
            width: parent.width
            text: root.deck.title
            font.pixelSize: root.asked ? Theme.heading : words.titleSize
        }

        DisplayText {
            width: parent.width
            visible: text !== "" && !root.asked
            text: root.deck.second
            color: Theme.muted
            font.pixelSize: Theme.leastText
            font.weight: Font.Normal
            bottomPadding: Theme.mm(4)
        }

        BodyText {
            width: parent.width
            visible: !root.asked
            balanced: true
            text: root.deck.question
            font.weight: Font.Bold
            font.pixelSize: Theme.heading
        }

        Repeater {
            model: root.deck.points

            Column {
                id: told

                required property int index
                required property string mark
                required property string text

                width: root.area.width
                visible: index === root.deck.delivery.step - 1 && root.deck.told
                spacing: Theme.mm(2)

                BodyText {
                    width: parent.width
                    visible: text !== ""
                    text: told.mark
                    color: Theme.amber
                }

                BodyText {
                    width: parent.width
                    text: told.text
                    font.pixelSize: Math.round(Theme.leastText * 1.08)
                }
            }
        }
    }

    HourLine {
        id: hour

        x: root.area.x
        y: root.area.y + root.area.height - height
        width: root.area.width
        moment: root.moment
        count: root.deck.points.count
        at: root.deck.delivery.step
    }
}
