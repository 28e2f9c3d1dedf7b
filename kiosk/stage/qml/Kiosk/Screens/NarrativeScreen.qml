pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Map
import Kiosk.Stage

// A phase, a lesson or a disagreement: told in a few sentences beside its map.
PanelScreen {
    id: root

    required property Stage stage
    // The panel that it was made for; the visitor may have left it already.
    required property string panel

    readonly property bool phases: panel === Screens.phases
    readonly property bool lessons: panel === Screens.lessons

    frame: StageFrame {
        edges: root.edges
        timed: root.phases
        tabbed: true
        textShare: Theme.large && root.phases ? 0.52 : 0.5
        textNeed: Math.round(pane.natural + buttons.height + Theme.mm(14))
    }

    ReadingPane {
        id: pane

        x: root.frame.textArea.x + Theme.margin
        y: root.frame.textArea.y + (root.frame.portrait ? Theme.mm(3) : Theme.mm(8))
        width: root.frame.textArea.width - Theme.margin * (root.frame.portrait ? 2 : 1.2)
        height: buttons.y - y - Theme.gap
        phrases: root.stage.phrases
        swipes: true
        spacing: Theme.mm(root.lessons ? 1.5 : 3)
        onForward: root.stage.navigation.forward()
        onBack: root.stage.navigation.back()

        Kicker {
            width: parent.width
            text: root.stage.page.overline
            second: root.stage.page.second
        }

        DisplayText {
            width: parent.width
            text: root.stage.page.title
        }

        BodyText {
            width: parent.width
            visible: text !== ""
            balanced: true
            text: root.stage.page.question
            font.weight: Font.Bold
        }

        LinkedText {
            width: parent.width
            visible: text !== ""
            navigation: root.stage.navigation
            topPadding: Theme.mm(1)
            bottomPadding: Theme.mm(1)
            text: root.stage.page.body
        }

        FactList {
            width: parent.width
            navigation: root.stage.navigation
            facts: root.stage.page.notes
            spacing: Theme.mm(2.5)
            inline: true
            visible: root.lessons
        }

        VoiceList {
            width: parent.width
            visible: root.panel === Screens.disagreements
            voices: root.stage.evidence.voices
            questions: false
        }
    }

    Connections {
        target: root.stage.navigation

        function onMoved() {
            pane.toStart();
        }
    }

    EventLine {
        readonly property rect map: root.frame.mapArea

        visible: told && root.stage.playhead.playing && !root.frame.covered && !Theme.large && map.height > 2 * height
        x: map.x
        y: map.y + map.height - height - (root.frame.tabsLow ? Theme.gap : 0)
        width: root.width - x
        height: Math.round(Theme.bounded * 1.4 * (root.edges.emsAcross < 50 ? 6 : 5)) + Theme.mm(3)
        moment: root.stage.moment
        onTouched: root.stage.showEvent()

        KeptFree {
            stage: root.stage
            key: "event"
        }
    }

    StopButtons {
        id: buttons

        x: pane.x
        width: root.frame.textArea.width - Theme.margin * 1.2
        y: root.frame.textArea.y + root.frame.textArea.height - height - Theme.mm(4)
        page: root.stage.page
        navigation: root.stage.navigation
        phrases: root.stage.phrases
    }
}
