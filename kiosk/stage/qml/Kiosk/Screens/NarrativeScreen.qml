pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage

// A phase or a lesson: told in a few sentences beside its map.
PanelScreen {
    id: root

    required property Stage stage
    // The panel that it was made for; the visitor may have left it already.
    required property string panel

    readonly property bool phases: panel === Screens.phases
    readonly property bool lessons: panel === Screens.lessons

    // The clock goes, or stands at another hour than the page's own.
    readonly property bool apart: phases && (stage.playhead.playing || stage.moment.chosen)

    frame: StageFrame {
        edges: root.edges
        sided: true
        textShare: Theme.large ? 0.48 : root.phases ? 0.35 : 0.373
        textNeed: Math.round(Math.max(pane.natural, root.phases ? played.need : 0) + 2 * Theme.px(16))
    }

    PlayColumn {
        id: played

        x: pane.x
        y: pane.y
        width: pane.width
        height: pane.height
        visible: root.apart && !root.frame.covered
        moment: root.stage.moment
        timed: root.stage.timeline.nights.length > 0
        above: root.stage.page.title
        question: root.stage.page.question
        onTouched: root.stage.showEvent()
    }

    ReadingPane {
        id: pane

        x: root.frame.textPane.x
        y: root.frame.textPane.y
        width: root.frame.textPane.width
        height: root.frame.textPane.height
        visible: !root.apart
        enabled: !root.frame.covered
        phrases: root.stage.phrases
        swipes: true
        spacing: Theme.px(root.lessons ? 6 : 14)
        onForward: root.stage.navigation.forward()
        onBack: root.stage.navigation.back()

        Kicker {
            width: parent.width
            visible: text !== "" && !Theme.large
            text: root.stage.page.overline
            second: root.lessons ? root.stage.page.second : ""
            titled: true
        }

        TitleBlock {
            width: parent.width
            text: root.stage.page.title
            second: root.lessons ? "" : root.stage.page.second
            told: root.stage.page.second
        }

        BodyText {
            width: parent.width
            visible: text !== ""
            balanced: true
            text: Theme.together(root.stage.page.question)
            font.weight: Font.Bold
            font.pixelSize: Theme.large ? Theme.body : Theme.firm
        }

        LinkedText {
            width: parent.width
            visible: text !== ""
            navigation: root.stage.navigation
            topPadding: Theme.mm(1)
            bottomPadding: Theme.mm(1)
            text: root.stage.page.body
            chosenLink: root.stage.navigation.proof > 0 ? `proofs/${root.stage.navigation.proof}` : ""
            chosenWords: `(${root.stage.navigation.proof})`
        }

        FactList {
            width: parent.width
            navigation: root.stage.navigation
            facts: root.stage.page.notes
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
}
