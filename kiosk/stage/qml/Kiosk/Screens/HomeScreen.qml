import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Title and one sentence; the doors are the bar beneath.
PanelScreen {
    id: root

    required property Stage stage

    readonly property bool roomy: frame.floor > Theme.body * 16

    frame: StageFrame {
        edges: root.edges
        textShare: 0.5
        textNeed: Math.round(pane.natural + Theme.mm(12))
    }

    ReadingPane {
        id: pane

        x: root.frame.textArea.x + Theme.margin
        y: root.frame.textArea.y + (root.frame.portrait ? Theme.mm(4) : Theme.margin)
        width: root.frame.textArea.width - Theme.margin * (root.frame.portrait ? 2 : 1.2)
        height: root.frame.textArea.y + root.frame.textArea.height - y - Theme.mm(3)
        phrases: root.stage.phrases
        swipes: true
        spacing: Theme.mm(5)
        onForward: root.stage.navigation.forward()
        onBack: root.stage.navigation.back()

        DisplayText {
            width: parent.width
            text: root.stage.page.title
            font.pixelSize: Math.round(Theme.title * 1.3)
        }

        DisplayText {
            width: parent.width
            visible: text !== "" && root.roomy
            text: root.stage.page.second
            color: Theme.muted
            font.pixelSize: Theme.second
        }

        BodyText {
            width: parent.width
            visible: root.roomy
            text: root.stage.page.overline
            color: Theme.muted
        }

        LinkedText {
            width: parent.width
            navigation: root.stage.navigation
            balanced: true
            text: root.stage.page.body
            font.pixelSize: Theme.large ? Theme.body : Theme.heading
        }
    }
}
