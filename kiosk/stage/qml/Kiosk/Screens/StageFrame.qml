import QtQuick
import Kiosk.Controls

// Where text, map and sheets lie on a panel, on a screen of any shape. First what is the panel's own,
// then what follows from it. How wide text is never hangs on how high it is.
QtObject {
    id: root

    required property StageEdges edges

    property bool barred: true
    property bool timed: false
    property bool tabbed: false
    // Its words stand on even ground.
    property bool grounded: true
    // Landscape: text at the left, the map at the right.
    property real textShare: Theme.large ? 0.52 : 0.5
    property int textAcross: textWidth
    // The width of words at both sides of the map, where it has them there.
    property int sideWidth: 0
    // Portrait: the map above, text beneath.
    property real mapShare: Theme.large ? 0.34 : 0.46
    property int mapMost: floor
    // The height of all its text across `textArea`, with what stands around it: text that needs less
    // than its share leaves the rest to the map. Without it the shares hold.
    property int textNeed: 0
    property int sheetLeast: textWidth + Theme.mm(18)
    property rect openMap: portrait ? upperMap : rightMap

    readonly property int width: edges.width
    readonly property int height: edges.height
    readonly property bool portrait: edges.portrait
    readonly property real reachTop: edges.reachTop
    readonly property bool covered: barred && edges.cover !== StageEdges.Bare
    readonly property bool narrated: textNeed > 0
    readonly property int floor: height - (barred ? edges.barHeight : 0) - (timed ? edges.timelineHeight : 0)

    readonly property int textWidth: Math.min(width * 0.6, Math.max(width * textShare, Theme.body * 13))
    readonly property real textTop: Math.min(reachTop, floor * 0.5)
    readonly property rect textArea: portrait ? Qt.rect(0, mapHeight, width, floor - mapHeight) : Qt.rect(0, textTop, textAcross, floor - textTop)

    readonly property int tabsHeight: tabbed ? edges.tabsHeight : 0
    readonly property real mapReach: reachTop > 0 ? reachTop + tabsHeight + Theme.mm(7) : 0
    readonly property int mapLeast: Math.round(Math.max(floor * mapShare, Math.min(mapReach, floor * 0.6)))
    readonly property int mapHeight: narrated ? Math.max(mapLeast, Math.min(mapMost, floor - textNeed)) : mapLeast

    // Buttons over the map: above it, or beneath it where they were lowered on a tall screen.
    readonly property bool tabsLow: portrait && reachTop > 0
    readonly property int tabsTop: tabsLow ? mapHeight - Theme.mm(7) - tabsHeight : Theme.margin + reachTop
    readonly property int mapTop: edges.keyAlone || tabsLow ? 0 : tabsTop + tabsHeight
    readonly property int mapFloor: tabsLow ? tabsTop : mapHeight - Theme.mm(7)
    readonly property int mapLeft: textWidth + Theme.mm(12)
    readonly property rect upperMap: Qt.rect(0, mapTop, width, Math.max(1, mapFloor - mapTop))
    readonly property rect rightMap: Qt.rect(mapLeft, mapTop, width - mapLeft, floor - mapTop)

    // Sheets lie over the timeline too; upright they cover the page's text whole.
    readonly property int sheetFloor: height - edges.barHeight
    readonly property int sheetMost: narrated ? mapHeight : sheetFloor
    readonly property int sheetTop: Math.round(Math.max(reachTop, portrait ? Math.min(sheetFloor * (Theme.large ? 0.36 : 0.5), sheetMost) : 0))
    readonly property int sheetWidth: portrait ? width : Math.round(Math.max(width * (Theme.large ? 0.6 : 0.44), sheetLeast))
    readonly property rect sheetArea: Qt.rect(0, sheetTop, sheetWidth, sheetFloor - sheetTop)
    readonly property int wideTop: Math.round(Math.max(reachTop, portrait ? Math.min(sheetFloor * (Theme.large ? 0 : 0.3), sheetMost) : 0))
    readonly property int wideWidth: portrait ? width : Math.round(Math.max(width * (Theme.large ? 0.75 : 0.6), sheetLeast))
    readonly property rect wideArea: Qt.rect(0, wideTop, wideWidth, sheetFloor - wideTop)

    // What a sheet leaves free of the map; where that is next to nothing the map stays as it was.
    readonly property rect sheetRect: edges.cover === StageEdges.Wide ? wideArea : sheetArea
    readonly property bool spared: covered && !(portrait && sheetRect.y < Theme.mm(60))
    readonly property int sparedLeft: portrait ? 0 : sheetRect.width + Theme.mm(6)
    readonly property rect sparedMap: Qt.rect(sparedLeft, 0, width - sparedLeft, portrait ? sheetRect.y : sheetFloor)
    readonly property rect mapArea: spared ? sparedMap : openMap
}
