pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// A phase or a lesson: when, what, told in a few sentences beside its map.
Item {
    id: root

    required property Stage stage
    required property StageFrame frame

    readonly property bool lessons: stage.navigation.screen === "lessons"

    ReadingPane {
        id: pane

        x: root.frame.textArea.x + Theme.margin
        y: root.frame.textArea.y + (root.frame.portrait ? Theme.mm(3) : Theme.margin)
        width: root.frame.textArea.width - Theme.margin * (root.frame.portrait ? 2 : 1.2)
        height: buttons.y - y - Theme.mm(4)
        stage: root.stage
        swipes: true
        spacing: Theme.mm(3)
        onForward: root.stage.navigation.forward()
        onBack: root.stage.navigation.back()

        BodyText {
            width: parent.width
            text: root.stage.overline
            color: Theme.muted
        }

        DisplayText {
            width: parent.width
            text: root.stage.title
        }

        DisplayText {
            width: parent.width
            visible: text !== ""
            text: root.stage.secondTitle
            color: Theme.muted
            font.pixelSize: Theme.second
            font.weight: Font.Normal
        }

        BodyText {
            width: parent.width
            topPadding: Theme.mm(3)
            bottomPadding: Theme.mm(3)
            text: root.stage.body
        }

        FactList {
            width: parent.width
            facts: root.stage.notes
            visible: root.lessons
        }

        Column {
            width: parent.width
            visible: !root.lessons
            spacing: Theme.mm(3)

            Repeater {
                model: root.stage.events

                Item {
                    id: event

                    required property int index
                    required property string when
                    required property string text
                    required property real hours

                    width: parent ? parent.width : 0
                    height: Math.max(Theme.target, told.height)
                    Accessible.role: Accessible.Button
                    Accessible.name: `${when}: ${text}`
                    Accessible.onPressAction: root.stage.playhead.seek(hours)

                    Rectangle {
                        width: Theme.mm(0.8)
                        height: parent.height
                        color: root.stage.playhead.hours >= event.hours ? Theme.amber : Theme.rule
                    }

                    Column {
                        id: told

                        x: Theme.mm(4)
                        width: parent.width - x

                        BodyText {
                            width: parent.width
                            text: event.when
                            color: Theme.amber
                        }

                        BodyText {
                            width: parent.width
                            text: event.text
                        }
                    }

                    TapHandler {
                        onTapped: root.stage.playhead.seek(event.hours)
                    }
                }
            }
        }
    }

    Connections {
        target: root.stage.navigation

        function onMoved() {
            pane.toStart();
        }
    }

    Flow {
        id: buttons

        x: pane.x
        width: root.frame.textArea.width - Theme.margin * 1.6
        y: root.frame.textArea.y + root.frame.textArea.height - height - Theme.mm(5)
        spacing: Theme.gap

        TouchButton {
            icon: "chevron-left"
            spoken: root.stage.words.previous
            onActivated: root.stage.navigation.back()
        }

        TouchButton {
            icon: "chevron-right"
            spoken: root.stage.words.next
            onActivated: root.stage.navigation.forward()
        }

        TouchButton {
            visible: !root.lessons
            icon: root.stage.playhead.playing ? "player-pause" : "player-play"
            text: root.stage.playhead.playing ? root.stage.words.pause : root.stage.words.play_phase
            onActivated: root.stage.playPhase()
        }

        TouchButton {
            text: root.stage.words.how_known
            onActivated: root.stage.navigation.openSources()
        }
    }
}
