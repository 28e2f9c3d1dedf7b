pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The names of the phases over their days, and the playhead's line, for which they step aside or which
// goes behind them. Where one is longer than its days they take turns in two rows; one without room
// even there is told by its number, and while it is chosen, when it takes the room of others. Where
// phases are too short for a finger, all are, and the one that is chosen has a row of its own.
Item {
    id: root

    required property Timeline timeline
    required property int textSize
    required property real headX
    required property bool crowded

    readonly property real unit: textSize / 41
    readonly property int gap: Math.round(6 * unit)
    readonly property int crest: Math.round(8 * unit)
    readonly property int rowHeight: Math.round(54 * unit)
    // The names that are there already; they may come one by one.
    property int added: 0
    readonly property int rows: {
        for (let i = 0; i < added; i++) {
            const name = names.itemAt(i) as Name;
            if (name && name.need > beginOf(i + 1) - name.x)
                return 2;
        }
        return 1;
    }

    // Not each name has room.
    readonly property bool lacking: {
        for (let i = 0; i < added; i++) {
            if (!((names.itemAt(i) as Name)?.fits ?? true))
                return true;
        }
        return false;
    }
    readonly property bool numbered: crowded && lacking
    // Where not each number has room, every second has, or every third.
    readonly property int nth: Math.max(1, Math.ceil((figures.advanceWidth + gap) / Math.max(1, timeline.least * width)))

    // The one that is chosen and has no room of its own.
    readonly property Name guest: {
        for (let i = 0; i < added; i++) {
            const name = names.itemAt(i) as Name;
            if (name && name.current && !name.fits)
                return name;
        }
        return null;
    }

    function beginOf(index: int): real {
        return index < added ? names.itemAt(index)?.x ?? 0 : width + gap;
    }

    height: crest + rows * rowHeight

    Repeater {
        model: root.timeline.segments

        Rectangle {
            required property int index
            required property real begins
            required property real finishes
            required property bool current

            x: Math.round(begins * root.width)
            width: Math.round(finishes * root.width) - x - (finishes < 1 ? root.gap : 0)
            height: root.height
            color: current ? Theme.inkRaised : Theme.bar

            Rectangle {
                width: parent.width
                height: Math.max(1, Math.round((parent.current ? 7 : 2) * root.unit))
                color: Theme.amber
            }
        }
    }

    TextMetrics {
        id: figures

        font.family: Theme.serif
        font.pixelSize: root.textSize
        text: root.timeline.segments.count > 9 ? "00" : "0"
    }

    Rectangle {
        x: Math.round(root.headX - width / 2)
        width: Math.round(5 * root.unit)
        height: root.height + Math.round(4 * root.unit)
        color: Theme.amber
    }

    Repeater {
        id: names

        model: root.timeline.segments
        onItemAdded: root.added += 1
        onItemRemoved: root.added -= 1

        Name {}
    }

    component Name: Item {
        id: name

        required property int index
        required property string number
        required property string name
        required property real begins
        required property real finishes
        required property bool current

        readonly property int across: Math.ceil(letters.advanceWidth)
        readonly property int least: Math.round(2 * root.unit)
        readonly property int need: across + 2 * least + root.gap
        readonly property int room: root.beginOf(index + root.rows) - root.gap - x
        // Where its days are too short it stands further back, if the one before in its row leaves room.
        readonly property Name before: index >= root.rows && index - root.rows < root.added ? names.itemAt(index - root.rows) as Name : null
        readonly property int back: before === null ? (index < root.rows ? x : 0) : before.fits ? x - before.x - before.stand - before.across - root.gap : 0
        readonly property bool roomy: need <= room + root.gap
        readonly property bool fits: roomy || need <= room + root.gap + back
        readonly property int pad: Math.max(least, Math.min(Math.round(14 * root.unit), (room - across) / 2))
        // Where it stands if the playhead is elsewhere; without room of its own anywhere on the line.
        readonly property int stand: roomy ? pad : fits ? room - across - least : Math.min(least, root.width - across - least - x)

        readonly property real apart: 14 * root.unit
        readonly property real head: root.headX - x
        readonly property bool met: head > stand - apart && head < stand + across + apart
        readonly property int aside: !met ? stand : head + apart + across <= room - least ? Math.round(head + apart) : head - apart - across >= least ? Math.round(head - apart - across) : stand

        // It reaches into days of another.
        readonly property bool reaches: aside < 0 || x + aside + across > Math.round(finishes * root.width)

        readonly property bool named: current || (fits && !root.numbered && !yields(stand, across))

        // The guest is in its row, and takes its room.
        function yields(at: real, wide: real): bool {
            const guest = root.guest;
            if (guest === null || guest.index === index || (guest.index - index) % root.rows !== 0)
                return false;
            const from = x + at - guest.x - guest.stand;
            return from + wide + root.gap > 0 && from < guest.across + root.gap;
        }

        x: Math.round(begins * root.width)
        y: root.crest + (root.numbered ? (current ? 1 : 0) : index % root.rows) * root.rowHeight
        z: fits ? 0 : 1
        height: root.rowHeight

        TextMetrics {
            id: letters

            font.family: Theme.serif
            font.weight: Font.DemiBold
            font.pixelSize: root.textSize
            text: name.name
        }

        Rectangle {
            x: name.aside - name.least
            width: name.across + 2 * name.least
            height: parent.height
            visible: name.named && (name.current || name.reaches || (name.met && name.aside === name.stand))
            color: name.current ? Theme.inkRaised : Theme.bar
        }

        BodyText {
            id: digits

            readonly property bool struck: Math.abs(name.head - x - implicitWidth / 2) < implicitWidth / 2 + 6 * root.unit
            readonly property int span: Math.round((name.finishes - name.begins) * root.width) - root.gap

            part: true
            x: Math.round((span - implicitWidth) / 2)
            height: parent.height - Math.round(6 * root.unit)
            verticalAlignment: Text.AlignVCenter
            visible: !name.named && !struck && (root.numbered ? name.index % root.nth === 0 : implicitWidth <= span && !name.yields(x, implicitWidth))
            text: name.number
            color: Theme.amber
            font.family: Theme.serif
            font.pixelSize: root.textSize
            lineHeight: 1
            wrapMode: Text.NoWrap
        }

        BodyText {
            part: true
            visible: name.named
            x: name.aside
            height: parent.height - Math.round(6 * root.unit) // ticks rise into the lowest of it
            verticalAlignment: Text.AlignVCenter
            text: name.name
            color: name.current ? Theme.paper : Theme.amber
            font.family: Theme.serif
            font.weight: name.current ? Font.DemiBold : Font.Normal
            font.pixelSize: root.textSize
            lineHeight: 1
            wrapMode: Text.NoWrap
        }
    }
}
