import QtQuick
import Kiosk.Controls
import Kiosk.Enums

// Where text, map and sheets lie on a screen of any shape.
QtObject {
    id: root

    // How much of the screen what lies over it covers.
    enum Cover {
        Bare,
        Narrow,
        Wide
    }

    required property int width
    required property int height
    required property string screenName
    required property int navigationHeight
    required property int timelineHeight
    required property real reachTop
    // Room for what happened at the hour, in the lines that it takes; large text gets what is left.
    readonly property real emsAcross: width / Theme.leastText
    readonly property int storyLines: emsAcross < 22 ? 9 : emsAcross < 26 ? 6 : emsAcross < 30 ? 5 : emsAcross < 34 ? 4 : emsAcross < 50 ? 3 : 2
    // Beneath its date it needs as much more as the date is larger.
    readonly property int storyPx: storyLines > (portrait || width < 20 * Theme.body ? 6 : 2) ? Theme.leastText : Theme.bounded
    // On glass of few inches large text leaves it to the list of events.
    readonly property bool storyless: screenName !== Screens.maps || (Theme.textScale > 1.3 && emsAcross < (portrait ? 22 : 34))
    readonly property int storyHeight: storyless ? 0 : Math.max(Theme.target, Math.round(storyPx * 1.4 * storyLines) + Theme.mm(3))
    property int sheet: StageFrame.Bare
    property int textNeed: 0
    property int viewsHeight: Theme.target + Theme.margin
    property int zoomWidth: Theme.target + Theme.margin
    property int tabsHeight: 0
    property bool keyAlone: true

    readonly property bool portrait: height > width
    readonly property bool timed: screenName === Screens.phases || screenName === Screens.forces || screenName === Screens.maps
    readonly property bool argued: screenName === Screens.lessons || screenName === Screens.decisions || screenName === Screens.disagreements
    readonly property bool narrated: textNeed > 0 && (attract || screenName === Screens.home || screenName === Screens.phases || argued)
    readonly property bool covered: sheet !== StageFrame.Bare
    readonly property bool attract: screenName === States.attract

    readonly property int floor: height - (attract ? 0 : navigationHeight) - (timed ? timelineHeight : 0)

    // Landscape: text at the left, the map at the right.
    readonly property real textShare: screenName === Screens.home || attract || screenName === Screens.lessons || screenName === Screens.disagreements ? 0.5 : screenName === Screens.decisions ? 0.54 : Theme.large ? 0.52 : 0.5
    readonly property int textWidth: Math.min(width * 0.6, Math.max(width * textShare, Theme.body * 13))
    // Portrait: the map above, text beneath.
    readonly property real mapShare: screenName === Screens.forces || screenName === Screens.decisions ? 0.3 : Theme.large ? 0.34 : 0.46
    readonly property int mapLeast: Math.round(Math.max(floor * mapShare, Math.min(reachTop > 0 ? reachTop + tabsHeight + Theme.mm(7) : 0, Math.max(floor * 0.6, floor - Theme.mm(290)))))
    readonly property int mapMost: Math.round(attract ? height * 0.65 : floor)
    // Text that needs less than its share leaves the rest to the map.
    readonly property int mapHeight: screenName === Screens.maps ? floor : narrated ? Math.max(mapLeast, Math.min(mapMost, floor - textNeed)) : mapLeast

    readonly property int sideWidth: Math.max(width * (Theme.large ? 0.34 : 0.303), Theme.mm(110))

    readonly property rect textArea: {
        if (screenName === Screens.maps)
            return Qt.rect(0, 0, 0, 0);
        if (portrait)
            return Qt.rect(0, mapHeight, width, floor - mapHeight);
        const top = Math.min(reachTop, floor * 0.5);
        return Qt.rect(0, top, screenName === Screens.forces ? width : textWidth, floor - top);
    }
    readonly property rect sheetRect: sheet === StageFrame.Wide ? wideArea : sheetArea
    // What a sheet leaves free of the map; where that is next to nothing the map stays as it was.
    readonly property rect mapArea: {
        if (!covered || attract || (portrait && sheetRect.y < Theme.mm(60)))
            return wholeMapArea;
        if (portrait)
            return Qt.rect(0, 0, width, sheetRect.y);
        const left = sheetRect.width + Theme.mm(6);
        return Qt.rect(left, 0, width - left, sheetFloor);
    }
    // The map alone: beneath its buttons, or above them where they were lowered on a tall screen.
    readonly property rect viewedMap: {
        const across = width - zoomWidth;
        if (portrait && reachTop > viewsHeight)
            return Qt.rect(0, 0, width, Math.min(reachTop, floor - storyHeight - Math.round(Theme.leastText * 1.5)));
        const top = viewsHeight + reachTop;
        // On a narrow screen whose data is drawn stands beneath the scale, not beside it.
        const credit = portrait ? Math.round(Theme.leastText * 1.5) : 0;
        return Qt.rect(0, top, across, floor - top - storyHeight - credit);
    }
    // Buttons over the map: above it, or beneath it where they were lowered on a tall screen.
    readonly property bool tabsLow: portrait && reachTop > 0
    readonly property int tabsTop: tabsLow ? mapHeight - Theme.mm(7) - tabsHeight : Theme.margin + reachTop
    readonly property int mapTop: keyAlone || tabsLow ? 0 : tabsTop + tabsHeight
    readonly property int mapFloor: tabsLow ? tabsTop : mapHeight - Theme.mm(7)
    readonly property rect wholeMapArea: {
        if (screenName === Screens.maps)
            return viewedMap;
        if (portrait)
            return Qt.rect(0, mapTop, width, Math.max(1, mapFloor - mapTop));
        if (screenName === Screens.forces)
            return Qt.rect(sideWidth + Theme.mm(10), 0, width - 2 * sideWidth - Theme.mm(20), floor - Math.max(Theme.target, Math.round(Theme.body * 1.5)) - Theme.mm(8));
        return Qt.rect(textWidth + Theme.mm(12), mapTop, width - textWidth - Theme.mm(12), floor - mapTop);
    }
    // Sheets lie over the timeline too.
    readonly property int sheetFloor: height - navigationHeight
    readonly property rect sheetArea: areaOf(Theme.large ? 0.6 : 0.44, Theme.large ? 0.36 : 0.5)
    readonly property rect wideArea: areaOf(Theme.large ? 0.75 : 0.6, Theme.large ? 0 : 0.3)

    // Upright, a sheet covers the page's text whole.
    function areaOf(across: real, down: real): rect {
        const text = narrated ? mapHeight : sheetFloor;
        const top = Math.round(Math.max(reachTop, portrait ? Math.min(sheetFloor * down, text) : 0));
        return Qt.rect(0, top, portrait ? width : Math.round(Math.max(width * across, screenName === Screens.forces || screenName === Screens.maps ? 0 : textWidth + Theme.mm(18))), sheetFloor - top);
    }
}
