pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The parties face to face: who fought, then how many, then what they lost.
Item {
    id: root

    required property Deck deck
    required property Stage stage
    required property SlideFrame frame

    // Each side's formations down to this depth, as many as have room.
    readonly property int deepest: 1
    readonly property int rowHeight: Theme.mm(17)

    Repeater {
        model: root.stage.forces.sides

        Item {
            id: side

            required property int index
            required property string key
            required property string name
            required property string second
            required property color colour
            required property Rows formations

            x: index % 2 === 0 ? root.frame.margin : root.width - width - root.frame.margin
            y: root.frame.margin
            width: root.frame.textWidth - root.frame.margin - Theme.mm(4)
            height: root.height - 2 * y

            Rectangle {
                id: band

                width: parent.width
                height: Theme.mm(2)
                color: side.colour
            }

            Column {
                id: head

                anchors.top: band.bottom
                anchors.topMargin: Theme.mm(3)
                width: parent.width

                DisplayText {
                    width: parent.width
                    text: side.name
                    font.pixelSize: Theme.heading
                }

                DisplayText {
                    width: parent.width
                    visible: text !== ""
                    text: side.second
                    color: Theme.muted
                    font.pixelSize: Theme.leastText
                    font.weight: Font.Normal
                }
            }

            Item {
                anchors.top: head.bottom
                anchors.topMargin: Theme.mm(4)
                anchors.bottom: figures.top
                anchors.bottomMargin: Theme.mm(2)
                width: parent.width

                Column {
                    width: parent.width

                    Repeater {
                        id: tree

                        model: side.formations

                        Item {
                            id: row

                            required property int index
                            required property string brief
                            required property int depth
                            required property string symbol
                            required property bool gone

                            readonly property bool fits: y + height <= (parent?.parent?.height ?? 0)

                            width: side.width
                            height: root.rowHeight
                            visible: depth <= root.deepest
                            opacity: fits ? 1 : 0

                            Image {
                                id: sign

                                x: row.depth * Theme.mm(6)
                                anchors.verticalCenter: parent.verticalCenter
                                source: `image://symbols/${row.symbol}/${Theme.mm(14)}`
                            }

                            BodyText {
                                x: sign.x + Theme.mm(18)
                                height: parent.height
                                verticalAlignment: Text.AlignVCenter
                                width: parent.width - x
                                text: row.brief
                                color: row.gone ? Theme.muted : Theme.paper
                                font.strikeout: row.gone
                                font.weight: row.depth === 0 ? Font.Bold : Font.Normal
                                fontSizeMode: Text.Fit
                                minimumPixelSize: Math.round(Theme.leastText / 2)
                            }
                        }
                    }
                }
            }

            Column {
                id: figures

                anchors.bottom: parent.bottom
                width: parent.width
                spacing: Theme.mm(2)

                Repeater {
                    model: root.stage.evidence.figures

                    Column {
                        id: figure

                        required property string key
                        required property string heading
                        required property string text

                        width: side.width
                        visible: key.startsWith(`${side.key}/`) && root.deck.delivery.step > (key.endsWith("/losses") ? root.deck.steps - 2 : 0)

                        BodyText {
                            width: parent.width
                            text: figure.heading
                            color: Theme.muted
                        }

                        BodyText {
                            width: parent.width
                            text: figure.text
                            font.weight: Font.Bold
                        }
                    }
                }
            }
        }
    }
}
