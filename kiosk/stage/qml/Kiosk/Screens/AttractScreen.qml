pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The show without a visitor: one line a slide, in both languages, and how to begin.
PanelScreen {
    id: root

    required property Stage stage

    // Upright the words are smaller, and stand right above the invitation.
    readonly property real size: frame.portrait ? 2 : 2.2

    frame: StageFrame {
        edges: root.edges
        barred: false
        textShare: 0.44
        mapMost: Math.round(height * 0.65)
        shownMap: Qt.rect(0, 0, width, height)
        textNeed: Math.round(lines.height + invitation.height + 3.5 * Theme.margin)
    }

    Column {
        id: lines

        anchors.left: parent.left
        anchors.leftMargin: root.frame.margin
        width: root.frame.textArea.width
        y: root.frame.portrait ? invitation.y - height - Theme.margin : Math.max(Theme.margin, (invitation.y - height) / 2)
        spacing: Theme.mm(6)
        transform: Translate {
            x: Theme.mm(root.stage.show.driftX)
            y: Theme.mm(root.stage.show.driftY)
        }

        DisplayText {
            width: parent.width
            text: root.stage.phrased(root.stage.show.line)
            font.pixelSize: Math.max(Theme.leastText, Math.round(Theme.text * root.size))
        }

        DisplayText {
            width: parent.width
            visible: text !== ""
            text: root.stage.phrased(root.stage.show.second)
            font.pixelSize: Math.max(Theme.leastText, Math.round(Theme.text * root.size * 0.7))
            lineHeight: 1
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
            width: Theme.mm(18)
            height: width

            Rectangle {
                id: ripple

                anchors.centerIn: parent
                width: Theme.mm(18)
                height: width
                radius: width / 2
                color: "transparent"
                border.color: Theme.amber
                border.width: Theme.mm(0.8)
            }

            Rectangle {
                id: spot

                anchors.centerIn: parent
                width: Theme.mm(9)
                height: width
                radius: width / 2
                color: Theme.amber
            }

            Icon {
                id: finger

                x: Theme.mm(7)
                y: Theme.mm(7)
                name: "hand-finger"
                colour: Theme.paper
                side: Theme.mm(14)
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
                    from: Theme.mm(11)
                    to: Theme.mm(7)
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
                target: root.stage.show

                function onTurned() {
                    if (!Theme.reducedMotion)
                        gesture.restart();
                }
            }
        }

        Flow {
            anchors.verticalCenter: parent.verticalCenter
            width: root.frame.textArea.width - Theme.mm(24)
            spacing: Theme.mm(5)

            Repeater {
                model: root.stage.touchToBegin

                BodyText {
                    required property string modelData

                    text: modelData
                    font.pixelSize: Math.max(Theme.leastText, Math.round(Theme.text * 1.15))
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
