import QtQuick
import Kiosk.Controls

// Where text, map and sheets lie on a screen of any shape.
QtObject {
    id: root

    required property int width
    required property int height
    required property string screenName
    required property int navigationHeight
    required property int timelineHeight
    required property real reachTop

    readonly property bool portrait: height > width
    readonly property bool timed: screenName === "phases" || screenName === "forces" || screenName === "maps"
    readonly property bool attract: screenName === "attract"

    readonly property int floor: height - (attract ? 0 : navigationHeight) - (timed ? timelineHeight : 0)

    // Landscape: text at the left, the map at the right.
    readonly property real textShare: screenName === "home" || attract ? 0.48 : Theme.textScale > 1.3 ? 0.52 : 0.41
    readonly property int textWidth: Math.min(width * 0.6, Math.max(width * textShare, Theme.body * 13))
    // Portrait: the map above, text beneath.
    readonly property real mapShare: screenName === "maps" ? 1 : Theme.textScale > 1.3 ? 0.34 : screenName === "forces" ? 0.36 : 0.5
    readonly property int mapHeight: Math.round(screenName === "maps" ? floor : Math.max(floor * mapShare, Math.min(reachTop, floor * 0.6)))

    readonly property int sideWidth: Math.max(width * (Theme.textScale > 1.3 ? 0.34 : 0.29), Theme.mm(110))

    readonly property rect textArea: {
        if (screenName === "maps")
            return Qt.rect(0, 0, 0, 0);
        if (portrait)
            return Qt.rect(0, mapHeight, width, floor - mapHeight);
        const top = Math.min(reachTop, floor * 0.5);
        return Qt.rect(0, top, screenName === "forces" ? width : textWidth, floor - top);
    }
    readonly property rect mapArea: {
        if (screenName === "maps")
            return Qt.rect(0, 0, width, floor);
        if (portrait)
            return Qt.rect(0, 0, width, mapHeight);
        if (screenName === "forces")
            return Qt.rect(sideWidth, 0, width - 2 * sideWidth, floor);
        return Qt.rect(textWidth, 0, width - textWidth, floor);
    }
    readonly property rect sheetArea: {
        const top = Math.max(Theme.margin, reachTop);
        if (portrait)
            return Qt.rect(0, Math.max(top, floor * (Theme.textScale > 1.3 ? 0.2 : 0.42)), width, floor - Math.max(top, floor * (Theme.textScale > 1.3 ? 0.2 : 0.42)));
        const across = Math.round(width * (Theme.textScale > 1.3 ? 0.6 : 0.44));
        return Qt.rect(0, 0, across, floor);
    }
    readonly property rect wideArea: portrait ? Qt.rect(0, Math.max(Theme.margin * 2, reachTop), width, floor - Math.max(Theme.margin * 2, reachTop)) : Qt.rect(0, 0, Math.round(width * (Theme.textScale > 1.3 ? 0.75 : 0.6)), floor)
}
