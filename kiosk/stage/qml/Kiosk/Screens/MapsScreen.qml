pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Map
import Kiosk.Stage

// The map alone: prepared views, zoom and moves by button, what it shows and what its signs mean.
PanelScreen {
    id: root

    required property Stage stage

    property bool padOpen: false

    // Room for what happened at the hour, in the lines that it takes; large text gets what is left.
    readonly property int storyLines: edges.emsAcross < 22 ? 9 : edges.emsAcross < 26 ? 6 : edges.emsAcross < 30 ? 5 : edges.emsAcross < 34 ? 4 : edges.emsAcross < 50 ? 3 : 2
    // Beneath its date it needs as much more as the date is larger.
    readonly property int storyPx: storyLines > (frame.portrait || width < 20 * Theme.body ? 6 : 2) ? Theme.leastText : Theme.bounded
    // On glass of few inches large text leaves it to the list of events.
    readonly property bool storyless: Theme.textScale > 1.3 && edges.emsAcross < (frame.portrait ? 22 : 34)
    readonly property int storyHeight: storyless ? 0 : Math.max(Theme.target, Math.round(storyPx * 1.4 * storyLines) + Theme.mm(3))

    readonly property int edge: Theme.margin
    readonly property int upper: edge + frame.reachTop
    // Buttons beside the map grow with the text as far as all of them stay in one column.
    readonly property int buttons: 3
    readonly property int room: frame.floor - storyHeight - upper - Theme.gap
    readonly property int side: Math.max(Theme.target, Math.min(Math.round(Theme.body * 1.5), Math.floor((room + Theme.gap) / buttons) - Theme.gap))

    // The map beneath its buttons, or above them where they were lowered on a tall screen.
    readonly property int viewsHeight: views.height + 2 * edge
    readonly property bool lowered: frame.portrait && frame.reachTop > viewsHeight
    readonly property int creditHeight: Math.round(Theme.leastText * 1.5)
    readonly property rect mapAbove: Qt.rect(0, 0, width, Math.min(frame.reachTop, frame.floor - storyHeight - creditHeight))
    readonly property real mapTop: viewsHeight + frame.reachTop
    // On a narrow screen whose data is drawn stands beneath the scale, not beside it.
    readonly property int mapFloor: frame.floor - storyHeight - (frame.portrait ? creditHeight : 0)
    readonly property rect mapBeneath: Qt.rect(0, mapTop, width - zoom.width - edge, mapFloor - mapTop)
    readonly property rect viewedMap: lowered ? mapAbove : mapBeneath

    frame: StageFrame {
        edges: root.edges
        timed: true
        grounded: false
        sheetLeast: 0
        openMap: root.viewedMap
    }

    Flow {
        id: views

        readonly property bool brief: Theme.large

        visible: !root.frame.covered && !(root.padOpen && pad.tight)
        anchors.left: parent.left
        anchors.leftMargin: root.edge
        anchors.right: zoom.left
        anchors.rightMargin: Theme.gap
        y: root.upper
        spacing: Theme.gap

        Repeater {
            model: root.stage.atlas.views

            TouchButton {
                id: view

                required property int index
                required property string key
                required property string name
                required property bool current

                text: name
                textSize: Theme.bounded
                // A name longer than the row takes lines of its own.
                wraps: letters.advanceWidth + 2 * padding > views.width
                width: wraps ? views.width : implicitWidth
                chosen: current
                onActivated: root.stage.atlas.openView(key)

                TextMetrics {
                    id: letters

                    font.family: Theme.sans
                    font.pixelSize: Theme.bounded
                    text: view.name
                }
            }
        }

        TouchButton {
            icon: views.brief ? "world" : ""
            text: views.brief ? "" : root.stage.phrases.words.whole_map
            spoken: root.stage.phrases.words.whole_map
            textSize: Theme.bounded
            onActivated: root.stage.atlas.showWholeMap()
        }

        TouchButton {
            icon: views.brief ? "stack-2" : ""
            text: views.brief ? "" : root.stage.phrases.words.legend
            spoken: root.stage.phrases.words.layers
            textSize: Theme.bounded
            onActivated: root.stage.navigation.openSheet(Sheets.key)
        }

        TouchButton {
            icon: views.brief ? "book" : ""
            text: views.brief ? "" : root.stage.phrases.words.how_known
            spoken: root.stage.phrases.words.how_known
            textSize: Theme.bounded
            onActivated: root.stage.navigation.openSheet(Sheets.sources)
        }
    }

    // Small, on ground of its own in the map's corner.
    Rectangle {
        id: credits

        visible: credit.text !== "" && !root.frame.covered && !(root.padOpen && pad.y + pad.height > y && pad.x < width)
        y: root.frame.floor - root.storyHeight - height
        width: credit.width + root.edge + Theme.mm(3)
        height: credit.height + Theme.mm(1)
        color: Qt.rgba(Theme.ink.r, Theme.ink.g, Theme.ink.b, 0.94)

        BodyText {
            id: credit

            anchors.left: parent.left
            anchors.leftMargin: root.edge
            anchors.verticalCenter: parent.verticalCenter
            text: root.stage.atlas.credit
            color: Theme.muted
            width: Math.min(implicitWidth, root.width - 2 * root.edge)
            font.pixelSize: Theme.leastText
        }

        KeptFree {
            stage: root.stage
            key: "credit"
        }
    }

    EventLine {
        y: root.frame.floor - height
        width: root.width
        height: root.storyHeight
        visible: told && height > 0 && !root.frame.covered && !(root.padOpen && pad.y + pad.height > y)
        moment: root.stage.moment
        onTouched: root.stage.showEvent()
    }

    Grid {
        id: zoom

        visible: !root.frame.covered
        anchors.right: parent.right
        anchors.rightMargin: root.edge
        y: root.upper
        spacing: Theme.gap
        rows: Math.max(1, Math.floor((root.room + spacing) / (root.side + spacing)))
        flow: Grid.TopToBottom
        layoutDirection: Qt.RightToLeft

        TouchButton {
            width: root.side
            height: root.side
            icon: "plus"
            spoken: root.stage.phrases.words.zoom_in
            onActivated: root.stage.atlas.zoomBy(1.6)
        }

        TouchButton {
            width: root.side
            height: root.side
            icon: "minus"
            spoken: root.stage.phrases.words.zoom_out
            onActivated: root.stage.atlas.zoomBy(0.625)
        }

        TouchButton {
            id: move

            width: root.side
            height: root.side
            icon: "arrows-move"
            spoken: root.stage.phrases.words.move_map
            chosen: root.padOpen
            onActivated: root.padOpen = !root.padOpen
        }
    }

    Loader {
        id: pad

        readonly property int under: views.y + views.height + Theme.gap
        // Where there is no room under the views' buttons, theirs is taken.
        readonly property bool tight: lowest - under < 3 * Theme.target + 2 * Theme.gap
        readonly property int upmost: tight ? root.upper : under
        // Above the scale.
        readonly property int lowest: root.viewedMap.y + root.viewedMap.height - root.creditHeight - Theme.mm(3) - Theme.gap
        readonly property int downmost: lowest - height

        active: root.padOpen
        visible: !root.frame.covered
        // Beside the scale where there is no room above it.
        anchors.right: zoom.left
        anchors.rightMargin: Theme.gap + (upmost > downmost ? Theme.mm(75) : 0)
        y: Math.max(upmost, Math.min(downmost, zoom.y + move.y + (move.height - height) / 2))
        sourceComponent: DirectionPad {
            atlas: root.stage.atlas
            phrases: root.stage.phrases
            most: pad.lowest - pad.upmost
        }

        KeptFree {
            visible: root.padOpen
            stage: root.stage
            key: "pad"
        }
    }
}
