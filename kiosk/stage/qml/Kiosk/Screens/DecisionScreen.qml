pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// A commander's question put to the visitor; after choosing, what was done and what came of it.
PanelScreen {
    id: root

    required property Stage stage

    readonly property bool decided: stage.choices.happened !== ""
    // How others chose is shown.
    property bool compared: false
    // What followed plays, or has played: then it is shown how others chose.
    property bool watched: false

    frame: StageFrame {
        edges: root.edges
        sided: true
        textShare: Theme.large ? 0.54 : 0.48
        mapShare: 0.3
        textNeed: Math.round(pane.natural + 2 * Theme.px(16))
    }

    onDecidedChanged: {
        compared = false;
        watched = false;
        pane.toStart();
    }

    component Told: Answer {
        navigation: root.stage.navigation
        phrases: root.stage.phrases
        colour: root.stage.choices.colour
        happened: root.stage.choices.happened
        width: parent ? parent.width : 0
    }

    ReadingPane {
        id: pane

        x: root.frame.textPane.x
        y: root.frame.textPane.y
        width: root.frame.textPane.width
        height: root.frame.textPane.height
        enabled: !root.frame.covered
        phrases: root.stage.phrases
        swipes: true
        spacing: root.decided ? Theme.px(6) : Theme.gap
        onForward: root.stage.navigation.forward()
        onBack: root.stage.navigation.back()

        Kicker {
            width: parent.width
            visible: !Theme.large
            text: root.stage.page.overline
            second: root.decided ? root.stage.moment.text : root.stage.page.second
            titled: !root.decided
        }

        TitleBlock {
            width: parent.width
            text: root.stage.page.title
            told: root.stage.page.second
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
            text: Theme.together(root.stage.page.question)
            heading: true
            font.weight: Font.Bold
        }

        Repeater {
            model: root.stage.choices.ways

            Choice {
                required property string key

                visible: !root.decided
                width: parent ? parent.width : 0
                onActivated: root.stage.choices.choose(key)
            }
        }

        // The visitor's stands first, whichever it is.
        Repeater {
            model: root.stage.choices.ways

            Told {
                visible: root.decided && chosen
            }
        }

        Repeater {
            model: root.stage.choices.ways

            Told {
                visible: root.decided && taken && !chosen
            }
        }

        Flow {
            width: parent.width
            visible: root.decided
            spacing: Theme.mm(3)

            TouchButton {
                plain: true
                padding: 0
                text: root.stage.playhead.playing ? root.stage.phrases.words.pause : root.stage.phrases.words.what_followed
                onActivated: {
                    root.watched = true;
                    root.stage.choices.watch();
                }
            }

            TouchButton {
                plain: true
                text: root.stage.phrases.words.choose_again
                onActivated: root.stage.choices.reconsider()
            }

            TouchButton {
                visible: root.stage.choices.others
                plain: true
                text: root.stage.phrases.words.earlier_visitors
                onActivated: {
                    root.compared = !root.compared;
                    if (root.compared)
                        pane.toItem(shares);
                }
            }
        }

        Column {
            id: shares

            width: parent.width
            visible: root.decided && root.compared && root.stage.choices.others
            spacing: Theme.mm(3)

            Repeater {
                model: root.stage.choices.ways

                Share {
                    phrases: root.stage.phrases
                    width: parent ? parent.width : 0
                }
            }
        }
    }

    Connections {
        target: root.stage.playhead

        function onPlayingChanged() {
            if (root.stage.playhead.playing || !root.watched || !root.stage.choices.others)
                return;
            root.compared = true;
            pane.toItem(shares);
        }
    }

    Connections {
        target: root.stage.navigation

        function onMoved() {
            root.compared = false;
            root.watched = false;
            pane.toStart();
        }
    }
}
