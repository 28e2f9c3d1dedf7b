pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Visit

// Text whose names open cards; a touch within 10 mm of a name finds it.
BodyText {
    id: root

    required property Navigation navigation

    // The link that is chosen and its words: they stand on raised ground, under a bar.
    property string chosenLink: ""
    property string chosenWords: ""

    // The widths of lines that end early, by their numbers, so that a page ends with a sentence; and
    // how many lines, how many px more there are by that.
    property var early: ({})
    property int added: 0
    property real addedHeight: 0

    // Where its lines begin, by their numbers; Qt lays none at a multiple of a height.
    readonly property var tops: ({})

    // Its lines came as its pages foretold; where they don't, none ends early.
    property bool foretold: true

    // Ends lines early; false if that gives other than `more` lines, and all is left as it would be.
    function endEarly(widths: var, more: int): bool {
        if (JSON.stringify(widths) === JSON.stringify(early))
            return true;
        const natural = contentHeight - addedHeight;
        const lines = lineCount - added;
        early = widths;
        added = more;
        forceLayout();
        foretold = Object.keys(widths).length === 0 || lineCount === lines + more;
        if (!foretold) {
            early = {};
            added = 0;
            forceLayout();
        }
        addedHeight = added > 0 ? contentHeight - natural : 0;
        return foretold;
    }

    function layAnew() {
        foretold = true;
        endEarly({}, 0);
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

    // Has the box of a link go on along its line.
    function widen(box: var, step: int) {
        box.width += step;
        if (Theme.mirrored)
            box.x -= step;
    }

    // Where its links stand, line by line, in the order of the text; felt for, as Qt tells no more.
    function standing(): var {
        const found = [];
        const line = contentHeight / Math.max(1, lineCount);
        const high = font.pixelSize * 1.27;
        const step = 1;
        for (let row = 0; row < lineCount; row++) {
            let open = "";
            let first = true;
            for (let gone = 0; gone <= width; gone += step) {
                const x = Theme.mirrored ? width - gone : gone;
                const link = linkAt(x, topPadding + (row + 0.5) * line);
                const last = found[found.length - 1];
                if (link !== "" && link === open) {
                    widen(last.boxes[last.boxes.length - 1], step);
                } else if (link !== "") {
                    const box = Qt.rect(x, baselineOffset + tops[row] - tops[0] - font.pixelSize, step, high);
                    // It goes on from the line above.
                    if (first && last?.link === link && last.row === row - 1)
                        last.boxes.push(box);
                    else
                        found.push({
                            link: link,
                            boxes: [box]
                        });
                    found[found.length - 1].row = row;
                }
                first = first && link === "";
                open = link;
            }
        }
        return found;
    }

    // All lines of a link, by its number.
    function boxOf(number: int): rect {
        const boxes = standing()[number]?.boxes ?? [Qt.rect(0, 0, width, height)];
        const left = Math.min(...boxes.map(box => box.x));
        const right = Math.max(...boxes.map(box => box.x + box.width));
        const last = boxes[boxes.length - 1];
        return Qt.rect(left, boxes[0].y, right - left, last.y + last.height - boxes[0].y);
    }

    // The first line of the first link to something; empty where there is none.
    function areaOf(link: string): rect {
        return standing().find(one => one.link === link)?.boxes[0] ?? Qt.rect(0, 0, 0, 0);
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

        readonly property string proof: modelData.ref.startsWith("proofs/") ? modelData.ref.slice(7) : ""

        role: proof === "" ? Accessible.Link : Accessible.Button
        spoken: proof === "" ? modelData.name : Theme.proof(proof)
        onSought: find()
        onActiveFocusChanged: if (activeFocus)
            find()
        onActivated: root.navigation.follow(modelData.ref)
    }

    voice: face
    textFormat: Text.StyledText
    linkColor: Theme.amber
    onTextChanged: layAnew()
    onWidthChanged: layAnew()
    onFontChanged: layAnew()
    // Has a line end early, where it ends: at the left, of writing from right to left.
    function end(line: var, early: real) {
        if (Theme.mirrored)
            line.x += line.width - early;
        line.width = early;
    }

    onLineLaidOut: line => {
        tops[line.number] = line.y;
        if (early[line.number] > 0)
            end(line, early[line.number]);
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

    Voice {
        id: face

        words: root
        anchors.fill: parent

        Repeater {
            model: root.links

            Stop {}
        }
    }

    Loader {
        active: root.chosenLink !== ""
        sourceComponent: Rectangle {
            readonly property rect area: root.areaOf(root.chosenLink, root.text, root.contentHeight, root.width, root.early)

            readonly property bool chosen: true

            objectName: "ChosenLink"
            visible: area.width > 0
            // The line below the link goes on beyond its letters.
            x: area.x - 1
            y: area.y
            width: area.width + 2
            height: area.height
            color: Theme.inkRaised

            BodyText {
                objectName: "ChosenWords"
                anchors.horizontalCenter: parent.horizontalCenter
                y: root.font.pixelSize - baselineOffset
                // What it stands in is set right already.
                transform: []
                text: root.chosenWords
                font.pixelSize: root.font.pixelSize
                wrapMode: Text.NoWrap
            }

            Rectangle {
                width: parent.width
                height: Theme.crest
                color: Theme.amber
            }
        }
    }

    TapHandler {
        longPressThreshold: 0
        onTapped: point => {
            const link = root.nearestLink(point.position.x, point.position.y);
            if (link !== "")
                root.navigation.follow(link);
        }
    }
}
