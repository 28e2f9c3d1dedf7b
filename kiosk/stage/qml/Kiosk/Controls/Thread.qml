pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Stage
import Kiosk.Visit

// A life or a fate as a line: dates at its left, at its right what they brought. What is of the hour
// has a full dot and its date in bold.
Column {
    id: root

    required property Navigation navigation
    required property Rows knots

    // The knots that are made already; they may come one by one.
    property int added: 0
    readonly property int dates: {
        let widest = 0;
        for (let i = 0; i < added; i++)
            widest = Math.max(widest, (repeater.itemAt(i) as Knot)?.dateWidth ?? 0);
        return widest;
    }
    // Large text, and long dates, stand beneath their date.
    readonly property bool stacked: Theme.large || dates > 0.35 * width
    readonly property int dot: Theme.px(24)
    readonly property int fullDot: Theme.px(34)
    readonly property int line: stacked ? fullDot / 2 : (dates > 0 ? dates + Theme.px(24) : 0) + fullDot / 2
    readonly property int textLeft: line + fullDot / 2 + Theme.px(stacked ? 18 : 28)

    spacing: Theme.px(6)

    FontMetrics {
        id: letters

        font.family: Theme.sans
        font.pixelSize: Theme.body
    }

    component Knot: Item {
        id: knot

        required property int index
        required property string heading
        required property string text
        required property string doubt
        required property bool present

        readonly property int dateWidth: heading === "" ? 0 : Math.ceil(date.implicitWidth)
        readonly property int middle: Math.round(root.stacked && heading !== "" ? date.y + date.height / 2 : told.y + letters.height / 2)

        width: root.width
        height: told.y + told.height + Theme.px(4)

        Rectangle {
            x: root.line - width / 2
            width: Theme.px(3)
            height: knot.middle
            visible: knot.index > 0
            color: Theme.rule
        }

        Rectangle {
            x: root.line - width / 2
            y: knot.middle
            width: Theme.px(3)
            height: knot.height - y + root.spacing
            visible: knot.index < root.knots.count - 1
            color: Theme.rule
        }

        Dot {
            x: root.line - width / 2
            y: knot.middle - height / 2
            side: full ? root.fullDot : root.dot
            full: knot.present
        }

        BodyText {
            id: date

            visible: knot.heading !== ""
            x: root.stacked ? root.textLeft : 0
            y: root.stacked ? 0 : told.y + letters.ascent - baselineOffset
            heading: root.stacked
            text: knot.heading
            color: knot.present ? Theme.paper : Theme.muted
            font.family: Theme.serif
            font.weight: knot.present ? Font.DemiBold : Font.Normal
            font.pixelSize: Theme.lead
            lineHeight: 1
            wrapMode: Text.NoWrap
        }

        Column {
            id: told

            x: root.textLeft
            y: root.stacked ? (date.visible ? date.height : 0) : Theme.px(6)
            width: root.width - x

            Paragraphs {
                width: parent.width
                navigation: root.navigation
                text: knot.text
            }

            BodyText {
                width: parent.width
                visible: text !== ""
                text: knot.doubt
                color: Theme.muted
            }
        }
    }

    Repeater {
        id: repeater

        model: root.knots
        onItemAdded: root.added += 1
        onItemRemoved: root.added -= 1

        Knot {}
    }
}
