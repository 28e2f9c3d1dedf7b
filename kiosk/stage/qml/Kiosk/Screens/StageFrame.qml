import QtQuick
import Kiosk.Controls

// The grid of a panel, on a screen of any shape: where its text, its map and its sheets lie. First
// what is the panel's own, then what follows from it. How wide text is never hangs on how high it is.
QtObject {
    id: root

    required property StageEdges edges

    property bool barred: true
    property int foot: barred ? edges.footHeight : 0
    // Has controls at the map's upper right.
    property bool sided: false
    // Of the map the ground alone is seen.
    property bool bare: false
    // Its words stand on even ground.
    property bool grounded: true
    // Landscape: the share of the width that a column of text has at the left, the map at the right.
    property real textShare: Theme.large ? 0.48 : 0.35
    // The width of words at both sides of the map, where it has them there.
    property int sideWidth: 0
    // Portrait: the map above, text beneath.
    property real mapShare: Theme.large ? 0.34 : 0.46
    property int mapMost: floor
    // The height of all its text across `textArea`, with what stands around it: text that needs less
    // than its share leaves the rest to the map. Without it the shares hold.
    property int textNeed: 0
    // The room above the words.
    property int textPad: portrait ? Theme.px(16) : 0
    property int sheetLeast: textRight + Theme.mm(18)
    property rect openMap: portrait ? upperMap : rightMap
    // What is seen of the map, the rest of it lies under text.
    property rect shownMap: portrait ? Qt.rect(0, 0, width, mapHeight) : Qt.rect(textRight, 0, width - textRight, floor)

    readonly property int width: edges.width
    readonly property int height: edges.height
    readonly property int margin: edges.margin
    readonly property bool portrait: edges.portrait
    readonly property bool covered: edges.cover !== StageEdges.Bare
    readonly property bool narrated: textNeed > 0
    readonly property int floor: height - foot

    readonly property int textWidth: portrait ? width - 2 * margin : Math.min(width * 0.6, Math.max(width * textShare, Theme.body * (Theme.large ? 11.5 : 13.9)))
    readonly property int textRight: margin + textWidth
    readonly property int textTop: portrait ? mapHeight : Theme.px(36)
    readonly property rect textArea: Qt.rect(margin, textTop, textWidth, floor - textTop)

    // Where it is read: off what is above it, and off the foot.
    readonly property rect textPane: Qt.rect(margin, textTop + textPad, textWidth, floor - textTop - textPad - Theme.px(16))

    readonly property int sideHeight: sided ? edges.sideHeight : 0
    readonly property int mapLeast: Math.round(floor * mapShare)
    readonly property int mapHeight: narrated ? Math.max(mapLeast, Math.min(mapMost, floor - textNeed)) : mapLeast

    readonly property int sideTop: Theme.px(portrait ? 24 : 36)
    // Controls across most of the map stand above what it shows.
    readonly property bool topped: sided && edges.sideWidth > 0.6 * (width - margin - (portrait ? margin : mapLeft))
    readonly property int mapTop: topped ? sideTop + sideHeight + Theme.gap : Theme.px(portrait ? 40 : 36)
    readonly property int mapFloor: mapHeight - Theme.px(24)
    readonly property int mapLeft: textRight + Theme.px(90)
    readonly property rect upperMap: Qt.rect(margin, mapTop, width - 2 * margin, Math.max(1, mapFloor - mapTop))
    readonly property rect rightMap: Qt.rect(mapLeft, mapTop, width - mapLeft - margin, Math.max(1, floor - mapTop - Theme.px(18)))

    readonly property real cardShare: 1150 / 1920
    // Upright a sheet covers the page's text whole.
    readonly property int sheetMost: narrated ? mapHeight : floor
    readonly property int sheetTop: Math.round(portrait ? Math.min(floor * (Theme.large ? 0.36 : 0.5), sheetMost) : 0)
    readonly property int sheetWidth: portrait ? width : Math.round(Math.max(width * cardShare, sheetLeast))
    // It covers what stands at the foot of a screen that has no bar.
    readonly property int sheetFloor: barred ? floor : height
    readonly property rect sheetArea: Qt.rect(0, sheetTop, sheetWidth, sheetFloor - sheetTop)
    readonly property int wideTop: Math.round(portrait ? Math.min(floor * (Theme.large ? 0 : 0.3), sheetMost) : 0)
    readonly property int wideWidth: portrait ? width : Math.round(Math.max(width * (Theme.large ? 0.75 : cardShare), sheetLeast))
    readonly property rect wideArea: Qt.rect(0, wideTop, wideWidth, sheetFloor - wideTop)

    // What a sheet leaves free of the map; where that is next to nothing the map stays as it was.
    readonly property rect sheetRect: edges.cover === StageEdges.Wide ? wideArea : sheetArea
    readonly property bool spared: covered && !(portrait && sheetRect.y < Theme.mm(60))
    readonly property int sparedLeft: portrait ? 0 : sheetRect.width
    readonly property rect sparedMap: Qt.rect(sparedLeft, 0, width - sparedLeft, portrait ? sheetRect.y : floor)
    readonly property int sparedEdge: portrait ? margin : Theme.px(60)
    readonly property rect sparedBox: Qt.rect(sparedLeft + sparedEdge, Theme.px(36), Math.max(1, width - sparedLeft - margin - sparedEdge), Math.max(1, sparedMap.height - Theme.px(54)))
    // The way to close a sheet, as high as a button is.
    readonly property int closeSide: Math.max(Theme.target, Math.round(Theme.body * 1.5))
    readonly property rect closeArea: covered ? Qt.rect(width - margin - closeSide, sheetRect.y + Theme.px(36), closeSide, closeSide) : Qt.rect(0, 0, 0, 0)
    // The focus box: all that the page names lies in it.
    readonly property rect mapArea: spared ? sparedBox : openMap
    readonly property rect mapShown: spared ? sparedMap : shownMap
}
