pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Map
import Kiosk.Stage

// The map alone: prepared views, zoom and moves by button, what it shows and what its signs mean.
PanelScreen {
    id: root

    required property Stage stage

    property bool padOpen: false
    // The other prepared views are listed.
    property bool listed: false

    // The clock goes from key event to key event: its words have a column, and the map the rest.
    readonly property bool directed: stage.playhead.playing && stage.playhead.directed
    // Neither a sheet nor the play column has the room of buttons and words.
    readonly property bool handled: !directed && !frame.covered

    readonly property int edge: frame.margin
    readonly property int upper: Theme.px(frame.portrait ? 24 : 36)
    // Buttons beside the map grow with the text as far as all of them stay in one column.
    readonly property int buttons: 4
    readonly property int column: upper + now.height + Theme.px(36)
    readonly property int room: frame.floor - column - Theme.gap
    readonly property int side: Math.max(Theme.target, Math.min(Math.round(Theme.body * 1.5), Math.floor((room + Theme.gap) / buttons) - Theme.gap))
    // What happened at the hour has a strip of its own above the foot: nothing covers the map.
    readonly property int storyLines: edges.emsAcross >= 44 ? 2 : edges.emsAcross >= 34 ? 3 : 4
    readonly property int stripHeight: Theme.large ? 0 : Math.max(Theme.target, story.line * storyLines + Theme.px(16))
    readonly property int mapTop: Math.min(upper + Theme.px(40), frame.floor * 0.6)
    readonly property int mapBottom: root.frame.floor - Math.max(root.stripHeight, credits.height) - Theme.px(18)

    frame: StageFrame {
        edges: root.edges
        grounded: root.directed
        sheetLeast: root.directed ? textRight + Theme.mm(18) : 0
        openMap: root.directed ? (portrait ? upperMap : rightMap) : Qt.rect(margin, root.mapTop, width - 2 * margin - zoom.width - Theme.gap, Math.max(1, root.mapBottom - root.mapTop))
        shownMap: !root.directed ? Qt.rect(0, 0, width, floor) : portrait ? Qt.rect(0, 0, width, mapHeight) : Qt.rect(textRight, 0, width - textRight, floor)
    }

    PlayColumn {
        x: root.frame.textPane.x
        y: root.frame.textPane.y
        width: root.frame.textPane.width
        height: root.frame.textPane.height
        visible: root.directed && !root.frame.covered
        moment: root.stage.moment
        above: root.stage.timeline.phaseName
        question: root.stage.timeline.phaseQuestion
        onTouched: root.stage.showEvent()
    }

    onListedChanged: root.padOpen = false

    Item {
        x: views.x
        y: views.y
        width: root.listed ? views.width : views.childrenRect.width
        height: views.height
        visible: views.visible

        KeptFree {
            stage: root.stage
            key: "buttons"
        }
    }

    Flow {
        id: views

        visible: root.handled && !(root.padOpen && pad.tight)
        x: root.edge
        y: root.upper
        width: root.width - 2 * root.edge - (root.frame.portrait ? 0 : now.width + Theme.gap)
        spacing: Theme.gap

        Repeater {
            model: root.stage.atlas.views

            TouchButton {
                id: view

                required property int index
                required property string key
                required property string name
                required property bool current

                visible: current || root.listed
                text: name
                textSize: Theme.bounded
                // A name longer than the row takes lines of its own.
                wraps: letters.advanceWidth + 2 * padding > views.width
                width: wraps ? views.width : implicitWidth
                chosen: current
                onActivated: {
                    root.listed = false;
                    root.stage.atlas.openView(key);
                }

                TextMetrics {
                    id: letters

                    font.family: Theme.sans
                    font.pixelSize: Theme.bounded
                    text: view.name
                }
            }
        }

        TouchButton {
            text: root.stage.phrases.words.views
            textSize: Theme.bounded
            chosen: root.listed
            onActivated: root.listed = !root.listed
        }
    }

    HourRow {
        id: now

        visible: root.handled && !(root.listed && root.frame.portrait)
        anchors.right: parent.right
        anchors.rightMargin: root.edge
        y: root.frame.portrait ? root.upper + Math.max(views.height, Theme.target) + Theme.gap : root.upper
        phrases: root.stage.phrases
        playhead: root.stage.playhead
        moment: root.stage.moment

        KeptFree {
            stage: root.stage
            key: "hour"
        }
    }

    // Small, on ground of its own in the map's corner.
    Rectangle {
        id: credits

        visible: credit.text !== "" && !story.visible && root.handled && !(root.padOpen && pad.y + pad.height > y && pad.x < width)
        y: root.frame.floor - height
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
        id: story

        y: root.frame.floor - height
        width: root.width
        height: root.stripHeight
        visible: told && implicitHeight <= height && root.handled && !(root.padOpen && pad.y + pad.height > y)
        moment: root.stage.moment
        margin: root.edge
        onActivated: root.stage.showEvent()

        KeptFree {
            stage: root.stage
            key: "event"
        }
    }

    Grid {
        id: zoom

        visible: root.handled
        anchors.right: parent.right
        anchors.rightMargin: root.edge
        y: root.frame.portrait ? now.y + now.height + Theme.px(36) : root.column
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
            width: root.side
            height: root.side
            icon: "maximize"
            spoken: root.stage.phrases.words.whole_map
            onActivated: root.stage.atlas.showWholeMap()
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
        readonly property int lowest: root.mapBottom - Math.round(Theme.leastText * 1.5) - Theme.gap
        readonly property int downmost: lowest - height

        active: root.padOpen
        visible: root.handled
        // Beside the scale where there is no room above it.
        anchors.right: zoom.left
        anchors.rightMargin: Theme.gap + (upmost > downmost ? Theme.mm(75) : 0)
        y: Math.max(upmost, Math.min(downmost, zoom.y + move.y + (move.height - height) / 2))
        sourceComponent: DirectionPad {
            phrases: root.stage.phrases
            most: pad.lowest - pad.upmost
            onPressed: (east, south) => root.stage.atlas.panBy(east, south)
        }

        KeptFree {
            visible: root.padOpen
            stage: root.stage
            key: "pad"
        }
    }
}
