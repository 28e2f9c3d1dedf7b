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

    readonly property int edge: Theme.margin / 2
    readonly property int upper: edge + frame.reachTop

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
            model: root.stage.views

            TouchButton {
                required property int index
                required property string key
                required property string name
                required property bool current

                text: name
                chosen: current
                onActivated: root.stage.openView(key)
            }
        }
    }

    Rectangle {
        y: root.frame.floor - height
        width: root.width
        height: root.frame.storyHeight
        visible: root.stage.eventLine !== "" && !root.frame.covered
        color: Theme.ink
        opacity: 0.86
    }

    BodyText {
        x: root.edge
        y: root.frame.floor - root.frame.storyHeight + Theme.mm(2)
        width: root.width - 2 * root.edge
        height: root.frame.storyHeight - Theme.mm(2)
        visible: root.frame.storyHeight > 0 && !root.frame.covered
        verticalAlignment: Text.AlignVCenter
        text: root.stage.eventLine
    }

    Column {
        id: zoom

        visible: !root.frame.covered
        anchors.right: parent.right
        anchors.rightMargin: root.edge
        y: root.upper
        spacing: Theme.gap

        TouchButton {
            icon: "plus"
            spoken: root.stage.words.zoom_in
            onActivated: root.stage.zoomBy(1.6)
        }

        TouchButton {
            icon: "minus"
            spoken: root.stage.words.zoom_out
            onActivated: root.stage.zoomBy(0.625)
        }

        TouchButton {
            icon: "maximize"
            spoken: root.stage.words.whole_map
            onActivated: root.stage.showWholeMap()
        }

        TouchButton {
            icon: "stack-2"
            spoken: root.stage.words.layers
            chosen: root.layersOpen
            onActivated: root.layersOpen = !root.layersOpen
        }

        TouchButton {
            icon: "book"
            spoken: root.stage.words.how_known
            onActivated: root.stage.navigation.openSources()
        }
    }

    Sheet {
        x: root.frame.portrait ? 0 : zoom.x - width - Theme.gap
        y: root.frame.portrait ? root.frame.floor - height : root.upper
        width: root.frame.portrait ? zoom.x - Theme.gap : Math.round(root.width * 0.4)
        height: root.frame.portrait ? Math.round(root.frame.floor * 0.6) : root.frame.floor - root.upper - root.edge
        stage: root.stage
        open: root.layersOpen
        title: root.stage.words.layers
        onClosed: root.layersOpen = false

        Repeater {
            model: root.stage.layers

            TouchButton {
                required property int index
                required property string key
                required property string name
                required property bool shown

                icon: shown ? "check" : "minus"
                text: name
                chosen: shown
                holdsTouch: false
                onActivated: root.stage.toggleLayer(key)
            }
        }

        DisplayText {
            width: parent.width
            topPadding: Theme.mm(6)
            text: root.stage.words.legend
            font.pixelSize: Theme.heading
        }

        Repeater {
            model: root.stage.legend

            Row {
                id: meaning

                required property int index
                required property string symbol
                required property string text

                width: parent ? parent.width : 0
                spacing: Theme.mm(4)

                Image {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: meaning.symbol !== ""
                    source: meaning.symbol !== "" ? `image://symbols/${meaning.symbol}/${Theme.mm(14)}` : ""
                }

                BodyText {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - (meaning.symbol !== "" ? Theme.mm(18) : 0)
                    text: meaning.text
                }
            }
        }
    }
}
