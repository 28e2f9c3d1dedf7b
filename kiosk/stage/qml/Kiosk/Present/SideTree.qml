pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The formations of a side, as many as have room, and how many more there are.
Item {
    id: root

    required property Rows formations

    // They are shown down to this depth.
    readonly property int deepest: 1
    readonly property int line: Math.ceil(Theme.leastText * Theme.lineHeight)
    readonly property int room: list.height > height ? height - line : height
    readonly property int hidden: {
        let rows = 0;
        for (let i = 0; i < tree.count; i++) {
            const row = tree.itemAt(i) as SideRow;
            if (row?.visible && !row.fits)
                rows++;
        }
        return rows;
    }

    component SideRow: Item {
        required property string brief
        required property int depth
        required property string symbol
        required property bool gone

        readonly property bool fits: y + height <= root.room

        width: root.width
        height: Math.max(Theme.mm(16), words.height)
        visible: depth <= root.deepest
        opacity: fits ? 1 : 0

        Image {
            id: sign

            transform: Face {
                of: sign
            }

            anchors.left: parent.left
            anchors.leftMargin: parent.depth * Theme.mm(6)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.mm(14)
            height: implicitHeight / Screen.devicePixelRatio
            source: Theme.toned(`${parent.symbol}/${Math.round(width * Screen.devicePixelRatio)}`)
        }

        BodyText {
            id: words

            anchors.left: sign.left
            anchors.leftMargin: Theme.mm(18)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            balanced: true
            text: parent.brief
            color: parent.gone ? Theme.muted : Theme.paper
            lineHeight: 1
            font.strikeout: parent.gone
            font.weight: parent.depth === 0 ? Font.Bold : Font.Normal
        }
    }

    Column {
        id: list

        width: parent.width

        Repeater {
            id: tree

            model: root.formations

            SideRow {}
        }
    }

    BodyText {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: Theme.mm(24)
        visible: root.hidden > 0
        text: `+${root.hidden}`
        color: Theme.muted
    }
}
