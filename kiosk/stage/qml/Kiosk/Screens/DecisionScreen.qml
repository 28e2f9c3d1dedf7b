pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// A commander's question put to the visitor; after choosing, what was done and what came of it.
Item {
    id: root

    required property Stage stage
    required property StageFrame frame

    readonly property bool decided: stage.choices.happened !== ""
    property string opened

    onDecidedChanged: pane.toStart()

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
        spacing: Theme.mm(2.5)
        onForward: root.stage.navigation.forward()
        onBack: root.stage.navigation.back()

        BodyText {
            width: parent.width
            text: [root.stage.page.overline, Theme.large ? "" : root.stage.page.second].filter(part => part !== "").join("  ·  ")
            color: Theme.muted
        }

        DisplayText {
            width: parent.width
            text: root.stage.page.title
        }

        LinkedText {
            width: parent.width
            visible: !root.decided
            stage: root.stage
            text: root.stage.page.body
        }

        BodyText {
            width: parent.width
            visible: !root.decided
            text: root.stage.page.question
            font.weight: Font.Bold
        }

        Repeater {
            model: root.stage.choices.ways

            Choice {
                stage: root.stage
                decided: root.decided
                others: root.stage.choices.others
                open: key === root.opened || (root.opened === "" && chosen)
                width: parent ? parent.width : 0
                onTouched: {
                    if (root.decided)
                        root.opened = key;
                    else
                        root.stage.choices.choose(key);
                }
            }
        }
    }

    Connections {
        target: root.stage.navigation

        function onMoved() {
            root.opened = "";
            pane.toStart();
        }
    }

    StopButtons {
        id: buttons

        x: pane.x
        width: root.frame.textArea.width - Theme.margin * 1.6
        y: root.frame.textArea.y + root.frame.textArea.height - height - Theme.mm(5)
        stage: root.stage
    }
}
