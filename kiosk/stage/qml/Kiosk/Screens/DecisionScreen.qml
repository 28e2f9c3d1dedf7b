pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// A commander's question put to the visitor; after choosing, what was done and what came of it.
PanelScreen {
    id: root

    required property Stage stage

    readonly property bool decided: stage.choices.happened !== ""
    property string opened

    frame: StageFrame {
        edges: root.edges
        sided: true
        textShare: Theme.large ? 0.54 : 0.48
        mapShare: 0.3
        textNeed: Math.round(pane.natural + 2 * Theme.px(16))
    }

    onDecidedChanged: pane.toStart()

    ReadingPane {
        id: pane

        x: root.frame.textArea.x
        y: root.frame.textArea.y + (root.frame.portrait ? Theme.px(16) : 0)
        width: root.frame.textArea.width
        height: root.frame.textArea.y + root.frame.textArea.height - y - Theme.px(16)
        phrases: root.stage.phrases
        swipes: !root.frame.covered
        spacing: Theme.gap
        onForward: root.stage.navigation.forward()
        onBack: root.stage.navigation.back()

        Kicker {
            width: parent.width
            visible: !root.decided && !Theme.large
            text: root.stage.page.overline
            second: root.stage.page.second
        }

        Row {
            anchors.right: parent.right
            visible: root.decided && root.stage.choices.others
            spacing: Theme.mm(3)

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.mm(10)
                height: Theme.mm(1.6)
                color: Theme.muted
            }

            BodyText {
                text: root.stage.phrases.words.earlier_visitors
                color: Theme.muted
            }
        }

        TitleBlock {
            width: parent.width
            visible: !root.decided
            text: root.stage.page.title
        }

        DisplayText {
            width: parent.width
            visible: root.decided
            text: root.stage.page.title
            font.pixelSize: Theme.heading
        }

        LinkedText {
            width: parent.width
            visible: !root.decided
            navigation: root.stage.navigation
            text: root.stage.page.body
        }

        BodyText {
            width: parent.width
            visible: !root.decided
            balanced: true
            text: root.stage.page.question
            heading: true
            font.weight: Font.Bold
        }

        Repeater {
            model: root.stage.choices.ways

            Choice {
                navigation: root.stage.navigation
                phrases: root.stage.phrases
                happened: root.stage.choices.happened
                decided: root.decided
                others: root.stage.choices.others
                open: key === root.opened
                width: parent ? parent.width : 0
                onActivated: {
                    if (root.decided)
                        root.opened = open ? "" : key;
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
}
