pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// One side as a tree of formations; a touch opens the formation's card.
Item {
    id: root

    required property Stage stage
    required property Rows formations
    required property string name
    required property string second
    required property color colour

    Rectangle {
        id: band

        width: parent.width
        height: Theme.mm(1.6)
        color: root.colour
    }

    DisplayText {
        id: heading

        anchors.top: band.bottom
        anchors.topMargin: Theme.mm(3)
        width: parent.width
        text: root.name
        font.pixelSize: Theme.heading
    }

    DisplayText {
        id: secondHeading

        anchors.top: heading.bottom
        width: parent.width
        visible: text !== "" && !Theme.large
        text: root.second
        color: Theme.muted
        font.pixelSize: Theme.leastText
        font.weight: Font.Normal
    }

    ReadingPane {
        anchors.top: secondHeading.visible ? secondHeading.bottom : heading.bottom
        anchors.topMargin: Theme.mm(3)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.mm(3)
        width: parent.width
        stage: root.stage
        swipes: true
        onForward: root.stage.navigation.forward()
        onBack: root.stage.navigation.back()

        Repeater {
            model: root.formations

            Item {
                id: row

                required property int index
                required property string ref
                required property string name
                required property string second
                required property int depth
                required property string symbol
                required property string doing
                required property string strength
                required property bool came
                required property bool gone

                readonly property int indent: Math.min(depth, 3) * Theme.mm(3)
                readonly property int symbolWidth: Theme.mm(12)
                readonly property bool chosen: root.stage.navigation.card === ref

                width: parent ? parent.width : 0
                height: Math.max(Theme.target, lines.height + Theme.mm(3))
                Accessible.role: Accessible.Button
                Accessible.name: `${name} ${doing}`
                Accessible.onPressAction: root.stage.navigation.openCard(ref)

                Rectangle {
                    anchors.fill: parent
                    color: row.chosen || tap.pressed ? Theme.inkRaised : "transparent"
                }

                Image {
                    x: row.indent
                    anchors.verticalCenter: parent.verticalCenter
                    source: `image://symbols/${row.symbol}/${row.symbolWidth}`
                }

                Flow {
                    id: lines

                    x: row.indent + row.symbolWidth + Theme.mm(3)
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x
                    spacing: Theme.mm(2)

                    BodyText {
                        width: Math.min(implicitWidth, lines.width)
                        text: row.name
                        color: row.chosen ? Theme.amber : row.gone ? Theme.muted : Theme.paper
                        font.weight: row.depth < 2 ? Font.Bold : Font.Normal
                        font.strikeout: row.gone
                        lineHeight: 0.9
                    }

                    BodyText {
                        width: Math.min(implicitWidth, lines.width)
                        visible: text !== ""
                        text: [row.strength, row.doing].filter(part => part !== "").join(" · ")
                        color: row.came || row.gone ? Theme.paper : Theme.muted
                        font.pixelSize: Math.round(Math.max(Theme.leastText, Theme.body * 0.75))
                        lineHeight: 0.9
                    }
                }

                TapHandler {
                    id: tap

                    longPressThreshold: 0
                    onTapped: root.stage.navigation.openCard(row.ref)
                }
            }
        }
    }
}
