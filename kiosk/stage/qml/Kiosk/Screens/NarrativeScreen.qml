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

    Binding {
        target: root.frame
        property: "textNeed"
        value: pane.contentHeight + buttons.height + Theme.mm(14)
    }

    ReadingPane {
        id: pane

        x: root.frame.textArea.x + Theme.margin
        y: root.frame.textArea.y + (root.frame.portrait ? Theme.mm(3) : Theme.mm(9))
        width: root.frame.textArea.width - Theme.margin * (root.frame.portrait ? 2 : 1.2)
        height: buttons.y - y - Theme.mm(4)
        stage: root.stage
        swipes: true
        spacing: Theme.mm(root.lessons ? 1.5 : 3)
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
            visible: text !== "" && !Theme.large
            text: root.stage.secondTitle
            color: Theme.muted
            font.pixelSize: Theme.second
            font.weight: Font.Normal
        }

        LinkedText {
            width: parent.width
            stage: root.stage
            topPadding: Theme.mm(1)
            bottomPadding: Theme.mm(1)
            text: root.stage.body
        }

        FactList {
            width: parent.width
            stage: root.stage
            facts: root.stage.notes
            spacing: Theme.mm(2.5)
            inline: true
            visible: root.lessons
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
            visible: root.lessons
            icon: "chevron-left"
            spoken: root.stage.words.previous
            onActivated: root.stage.navigation.back()
        }

        TouchButton {
            visible: root.lessons
            icon: "chevron-right"
            spoken: root.stage.words.next
            onActivated: root.stage.navigation.forward()
        }

        TouchButton {
            visible: !root.lessons && !Theme.large
            icon: root.stage.playhead.playing ? "player-pause" : "player-play"
            text: root.stage.playhead.playing ? root.stage.words.pause : root.stage.words.play_phase
            onActivated: root.stage.playPhase()
        }

        TouchButton {
            icon: Theme.large ? "book" : ""
            text: Theme.large ? "" : root.stage.words.how_known
            spoken: root.stage.words.how_known
            onActivated: root.stage.navigation.openSources()
        }
    }
}
