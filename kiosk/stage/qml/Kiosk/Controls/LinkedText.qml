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

    TapHandler {
        longPressThreshold: 0
        onTapped: point => {
            const link = root.nearestLink(point.position.x, point.position.y);
            if (link !== "")
                root.navigation.openCard(link);
        }
    }
}
