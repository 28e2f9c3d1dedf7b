import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Title and one sentence, and beneath them the four doors.
PanelScreen {
    id: root

    required property Stage stage

    readonly property bool roomy: frame.floor > Theme.body * 16

    frame: StageFrame {
        edges: root.edges
        barred: false
        foot: doors.implicitHeight
        textShare: 0.44
        textNeed: Math.round(pane.natural + 2 * Theme.px(16))
    }

    ReadingPane {
        id: pane

        x: root.frame.textArea.x
        y: root.frame.textArea.y + (root.frame.portrait ? Theme.px(16) : Theme.px(36))
        width: root.frame.textArea.width
        height: root.frame.textArea.y + root.frame.textArea.height - y - Theme.px(16)
        phrases: root.stage.phrases
        swipes: !root.frame.covered
        spacing: Theme.mm(5)
        onForward: root.stage.navigation.forward()
        onBack: root.stage.navigation.back()

        DisplayText {
            width: parent.width
            text: root.stage.page.title
            font.pixelSize: Theme.opening
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

    HomeDoors {
        id: doors

        anchors.bottom: parent.bottom
        width: parent.width
        visible: !root.frame.covered
        margin: root.frame.margin
        page: root.stage.page
        navigation: root.stage.navigation
        preferences: root.stage.preferences
        phrases: root.stage.phrases
        nextLanguage: root.stage.manyLanguages ? root.stage.nextLanguageName : ""
    }
}
