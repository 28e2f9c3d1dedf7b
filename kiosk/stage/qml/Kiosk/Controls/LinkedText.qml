import QtQuick
import Kiosk.Visit

// Text whose names open cards; a touch within 10 mm of a name finds it.
BodyText {
    id: root

    required property Navigation navigation

    textFormat: Text.StyledText
    linkColor: Theme.amber

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
