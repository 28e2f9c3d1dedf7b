pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Which side is which: the signs of all sides with their names, beneath the map, in as many rows as
// they take.
Item {
    id: root

    objectName: "SideStrip"

    required property Deck deck
    required property SlideFrame frame

    readonly property int px: Theme.leastText
    readonly property int rowHeight: Theme.mm(14)
    readonly property int rows: Math.round(flow.height / rowHeight)
    readonly property int margin: frame.open || frame.upright ? frame.margin : 0

    visible: height > 0 && !frame.covered
    x: frame.mapArea.x
    y: frame.mapArea.height
    width: frame.mapArea.width
    height: frame.stripHeight

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
    }

    Flow {
        id: flow

        readonly property real room: root.width - root.margin - root.frame.margin / 2

        x: root.margin
        width: room + Theme.mm(9)

        Repeater {
            model: root.deck.sides

            Row {
                id: side

                required property int index
                required property string name
                required property string source
                required property real aspect

                scale: Math.min(1, flow.room / width)
                transformOrigin: Item.Left
                spacing: Theme.mm(3)
                rightPadding: Theme.mm(9)
                topPadding: (root.rowHeight - label.implicitHeight) / 2
                bottomPadding: root.rowHeight - label.implicitHeight - topPadding

                Image {
                    id: sign

                    transform: Face {
                        of: sign
                    }

                    width: Math.round(root.px * 1.25)
                    height: Math.round(width * side.aspect)
                    // The room above its frame, where the marks of a size would stand.
                    anchors.bottom: label.bottom
                    anchors.bottomMargin: Math.round(root.px * 0.28)
                    source: Theme.toned(`${side.source}/${Math.round(width * Screen.devicePixelRatio)}`)
                }

                BodyText {
                    id: label

                    text: side.name
                    font.pixelSize: root.px
                    font.weight: Font.Bold
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
