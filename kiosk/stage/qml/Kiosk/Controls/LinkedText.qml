pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Visit

// Text whose names open cards; a touch within 10 mm of a name finds it.
BodyText {
    id: root

    required property Navigation navigation

    // The widths of lines that end early, by their numbers, so that a page ends with a sentence; and
    // how many lines, how many px more there are by that.
    property var early: ({})
    property int added: 0
    property real addedHeight: 0

    function endEarly(widths: var, more: int) {
        if (JSON.stringify(widths) === JSON.stringify(early))
            return;
        const natural = contentHeight - addedHeight;
        early = widths;
        added = more;
        forceLayout();
        addedHeight = more > 0 ? contentHeight - natural : 0;
    }

    readonly property list<var> links: {
        const found = [];
        const linked = /<a href="([^"]*)">(.*?)<\/a>/g;
        for (let link = linked.exec(text); link !== null; link = linked.exec(text))
            found.push({
                ref: link[1],
                name: link[2].replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&")
            });
        return found;
    }

    // Where a link stands, across all of its lines; it is felt for, as Qt tells no more.
    function boxOf(number: int): rect {
        const runs = [];
        const step = Theme.px(6);
        const high = contentHeight / Math.max(1, lineCount);
        for (let line = 0; line < lineCount; line++) {
            let open = "";
            let first = true;
            for (let x = step / 2; x < width; x += step) {
                const link = linkAt(x, topPadding + (line + 0.5) * high);
                const last = runs[runs.length - 1];
                const goesOn = link === open || first && x < 2 * step && last?.link === link && last.bottom === line;
                if (link !== "" && goesOn) {
                    last.left = Math.min(last.left, x);
                    last.right = Math.max(last.right, x);
                    last.bottom = line + 1;
                } else if (link !== "") {
                    runs.push({
                        link: link,
                        left: x,
                        right: x,
                        top: line,
                        bottom: line + 1
                    });
                }
                first = first && link === "";
                open = link;
            }
        }
        const run = runs[number];
        return run ? Qt.rect(run.left - step, topPadding + run.top * high, run.right - run.left + 2 * step, (run.bottom - run.top) * high) : Qt.rect(0, 0, width, height);
    }

    // A link as the keys reach it: it has no place before it is asked for one.
    component Stop: Reachable {
        required property int index
        required property var modelData

        // Goes where its link stands.
        function find() {
            const box = root.boxOf(index);
            x = box.x;
            y = box.y;
            width = box.width;
            height = box.height;
        }

        role: Accessible.Link
        spoken: modelData.name
        onSought: find()
        onActiveFocusChanged: if (activeFocus)
            find()
        onActivated: root.navigation.openCard(modelData.ref)
    }

    textFormat: Text.StyledText
    linkColor: Theme.amber
    onTextChanged: endEarly({}, 0)
    onWidthChanged: endEarly({}, 0)
    onFontChanged: endEarly({}, 0)
    onLineLaidOut: line => {
        if (early[line.number] > 0)
            line.width = early[line.number];
    }

    function nearestLink(x: real, y: real): string {
        const step = Theme.mm(2.5);
        for (let ring = 0; ring <= 4; ring++) {
            const turns = Math.max(1, ring * 8);
            for (let i = 0; i < turns; i++) {
                const angle = 2 * Math.PI * i / turns;
                const link = linkAt(x + Math.cos(angle) * ring * step, y + Math.sin(angle) * ring * step);
                if (link !== "")
                    return link;
            }
        }
        return "";
    }

    Repeater {
        model: root.links

        Stop {}
    }

    TapHandler {
        longPressThreshold: 0
        onTapped: point => {
            const link = root.nearestLink(point.position.x, point.position.y);
            if (link !== "")
                root.navigation.openCard(link);
        }
    }
}
