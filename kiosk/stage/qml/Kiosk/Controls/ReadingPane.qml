pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Stage

// What may be higher than its room: then it has pages, turned by a touch on "Read on" or by a swipe.
Item {
    id: root

    required property Phrasebook phrases
    default property alias content: column.data
    // A swipe beyond the first or the last page leads to another stop.
    property bool swipes: false
    property alias spacing: column.spacing
    // How high all of it is, whatever room there is, and all above what comes last.
    property real natural: 0
    property real above: 0
    // Comes only as far as there is room, and asks for none.
    property Item last: null

    readonly property bool paged: spans.length > 1
    readonly property int room: Math.max(Theme.target, height - pager.height - Theme.gap)
    property int page: 0
    // The first and the last px of each page.
    property list<var> spans: []
    // The texts whose lines may end early, so that a page ends with a sentence.
    property list<LinkedText> texts: []
    // Kept in sight while the pages are laid out, until somebody turns them.
    property Item sought
    property bool laying: false
    // Heights have changed while the pages were laid out, or lines have come otherwise than foretold.
    property bool due: false

    signal forward
    signal back

    function toStart() {
        sought = null;
        page = 0;
        lay();
    }

    function toItem(item: Item) {
        sought = item;
        seek();
    }

    function seek() {
        if (!sought)
            return;
        const y = sought.mapToItem(column, 0, 0).y;
        // Its words begin a little beneath its edge.
        page = Math.max(0, spans.findIndex(span => span[1] > y + Theme.mm(5)));
    }

    function turn(pages: int) {
        const to = page + pages;
        sought = null;
        if (to >= 0 && to < Math.max(1, spans.length))
            page = to;
        else if (swipes && pages > 0)
            root.forward();
        else if (swipes)
            root.back();
    }

    function lay() {
        due = true;
        for (let tries = 0; !laying && due && tries < 3; tries++) {
            laying = true;
            due = false;
            layOut();
            laying = false;
        }
        if (!laying && Math.abs(measured() - natural) > 1)
            later.restart();
    }

    // Places all now instead of before the next frame.
    function settle() {
        column.forceLayout();
    }

    function measured(): real {
        return column.height - added();
    }

    function added(): real {
        return texts.reduce((sum, text) => sum + (text?.addedHeight ?? 0), 0);
    }

    // Never where its own height has changed, which may follow from this.
    function measure() {
        if (laying)
            return;
        natural = measured();
        above = last?.visible ? last.y - column.spacing - added() : natural;
        lay();
    }

    function layOut() {
        const leaves = natural > height + 1 ? gathered() : [];
        const pages = leaves.length > 0 ? Theme.paged(leaves.map(leaf => leaf.told), room) : null;
        if (pages)
            texts = leaves.map(leaf => leaf.text).filter(text => text !== null);
        for (const text of texts) {
            const leaf = leaves.findIndex(leaf => leaf.text === text);
            if (text?.endEarly(pages?.early[leaf] ?? {}, pages?.added[leaf] ?? 0) === false)
                due = true;
            for (let outer = text?.parent; outer && outer !== root; outer = outer.parent)
                (outer as Column)?.forceLayout();
        }
        // Tall letters may begin above all; a Flickable shows nothing there. Nothing follows the last
        // page, so that what hangs below its line is seen there.
        spans = (pages?.spans ?? []).map((span, at, all) => [Math.max(0, span[0]), at < all.length - 1 ? span[1] : Math.min(span[0] + room, span[1] + Theme.body / 3)]);
        page = Math.max(0, Math.min(page, spans.length - 1));
        seek();
    }

    // What no page may cut through, as it would stand if no line ended early.
    function gathered(): var {
        const leaves = [];
        gather(column, leaves);
        let added = 0;
        for (const leaf of leaves) {
            leaf.told.top -= added;
            leaf.told.bottom -= added;
            added += leaf.text?.addedHeight ?? 0;
        }
        return leaves;
    }

    // Grounds and rules go with what stands on them. What can be pressed is whole, but for long words.
    function gather(within: Item, leaves: var) {
        for (const item of within.children) {
            if (!item.visible || item.height <= 0)
                continue;
            const inner = [];
            if (item instanceof Text)
                inner.push(lined(item as Text));
            else if (!((item instanceof Touchable) || (item instanceof Whole)) || 2 * item.height > room)
                gather(item, inner);
            if (inner.some(leaf => leaf.reads))
                leaves.push(...inner);
            else if (!(item instanceof Rectangle) || within instanceof Column)
                leaves.push(boxed(item));
        }
    }

    function boxed(item: Item): var {
        const at = item.mapToItem(column, 0, 0);
        return {
            reads: (item instanceof Touchable) || (item instanceof Whole),
            text: null,
            told: {
                top: at.y,
                bottom: at.y + item.height,
                left: at.x,
                width: item.width,
                heading: item instanceof Rectangle || ((item as Touchable)?.heading ?? false)
            }
        };
    }

    function lined(item: Text): var {
        const text = item as LinkedText;
        const at = item.mapToItem(column, item.leftPadding, item.topPadding);
        // With lines far apart the last one has its room beneath it.
        const high = Math.max(item.contentHeight, item.implicitHeight - item.topPadding - item.bottomPadding);
        const lines = item.lineCount - (text?.added ?? 0);
        const heading = item instanceof DisplayText || ((item as BodyText)?.heading ?? false);
        return {
            reads: true,
            text: text,
            told: {
                top: at.y,
                bottom: at.y + high - (text?.addedHeight ?? 0),
                lines: heading && item.contentHeight <= root.room ? 1 : lines,
                scale: item.lineHeight,
                words: item.text,
                heading: heading,
                breakable: text?.foretold ?? false,
                font: item.font,
                left: at.x,
                width: item.width - item.leftPadding - item.rightPadding
            }
        };
    }

    onHeightChanged: lay()

    Connections {
        target: root.phrases

        function onSpoken() {
            later.restart();
        }
    }

    // Once all has its new words and heights; goes with the pane, as Qt.callLater does not.
    Timer {
        id: later

        interval: 0
        onTriggered: root.measure()
    }

    // Where the keys are is in sight.
    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged() {
            const focused = root.Window.window.activeFocusItem;
            (focused as Reachable)?.sought();
            for (let item = focused; item; item = item.parent)
                if (item === column)
                    root.toItem(focused);
        }
    }

    Flickable {
        readonly property list<var> span: root.spans[root.page] ?? [0, root.height]

        width: root.width
        height: span[1] - span[0]
        contentWidth: width
        contentHeight: column.height + root.height
        contentY: span[0]
        clip: true
        interactive: false

        Column {
            id: column

            width: root.width
            onHeightChanged: root.measure()
            onPositioningComplete: root.measure()
        }
    }

    DragHandler {
        target: null
        enabled: root.swipes || root.paged
        onActiveChanged: {
            if (active)
                return;
            const across = centroid.position.x - centroid.pressPosition.x;
            const down = centroid.position.y - centroid.pressPosition.y;
            const way = Math.abs(across) > Math.abs(down) ? across : root.paged ? down : 0;
            if (Math.abs(way) > Theme.mm(12))
                root.turn(way < 0 ? 1 : -1);
        }
    }

    Row {
        id: pager

        readonly property bool brief: asked.advanceWidth + on.iconSide + 3 * on.padding + back.width + count.implicitWidth + 2 * spacing > root.width

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        height: on.height
        spacing: Theme.gap
        visible: root.paged

        TouchButton {
            id: back

            icon: "chevron-left"
            textSize: Theme.bounded
            spoken: root.phrases.words.page_up
            enabled: root.page > 0
            onActivated: root.turn(-1)
        }

        TouchButton {
            id: on

            icon: "chevron-right"
            trailing: true
            text: pager.brief ? "" : root.phrases.words.page_down
            textSize: Theme.bounded
            spoken: root.phrases.words.page_down
            enabled: root.page < root.spans.length - 1
            onActivated: root.turn(1)

            TextMetrics {
                id: asked

                font.family: Theme.sans
                font.pixelSize: on.textSize
                text: root.phrases.words.page_down
            }
        }

        BodyText {
            id: count

            anchors.verticalCenter: parent.verticalCenter
            leftPadding: Theme.mirrored ? 0 : Theme.mm(3)
            rightPadding: Theme.mm(3) - leftPadding
            text: root.phrases.say("page_of", [root.page + 1, root.spans.length])
            color: Theme.muted
            font.pixelSize: Theme.bounded
            wrapMode: Text.NoWrap
        }
    }
}
