pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The map alone: prepared views, zoom by button, layers to show and hide.
Item {
    id: root

    required property Stage stage
    required property StageFrame frame

    property bool layersOpen: false
    property bool padOpen: false

    readonly property int edge: Theme.margin / 2
    readonly property int upper: edge + frame.reachTop
    // Buttons beside the map grow with the text as far as all of them stay in one column.
    readonly property int buttons: 6
    readonly property int room: frame.floor - frame.storyHeight - upper - Theme.gap
    readonly property int side: Math.max(Theme.target, Math.min(Math.round(Theme.body * 1.5), Math.floor((room + Theme.gap) / buttons) - Theme.gap))

    Binding {
        target: root.frame
        property: "viewsHeight"
        value: views.height + 2 * root.edge
    }

    Flow {
        id: views

        visible: !root.frame.covered
        x: root.edge
        y: root.upper
        width: root.width - zoom.width - 3 * root.edge
        spacing: Theme.gap

        Repeater {
            model: root.stage.atlas.views

            TouchButton {
                required property int index
                required property string key
                required property string name
                required property bool current

                text: name
                textSize: Theme.bounded
                chosen: current
                onActivated: root.stage.atlas.openView(key)
            }
        }
    }

    BodyText {
        id: credit

        function keepFree() {
            root.stage.ground.keepFree("credit", x, y, visible ? width : 0, height);
        }

        onYChanged: keepFree()
        onWidthChanged: keepFree()
        onVisibleChanged: keepFree()
        Component.onCompleted: keepFree()
        Component.onDestruction: root.stage?.ground.keepFree("credit", 0, 0, 0, 0)
        visible: text !== "" && !Theme.large && !root.frame.portrait && !root.frame.covered
        x: root.edge
        y: root.frame.floor - root.frame.storyHeight - height - Theme.mm(2)
        text: root.stage.atlas.credit
        color: Theme.muted
        font.pixelSize: Theme.leastText
        style: Text.Outline
        styleColor: Theme.ink
        wrapMode: Text.NoWrap
    }

    EventLine {
        y: root.frame.floor - height
        width: root.width
        height: root.frame.storyHeight
        visible: told && !root.frame.covered
        stage: root.stage
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
            spoken: root.stage.words.zoom_in
            onActivated: root.stage.atlas.zoomBy(1.6)
        }

        TouchButton {
            width: root.side
            height: root.side
            icon: "minus"
            spoken: root.stage.words.zoom_out
            onActivated: root.stage.atlas.zoomBy(0.625)
        }

        TouchButton {
            width: root.side
            height: root.side
            icon: "maximize"
            spoken: root.stage.words.whole_map
            onActivated: root.stage.atlas.showWholeMap()
        }

        TouchButton {
            id: move

            width: root.side
            height: root.side
            icon: "arrows-move"
            spoken: root.stage.words.move_map
            chosen: root.padOpen
            onActivated: {
                root.layersOpen = false;
                root.padOpen = !root.padOpen;
            }
        }

        TouchButton {
            width: root.side
            height: root.side
            icon: "stack-2"
            spoken: root.stage.words.layers
            chosen: root.layersOpen
            onActivated: {
                root.padOpen = false;
                root.layersOpen = !root.layersOpen;
            }
        }

        TouchButton {
            width: root.side
            height: root.side
            icon: "book"
            spoken: root.stage.words.how_known
            onActivated: root.stage.navigation.openSheet("sources")
        }
    }

    Loader {
        active: root.padOpen
        visible: !root.frame.covered
        x: zoom.x - width - Theme.gap
        y: Math.max(root.upper, zoom.y + move.y + (move.height - height) / 2)
        sourceComponent: DirectionPad {
            stage: root.stage
        }
    }

    // Made when it is asked for: its key draws dozens of signs.
    FadeLoader {
        x: root.frame.portrait ? 0 : zoom.x - width - Theme.gap
        y: root.frame.portrait ? root.frame.floor - height : root.upper
        width: root.frame.portrait ? zoom.x - Theme.gap : Math.round(root.width * 0.4)
        height: root.frame.portrait ? Math.round(root.frame.floor * 0.6) : root.frame.floor - root.upper - root.edge
        shown: root.layersOpen
        sourceComponent: LayersSheet {
            stage: root.stage
            open: root.layersOpen
            onClosed: root.layersOpen = false
        }
    }
}
