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

    function endEarly(widths: var, more: int) {
        if (JSON.stringify(widths) === JSON.stringify(early))
            return;
        const natural = contentHeight - addedHeight;
        early = widths;
        added = more;
        forceLayout();
        addedHeight = more > 0 ? contentHeight - natural : 0;
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

    // The first of its lines on which a link stands; empty where it stands nowhere.
    function areaOf(link: string): rect {
        if (link === "" || lineCount < 1)
            return Qt.rect(0, 0, 0, 0);
        const line = contentHeight / lineCount;
        const high = Math.min(line, font.pixelSize * 1.27);
        for (let y = topPadding + line / 2; y < topPadding + contentHeight; y += line) {
            let from = -1;
            for (let x = 0; x <= width; x += 2) {
                const found = linkAt(x, y) === link;
                if (found && from < 0)
                    from = x;
                else if (!found && from >= 0)
                    return Qt.rect(from, y + line / 2 - high, x - from, high);
            }
            if (from >= 0)
                return Qt.rect(from, y + line / 2 - high, width - from, high);
        }
        return Qt.rect(0, 0, 0, 0);
    }

    Rectangle {
        readonly property rect area: root.areaOf(root.chosenLink, root.text, root.contentHeight, root.width, root.early)

        objectName: "ChosenLink"
        visible: area.width > 0
        x: area.x
        y: area.y
        width: area.width
        height: area.height
        color: Theme.inkRaised

        BodyText {
            anchors.centerIn: parent
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

    TapHandler {
        longPressThreshold: 0
        onTapped: point => {
            const link = root.nearestLink(point.position.x, point.position.y);
            if (link !== "")
                root.navigation.follow(link);
        }
    }
}
