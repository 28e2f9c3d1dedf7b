pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Kiosk.Controls
import Kiosk.Stage

// A picture as large as the glass, and larger: by two fingers, a double tap, the wheel or buttons.
Sheet {
    id: root

    required property Viewer viewer

    readonly property real step: 1.6

    title: viewer.title

    Item {
        id: glass

        parent: root
        x: root.margin
        y: root.under
        width: root.width - 2 * root.margin
        height: root.height - y - Theme.px(24)
        clip: true
        onWidthChanged: resize()
        onHeightChanged: resize()
        Component.onCompleted: resize()

        function resize() {
            root.viewer.resize(width, height, Screen.devicePixelRatio);
        }

        Item {
            x: root.viewer.left
            y: root.viewer.top
            width: root.viewer.across
            height: root.viewer.down
            Accessible.role: Accessible.Graphic
            Accessible.name: root.viewer.alt

            Image {
                id: base

                // Twice as many px as it has room for at first: so it stays sharp for a step or two.
                // Tiles are sharp themselves, and lie over it.
                readonly property int asked: Math.round(glass.width * (root.viewer.tiled ? 1 : 2) * Screen.devicePixelRatio)

                width: parent.width
                height: parent.height
                source: root.viewer.source !== "" && root.open ? Theme.toned(`${root.viewer.source}/${asked}`) : ""
                onStatusChanged: if (status === Image.Ready)
                    root.viewer.shape(implicitWidth, implicitHeight)
            }

            Repeater {
                model: root.viewer.tiles

                Image {
                    required property int index
                    required property string key
                    required property real fromLeft
                    required property real fromTop
                    required property real across
                    required property real down
                    required property string file

                    x: Math.round(fromLeft)
                    y: Math.round(fromTop)
                    width: Math.round(fromLeft + across) - x
                    height: Math.round(fromTop + down) - y
                    cache: false
                    source: file
                }
            }
        }

        DragHandler {
            property point last

            target: null
            onActiveChanged: last = Qt.point(0, 0)
            onActiveTranslationChanged: {
                root.viewer.pan(activeTranslation.x - last.x, activeTranslation.y - last.y);
                last = Qt.point(activeTranslation.x, activeTranslation.y);
            }
        }

        PinchHandler {
            property real last: 1

            target: null
            onActiveChanged: last = 1
            onActiveScaleChanged: {
                root.viewer.zoom(activeScale / last, centroid.position.x, centroid.position.y);
                last = activeScale;
            }
        }

        WheelHandler {
            target: null
            onWheel: event => root.viewer.zoom(event.angleDelta.y > 0 ? root.step : 1 / root.step, event.x, event.y)
        }

        TapHandler {
            longPressThreshold: 0
            onDoubleTapped: point => root.viewer.zoom(root.viewer.isClosest ? 0.01 : 2, point.position.x, point.position.y)
        }

        Row {
            id: hands

            anchors.right: parent.right
            anchors.bottom: parent.bottom
            spacing: Theme.gap

            TouchButton {
                icon: "minus"
                spoken: root.phrases.words.zoom_out
                enabled: !root.viewer.isWhole
                onActivated: root.viewer.zoom(1 / root.step, glass.width / 2, glass.height / 2)
            }

            TouchButton {
                icon: "plus"
                spoken: root.phrases.words.zoom_in
                enabled: !root.viewer.isClosest
                onActivated: root.viewer.zoom(root.step, glass.width / 2, glass.height / 2)
            }
        }

        DirectionPad {
            anchors.right: parent.right
            anchors.bottom: hands.top
            anchors.bottomMargin: Theme.gap
            visible: !root.viewer.isWhole
            phrases: root.phrases
            most: glass.height - hands.height - 2 * Theme.gap
            onPressed: (east, south) => root.viewer.pan(-east * glass.width, -south * glass.height)
        }
    }
}
