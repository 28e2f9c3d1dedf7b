pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Map
import Kiosk.Stage

// The show without a visitor: one line a slide, in both languages, and how to begin.
PanelScreen {
    id: root

    required property Stage stage

    readonly property Show show: stage.show
    // The river of men grows in place of the map: words stand over it; upright beneath.
    readonly property bool river: show.river && stage.river.shown
    readonly property bool over: river && !frame.portrait
    // Beneath the river the line may need more room than the text has: its words end above that.
    readonly property rect beside: Qt.rect(frame.mapArea.x, frame.mapArea.y, frame.mapArea.width, frame.portrait ? Math.min(frame.mapArea.height, lines.y - frame.mapArea.y) : frame.mapArea.height)
    readonly property bool lobby: show.title !== ""
    // Where the lowest words begin: how to begin, or in a lobby what this is.
    readonly property real low: lobby ? Math.min(invitation.y, place.y - Theme.px(16)) : invitation.y
    // How high the line may be: over the river it ends above that.
    readonly property real room: frame.portrait ? Math.round(frame.height * 0.36) : (river ? Theme.px(474) : root.low - hour.height - lines.spacing) - lines.upper - second.height - 2 * lines.spacing

    frame: StageFrame {
        edges: root.edges
        barred: false
        bare: root.river
        grounded: !root.over
        textShare: 0.44
        mapMost: Math.round(height * 0.65)
        shownMap: Qt.rect(0, 0, width, height)
        textNeed: Math.round(lines.height + (root.lobby ? place.height : invitation.height) + 3.5 * Theme.margin)
    }

    RiverPicture {
        anchors.fill: parent
        visible: root.river
        river: root.stage.river
        words: root.stage.river.slide
        leaving: root.stage.session.state !== States.attract
        phrases: root.stage.phrases
        hours: root.show.hours
        area: root.over ? Qt.rect(root.frame.margin, Theme.px(36), root.frame.width - 2 * root.frame.margin, root.low - Theme.px(56)) : root.beside
        taken: root.over ? [line, second].filter(text => text.visible).map(text => Qt.rect(lines.x, lines.y + text.y, text.contentWidth, text.height)) : []
    }

    TextGround {
        anchors.fill: parent
        visible: root.river && !root.over
        frame: root.frame
    }

    // As large as is read across a hall, unless the line or a phrase of it is too long for that.
    Text {
        id: probe

        readonly property real tall: implicitHeight > root.room ? Math.sqrt(Math.max(1, root.room) / implicitHeight) * 0.97 : 1
        readonly property real wide: Math.min(1, width / Math.max(1, contentWidth))

        visible: false
        width: lines.width
        wrapMode: Text.WordWrap
        lineHeight: 0.95
        text: line.text
        font.family: Theme.serif
        font.weight: Font.DemiBold
        font.pixelSize: Theme.opening
    }

    Column {
        id: lines

        readonly property int upper: Math.max(Theme.margin, Theme.px(48))

        anchors.left: parent.left
        anchors.leftMargin: root.frame.margin
        width: root.over ? Math.round(root.frame.width * 0.61) : root.frame.textArea.width
        y: root.over ? upper : root.frame.portrait ? Math.round(root.low - height - Theme.margin) : Math.round(Math.max(upper, (root.low - height) / 2))
        spacing: Theme.px(16)
        transform: Translate {
            x: Theme.mm(root.show.driftX)
            y: Theme.mm(root.show.driftY)
        }

        Row {
            id: hour

            readonly property int most: root.river ? Math.round(1.4 * Theme.opening) : Theme.figure

            visible: !root.over
            spacing: Theme.px(20)

            DisplayText {
                anchors.verticalCenter: parent.verticalCenter
                text: root.stage.moment.text
                balanced: false
                font.pixelSize: Math.floor(Math.min(1, lines.width / days.advanceWidth) * hour.most)

                TextMetrics {
                    id: days

                    font.family: Theme.serif
                    font.weight: Font.DemiBold
                    font.pixelSize: hour.most
                    text: root.stage.moment.widest
                }
            }

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: name !== "" && !root.river
                name: root.stage.moment.skyIcon
                colour: Theme.paper
                side: Theme.figure
            }
        }

        DisplayText {
            id: line

            width: parent.width
            text: root.stage.typesetting.phrased(root.show.line)
            lineHeight: 0.95
            font.pixelSize: Math.max(Theme.figure, Math.floor(Theme.opening * Math.min(probe.tall, probe.wide)))
        }

        DisplayText {
            id: second

            width: parent.width
            visible: text !== ""
            text: root.stage.typesetting.phrased(root.show.second)
            font.pixelSize: Theme.figure
            font.weight: Font.Normal
            lineHeight: 1
        }
    }

    // Where the line needs more room than the text has, names stand off it.
    Item {
        x: lines.x
        y: lines.y
        width: lines.width
        height: lines.height
        visible: !root.river

        KeptFree {
            stage: root.stage
            key: "lines"
        }
    }

    // The day as the river grows: the largest of what moves.
    DisplayText {
        visible: root.over
        anchors.right: parent.right
        anchors.rightMargin: root.frame.margin
        anchors.verticalCenter: invitation.verticalCenter
        text: root.stage.moment.text
        balanced: false
        font.pixelSize: Theme.opening
    }

    // In a lobby, where nobody can begin: what this is, and where it stands.
    Column {
        id: place

        visible: root.lobby
        anchors.left: parent.left
        anchors.leftMargin: root.frame.margin
        anchors.bottom: invitation.bottom
        width: root.over ? Math.round(root.frame.width * 0.61) : root.frame.textArea.width
        spacing: Theme.px(8)
        transform: Translate {
            x: Theme.mm(root.show.driftX)
            y: Theme.mm(root.show.driftY)
        }

        DisplayText {
            width: parent.width
            text: root.show.title
            font.pixelSize: Theme.figure
            lineHeight: 1
        }

        BodyText {
            width: parent.width
            visible: text !== ""
            text: root.show.place
            font.pixelSize: Theme.firm
        }
    }

    Row {
        id: invitation

        visible: root.stage.touchToBegin.length > 0
        anchors.left: parent.left
        anchors.leftMargin: root.frame.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.margin * 1.5
        spacing: Theme.mm(6)

        Item {
            width: Theme.mm(26)
            height: width

            Rectangle {
                id: ripple

                anchors.centerIn: parent
                width: Theme.mm(26)
                height: width
                radius: width / 2
                color: "transparent"
                border.color: Theme.amber
                border.width: Theme.mm(0.8)
            }

            Rectangle {
                id: spot

                anchors.centerIn: parent
                width: Theme.mm(13)
                height: width
                radius: width / 2
                color: Theme.amber
            }

            Icon {
                id: finger

                x: Theme.mm(10)
                y: Theme.mm(10)
                name: "hand-finger"
                colour: Theme.paper
                side: Theme.mm(20)
            }

            // The gesture, played once a slide: a finger comes, presses, leaves.
            SequentialAnimation {
                id: gesture

                running: !Theme.reducedMotion

                PauseAnimation {
                    duration: 2600
                }

                NumberAnimation {
                    target: finger
                    property: "y"
                    from: Theme.mm(16)
                    to: Theme.mm(10)
                    duration: 300
                    easing.type: Easing.InCubic
                }

                ParallelAnimation {
                    NumberAnimation {
                        target: ripple
                        property: "scale"
                        from: 0.5
                        to: 1
                        duration: 500
                        easing.type: Easing.OutCubic
                    }

                    NumberAnimation {
                        target: spot
                        property: "scale"
                        from: 0.6
                        to: 1
                        duration: 500
                        easing.type: Easing.OutCubic
                    }
                }
            }

            Connections {
                target: root.show

                function onTurned() {
                    if (!Theme.reducedMotion)
                        gesture.restart();
                }
            }
        }

        Flow {
            anchors.verticalCenter: parent.verticalCenter
            width: root.frame.textArea.width - Theme.mm(32)
            spacing: Theme.mm(5)

            Repeater {
                model: root.stage.touchToBegin

                BodyText {
                    required property string modelData

                    text: modelData
                    font.pixelSize: Theme.figure
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
