pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// A formation along the ruler: who led it, what it did, what became of it. A touch opens its card.
Touchable {
    id: root

    required property int index
    required property string key
    required property string ref
    required property string name
    required property string label
    required property string commander
    required property string symbol
    required property real wide
    required property int rank
    required property real begins
    required property real finishes
    required property int joins
    required property string crossing
    required property string before
    required property bool ended
    required property string fate
    required property string said
    required property Rows spans
    required property Navigation navigation
    required property color tint_
    // The place of its side among all.
    required property int place
    // The colour of the side that it went over to, and how far beneath its middle that side's row is.
    required property string joined
    required property real over
    required property Item bank
    // The name of its side, where that has no heading.
    required property string party
    // Where the heading ends beside which what crosses is named.
    required property int clear
    // How high that heading is.
    required property int headingHeight
    // The colour of those who surround it.
    required property color foe
    // Where the ruler lies in it, and the playhead on the ruler, whose line cuts through it.
    required property bool ruled
    required property int trackLeft
    required property int trackWidth
    required property real share

    readonly property int thick: Math.round(Math.min(height - Theme.px(8), Math.max(Theme.px(52), Theme.body * 1.35)))
    readonly property int edge: Math.round((height - thick) / 2)
    readonly property int end: at(finishes)
    readonly property int head: at(share)
    readonly property int words: trackLeft + at(begins) + Theme.px(12)

    // What became of it stands behind its end, or before it where there is no room: no words there.
    readonly property int beyond: trackLeft + end + Theme.px(18)
    readonly property bool within: ended && beyond + became.implicitWidth > trackLeft + trackWidth
    readonly property int last: within ? trackLeft + end - Theme.px(10) - became.implicitWidth : trackLeft + trackWidth

    function at(share: real): int {
        return Math.round(share * trackWidth);
    }

    // True if the playhead's line would go through words that begin at `left`.
    function isStruck(words: Item, left: int): bool {
        const line = trackLeft + head;
        return words.visible && line > left - Theme.px(6) && line < left + words.implicitWidth + Theme.px(6);
    }

    // By the name that is seen.
    spoken: title.named + Theme.comma + root.said
    plain: true
    onActivated: navigation.openCard(ref)

    Image {
        id: sign

        transform: Face {
            of: sign
        }
        readonly property int frame: Math.round(Math.min(Theme.px(50), root.thick * 0.9))

        x: Math.round(Math.max(0, (root.trackLeft - width) / 2))
        y: Math.round(root.edge + root.thick / 2 + frame / 2 - height + 2)
        width: Math.round(root.wide * frame)
        height: implicitHeight / Screen.devicePixelRatio
        visible: width <= root.trackLeft
        source: Theme.toned(`${root.symbol}/${Math.round(width * Screen.devicePixelRatio)}`)
    }

    BodyText {
        visible: text !== "" && x >= root.trackLeft
        x: root.trackLeft + root.at(root.begins) - Theme.px(18) - implicitWidth
        y: root.edge
        height: root.thick
        verticalAlignment: Text.AlignVCenter
        text: root.before
        color: Theme.muted
        lineHeight: 1
        wrapMode: Text.NoWrap
    }

    Rectangle {
        x: root.trackLeft + root.at(root.begins)
        y: root.edge
        width: root.end - root.at(root.begins)
        height: root.thick
        color: root.tint_

        // Words stand on it: it takes nothing of their contrast.
        SidePattern {
            place: root.place
            width: parent.width
            height: parent.height
            colour: Theme.highContrast ? Theme.paper : Theme.ink
            opacity: 0.34
        }
    }

    // Words stand on plain ground, without the side's pattern behind them.
    component Plain: Rectangle {
        required property Item words

        objectName: "Plain"
        visible: words.visible
        x: words.x - Theme.px(4)
        width: words.width + Theme.px(8)
        height: root.thick
        color: root.tint_
    }

    Plain {
        words: title
        y: root.edge
        width: Math.min(title.x + title.width + Theme.px(8), root.trackLeft + root.end) - x
    }

    // Besiegers' teeth on both edges of a stretch, unless it is narrower than two; outside them where what became of it stands within.
    component Teeth: Image {
        required property bool within

        objectName: "Teeth"
        width: parent.width
        height: within ? Math.min(Theme.px(12), root.edge) : Theme.px(12)
        fillMode: Image.TileHorizontally
        horizontalAlignment: Image.AlignLeft
        source: `image://icons/teeth/${root.foe.toString().slice(-6)}/${height}`
    }

    component Stretch: Item {
        id: span

        required property int index
        required property string doing
        required property string brief
        required property real begins
        required property real finishes
        required property bool besieged

        readonly property int start: root.trackLeft + root.at(begins)
        readonly property bool toothed: besieged && width >= 2 * Theme.px(12)
        readonly property bool within: root.within && start + width > root.last - Theme.px(10)

        x: start
        y: root.edge
        width: root.trackLeft + root.at(finishes) - start
        height: root.thick

        Plain {
            words: said
        }

        Rectangle {
            anchors.fill: parent
            visible: span.besieged && (said.visible || !span.within)
            color: Theme.ink
            opacity: Theme.highContrast ? 0 : 0.35
        }

        Teeth {
            within: span.within
            visible: span.toothed && height > 0
            y: span.within ? -height : 0
        }

        Teeth {
            within: span.within
            visible: span.toothed && height > 0
            y: parent.height - (span.within ? 0 : height)
            mirrorVertically: true
        }

        Rectangle {
            x: said.x - Theme.px(10)
            width: Theme.px(3)
            height: parent.height
            visible: said.visible
            color: Theme.ink
        }

        // What is still to come.
        Rectangle {
            x: Math.max(0, root.trackLeft + root.head - span.start)
            width: Math.max(0, parent.width - x)
            height: parent.height
            color: Theme.ink
            opacity: Theme.highContrast ? 0.1 : 0.5
        }

        // The playhead's line; it gives way to words.
        Rectangle {
            readonly property bool chosen: true
            readonly property bool clear: !root.isStruck(said, span.start + said.x) && !root.isStruck(became, became.x) && !root.isStruck(title, title.x)

            objectName: "LaneHour"
            x: root.trackLeft + root.head - span.start - Math.round(width / 2)
            width: Theme.px(5)
            height: parent.height
            visible: clear && root.ruled && root.share >= span.begins && root.share <= span.finishes
            color: Theme.amber
            opacity: 0.8
        }

        TextMetrics {
            id: whole

            font: said.font
            text: span.doing
        }

        BodyText {
            id: said

            readonly property int least: title.x + title.width + Theme.px(24)
            readonly property int start: Math.max(span.start + Theme.px(10), least)
            readonly property int room: Math.min(span.start + span.width - Theme.px(4), root.last - Theme.px(12)) - start

            x: start - span.start
            height: parent.height
            visible: text !== "" && implicitWidth <= room
            verticalAlignment: Text.AlignVCenter
            text: Math.ceil(whole.advanceWidth) <= room ? span.doing : span.brief
            color: title.color
            style: Text.Outline
            styleColor: Theme.ink
            lineHeight: 1
            wrapMode: Text.NoWrap
        }
    }

    Repeater {
        model: root.spans

        Stretch {}
    }

    Crossing {
        id: band

        visible: root.joins >= 0
        opacity: root.head < root.end ? 0.7 : 1
        thick: root.thick
        begins: root.trackLeft + root.end
        finishes: root.trackLeft + root.trackWidth
        from: root.edge + root.thick / 2
        over: root.over
        own: root.tint_
        joined: Theme.lane(root.joined)
    }

    // Beside the band, no part of what is pressed: at the other's heading, or above that if it is long.
    BodyText {
        parent: root.bank
        readonly property int edge: band.line - root.thick / 2 - Theme.px(10)
        readonly property bool beside: implicitWidth <= edge - root.clear - Theme.px(20)
        readonly property int between: root.over - root.thick / 2 - root.headingHeight / 2
        readonly property bool above: implicitWidth <= edge && between >= height && root.y + root.height > (root.parent?.height ?? 0) - 2

        visible: root.visible && root.joins >= 0 && text !== "" && (beside || above)
        x: edge - implicitWidth
        y: Math.round((root.parent?.y ?? 0) + root.y + band.from + (beside ? root.over : (root.thick + between) / 2) - height / 2)
        text: root.crossing
        font.weight: Font.Bold
        lineHeight: 1
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: title

        readonly property string second: root.party || root.commander
        // In full where that leaves most of the lane to what it did.
        readonly property string named: full.advanceWidth <= 0.4 * (root.end - root.at(root.begins)) ? root.name : root.label

        x: root.words
        y: root.edge
        height: root.thick
        visible: implicitWidth <= root.width - x
        width: implicitWidth
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.StyledText
        text: second && both.advanceWidth < root.end - root.at(root.begins) - Theme.px(24) ? `<b>${named}</b>&nbsp; ${second}` : `<b>${named}</b>`
        color: Theme.highContrast ? Theme.ink : Theme.role("line")
        lineHeight: 1
        wrapMode: Text.NoWrap

        TextMetrics {
            id: full

            font.family: Theme.sans
            font.weight: Font.Bold
            font.pixelSize: Theme.body
            text: `${root.name}  ${title.second}`
        }

        TextMetrics {
            id: both

            font: full.font
            text: `${title.named}  ${title.second}`
        }
    }

    Rectangle {
        visible: root.ended
        x: root.trackLeft + root.end
        y: root.edge - Theme.px(2)
        width: Theme.px(7)
        height: root.thick + Theme.px(4)
        color: Theme.paper
    }

    // No line of the hour runs behind it.
    Rectangle {
        visible: root.ruled && !root.within && root.isStruck(became, became.x)
        x: became.x
        y: root.edge
        width: became.implicitWidth
        height: root.thick
        color: Theme.ink
    }

    BodyText {
        id: became

        visible: root.ended && x >= title.x + title.width + Theme.px(12)
        x: root.within ? root.last : root.beyond
        y: root.edge
        height: root.thick
        verticalAlignment: Text.AlignVCenter
        text: root.fate
        color: root.within ? title.color : Theme.muted
        style: Text.Outline
        styleColor: Theme.ink
        font.weight: Font.Bold
        lineHeight: 1
        wrapMode: Text.NoWrap
    }
}
