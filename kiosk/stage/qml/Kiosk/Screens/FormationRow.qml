pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Visit

// A formation in the tree of its side: lines to the one above it, symbol, name, what it does now.
Touchable {
    id: root

    required property Navigation navigation
    required property int index
    required property string ref
    required property string name
    required property string brief
    required depth
    required property list<bool> trunk
    required property string symbol
    required property string doing
    required property string strength
    required property bool came
    required property bool gone

    readonly property int step: Theme.mm(Theme.large || width < Theme.mm(120) ? 6 : 7)
    readonly property int symbolWidth: Theme.mm(12)
    readonly property int room: lines.width - (doing === "" ? 0 : state.implicitWidth + Theme.mm(2))

    implicitHeight: Math.max(Theme.target, lines.y + lines.height + Theme.mm(2))
    plain: true
    holdsTouch: false
    chosen: navigation.card === ref
    spoken: name
    stands: [root.doing, root.strength].filter(part => part !== "").join(Theme.comma)
    onActivated: navigation.openCard(ref)

    Repeater {
        model: root.depth

        Rectangle {
            required property int index

            readonly property bool last: index === root.depth - 1

            anchors.left: parent?.left
            anchors.leftMargin: index * root.step + root.symbolWidth / 2
            width: Theme.hairline
            height: root.trunk[index] ? root.height + Theme.gap : last ? Theme.target / 2 : 0
            color: Theme.rule
        }
    }

    Rectangle {
        visible: root.depth > 0
        anchors.left: parent.left
        anchors.leftMargin: (root.depth - 1) * root.step + root.symbolWidth / 2
        y: Theme.target / 2
        width: root.step - root.symbolWidth / 2
        height: Theme.hairline
        color: Theme.rule
    }

    Image {
        id: sign

        transform: Face {
            of: sign
        }
        anchors.left: parent.left
        anchors.leftMargin: root.depth * root.step
        y: Math.round((Theme.target - height) / 2)
        width: root.symbolWidth
        height: implicitHeight / Screen.devicePixelRatio
        source: Theme.toned(`${root.symbol}/${Math.round(width * Screen.devicePixelRatio)}`)
    }

    TextMetrics {
        id: whole

        font: title.font
        text: root.name
    }

    Item {
        id: lines

        // The state stands at the right of the name, where there is room.
        readonly property bool oneLine: title.implicitWidth <= root.room + 1

        anchors.left: sign.right
        anchors.leftMargin: Theme.mm(2)
        anchors.right: parent.right
        y: Math.max(0, Math.round((Theme.target - title.font.pixelSize * 1.4) / 2))
        height: strength.y + (strength.visible ? strength.height : 0)

        BodyText {
            id: title

            anchors.left: parent.left
            width: Math.min(lines.width, implicitWidth)
            text: whole.advanceWidth < root.room ? root.name : root.brief
            color: root.gone && !root.chosen ? Theme.muted : root.tint
            font.weight: root.depth === 0 ? Font.Bold : Font.Normal
            font.strikeout: root.gone
        }

        BodyText {
            id: state

            anchors.left: parent.left
            anchors.leftMargin: lines.oneLine ? lines.width - width : 0
            y: lines.oneLine ? title.baselineOffset - baselineOffset : title.height
            width: Math.min(implicitWidth, lines.width)
            visible: text !== ""
            text: root.doing
            color: root.came || root.gone ? Theme.paper : Theme.muted
            font.pixelSize: Theme.small
        }

        BodyText {
            id: strength

            y: state.visible && !lines.oneLine ? state.y + state.height : title.height
            anchors.left: parent.left
            width: lines.width
            visible: text !== ""
            text: root.strength
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
}
