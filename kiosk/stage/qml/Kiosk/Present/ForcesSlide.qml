pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The parties face to face: who fought, then how many, then what they lost. Of more than two,
// several stand beneath each other.
Item {
    id: root

    required property Deck deck
    required property Evidence evidence
    required property Forces forces
    required property SlideFrame frame

    readonly property bool counted: deck.delivery.step > 0
    // Each has room for its name and a line for each figure.
    readonly property bool many: forces.sides.count > 4
    // Where two share an edge, a figure is a line, of all sides in one size, beneath one name.
    readonly property bool stacked: forces.sides.count > 2

    Repeater {
        model: root.forces.sides

        Item {
            id: side

            required property int index
            required property string key
            required property string name
            required property string second
            required property color colour
            required property Rows formations

            // The room of those that stand at the same edge.
            readonly property real room: root.frame.textArea.height / Math.ceil((root.forces.sides.count - index % 2) / 2)

            anchors.left: parent?.left
            anchors.leftMargin: index % 2 === 0 ? root.frame.margin : root.width - width - root.frame.margin
            y: root.frame.textArea.y + Math.floor(index / 2) * room
            width: root.frame.sideWidth
            height: room - (room < root.frame.textArea.height ? Theme.mm(4) : 0)

            Rectangle {
                id: band

                width: parent.width
                height: Theme.mm(2)
                color: Theme.side(side.colour)
            }

            Column {
                id: head

                anchors.top: band.bottom
                anchors.topMargin: root.many ? 0 : Theme.mm(3)
                width: parent.width

                DisplayText {
                    width: parent.width
                    text: side.name
                    font.pixelSize: root.stacked ? Theme.leastText : Theme.heading
                }

                DisplayText {
                    width: parent.width
                    visible: text !== "" && !(root.stacked && root.counted)
                    text: side.second
                    color: Theme.muted
                    font.pixelSize: Theme.leastText
                    font.weight: Font.Normal
                }
            }

            Item {
                id: below

                anchors.top: head.bottom
                anchors.topMargin: root.many ? 0 : Theme.mm(4)
                anchors.bottom: parent.bottom
                width: parent.width

                SideTree {
                    anchors.fill: parent
                    visible: !root.counted && !root.many
                    formations: side.formations
                }

                SlideColumn {
                    id: figures

                    area: Qt.rect(0, root.stacked ? 0 : Theme.mm(4), below.width, below.height - (root.stacked ? 0 : Theme.mm(4)))
                    visible: root.counted
                    spacing: root.many ? 0 : Theme.mm(root.stacked ? 2 : 8)

                    Repeater {
                        model: root.evidence.figures

                        Column {
                            id: figure

                            required property string key
                            required property string heading
                            required property string text
                            required property string line

                            width: side.width
                            visible: key.startsWith(`${side.key}/`) && root.deck.delivery.step > (key.endsWith("/losses") ? root.deck.steps - 2 : 0)

                            BodyText {
                                width: parent.width
                                text: root.stacked ? figure.line : figure.heading
                                // A line a little longer than its room is set smaller, not parted.
                                wrapMode: root.stacked && implicitWidth < width * 4 / 3 ? Text.NoWrap : Text.Wrap
                                fontSizeMode: root.stacked ? Text.HorizontalFit : Text.FixedSize
                                minimumPixelSize: Math.round(font.pixelSize * 3 / 4)
                                color: Theme.muted
                            }

                            DisplayText {
                                width: parent.width
                                visible: !root.stacked
                                text: figure.text
                                font.pixelSize: root.frame.narrow ? Theme.heading : figures.titleSize
                                lineHeight: 1
                            }
                        }
                    }
                }
            }
        }
    }
}
