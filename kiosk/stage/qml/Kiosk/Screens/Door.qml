pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Visit

// The way into a panel from home: its name, and a line on what is behind it.
Touchable {
    id: root

    required property Navigation navigation
    // The name alone.
    required property bool brief
    required property int index
    required property string key
    required property string name
    required property string second
    required property string line

    readonly property int pad: Theme.px(14)
    readonly property real nameWidth: nameText.implicitWidth + 2 * pad
    readonly property bool beside: nameText.implicitWidth + Theme.px(16) + other.implicitWidth <= lines.width

    height: Math.max(Theme.target, lines.height + Theme.px(26))
    spoken: name
    stands: [Theme.inSecond(second), line].filter(part => part !== "").join(". ")
    onActivated: navigation.openPanel(key)

    Column {
        id: lines

        x: root.pad
        y: Theme.px(14)
        width: parent.width - 2 * x

        Item {
            width: parent.width
            height: nameText.height

            DisplayText {
                id: nameText

                balanced: false
                text: root.name
                width: Math.min(implicitWidth, lines.width)
                color: root.tint
                font.pixelSize: Math.min(Theme.figure, Theme.lead)
                lineHeight: 1
                wrapMode: Text.WordWrap
            }

            BodyText {
                id: other

                visible: text !== "" && !root.brief && root.beside
                x: nameText.width + Theme.px(16)
                y: nameText.baselineOffset - baselineOffset
                text: root.second
                color: Theme.muted
                font.pixelSize: Theme.leastText
                wrapMode: Text.NoWrap
            }
        }

        BodyText {
            width: parent.width
            visible: text !== "" && !root.brief
            balanced: true
            text: root.line
        }
    }
}
