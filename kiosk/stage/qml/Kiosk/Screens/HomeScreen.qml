import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage

// Title and one sentence, and beneath them the four doors.
PanelScreen {
    id: root

    required property Stage stage

    readonly property bool roomy: frame.floor > Theme.body * (frame.portrait ? 22 : 16)
    readonly property bool river: stage.river.shown
    // Words stand over the picture; else beside it, or beneath.
    readonly property bool over: river && !frame.portrait && !Theme.large
    // The title has one line, in steps of type down to what is read from afar.
    readonly property int titlePx: titled.advanceWidth > 0 ? Math.min(Theme.opening, Math.floor(Theme.opening * 0.99 * pane.width / titled.advanceWidth)) : Theme.opening
    readonly property bool lined: river && titlePx >= Theme.px(66)
    // A longer one is as large as leaves it on the first page, however many lines it has.
    readonly property int lines: Math.ceil(1.2 * titled.advanceWidth / Math.max(1, pane.width))
    readonly property real titleRoom: Math.max(1, frame.textPane.height - Theme.target - Theme.px(48))
    readonly property int longPx: frame.portrait ? Theme.opening : Math.max(Theme.heading, Math.min(Theme.opening, Math.floor(Theme.opening * Math.sqrt(titleRoom / (Math.max(1, lines) * Theme.opening * 1.4)))))
    // Beside a column words stand off its fading edge.
    readonly property rect clearMap: Qt.rect(frame.mapArea.x + Theme.px(72), frame.mapArea.y, frame.mapArea.width - Theme.px(72), frame.mapArea.height)
    readonly property rect openRiver: Qt.rect(frame.margin, Theme.px(36), frame.width - 2 * frame.margin, frame.floor - Theme.px(52))

    frame: StageFrame {
        edges: root.edges
        barred: false
        bare: root.river
        grounded: !root.over
        foot: doors.implicitHeight
        textShare: 0.44
        textPad: portrait ? 0 : Theme.px(36)
        // What the figure leaves to the text needs none: it depends on the figure's room.
        textNeed: Math.round(pane.above + Theme.px(16 + 20))
    }

    TextMetrics {
        id: titled

        font.family: Theme.serif
        font.weight: Font.DemiBold
        font.pixelSize: Theme.opening
        text: root.stage.page.title
    }

    RiverPicture {
        id: picture

        anchors.fill: parent
        visible: root.river
        river: root.stage.river
        words: root.stage.river.home
        covered: root.frame.covered
        leaving: root.stage.navigation.screen !== Screens.home
        phrases: root.stage.phrases
        area: root.over ? root.openRiver : root.frame.portrait ? root.frame.mapArea : root.clearMap
        onBegun: pane.settle()
        taken: root.over ? [headline, underline, sentence].filter(text => text.visible).map(text => Qt.rect(pane.x, pane.y + text.y, text.contentWidth, text.height)) : []
    }

    // Where the figure passes beneath the words they have a ground of their own.
    Repeater {
        model: root.over && root.stage.river.home.crosses && !root.frame.covered ? picture.taken : []

        Rectangle {
            required property rect modelData

            x: -radius
            y: modelData.y - Theme.px(4)
            width: modelData.x + modelData.width + Theme.px(24) + radius
            height: modelData.height + Theme.px(8)
            radius: Theme.px(12)
            color: Theme.ink
            opacity: Theme.highContrast ? 1 : 0.88
        }
    }

    TextGround {
        anchors.fill: parent
        visible: root.river && !root.over
        frame: root.frame
    }

    ReadingPane {
        id: pane

        x: root.frame.textPane.x
        y: root.frame.textPane.y
        width: root.over ? Math.min(root.frame.width * 0.61, Theme.px(1170)) : root.frame.textPane.width
        height: root.frame.textPane.height
        visible: !root.frame.covered
        phrases: root.stage.phrases
        swipes: !root.frame.covered
        spacing: Theme.mm(root.over ? 2 : 3)
        last: left
        onForward: root.stage.navigation.forward()
        onBack: root.stage.navigation.back()

        DisplayText {
            id: headline

            width: parent.width
            text: root.stage.page.title
            // Large letters over a picture that is hung anew would be drawn upon themselves.
            layer.enabled: root.over && Screen.devicePixelRatio === 1
            balanced: !root.lined
            font.pixelSize: root.lined ? root.titlePx : root.longPx
        }

        DisplayText {
            id: underline

            readonly property bool both: root.over && root.stage.page.overline !== ""

            width: parent.width
            visible: text !== "" && root.roomy
            text: root.over ? [root.stage.page.second, root.stage.page.overline].filter(part => part).join("  ") : root.stage.page.second
            spoken: both ? root.stage.page.overline : text
            stands: both ? Theme.inSecond(root.stage.page.second) : ""
            balanced: !root.over
            color: root.over ? Theme.paper : Theme.muted
            font.weight: root.over ? Font.Normal : Font.DemiBold
            font.pixelSize: root.over ? Theme.body : Theme.second
        }

        BodyText {
            width: parent.width
            visible: root.roomy && !root.over && !Theme.large
            text: root.stage.page.overline
            color: Theme.muted
        }

        LinkedText {
            id: sentence

            width: parent.width
            navigation: root.stage.navigation
            balanced: true
            text: root.stage.page.body
            font.pixelSize: Theme.large ? Theme.body : root.over ? Theme.firm : Theme.heading
        }

        BodyText {
            id: left

            width: parent.width
            visible: root.river && !root.over && text !== ""
            text: root.stage.river.home.rest
        }
    }

    HomeDoors {
        id: doors

        anchors.bottom: parent.bottom
        width: parent.width
        visible: !root.frame.covered
        margin: root.frame.margin
        page: root.stage.page
        film: root.stage.film
        navigation: root.stage.navigation
        preferences: root.stage.preferences
        phrases: root.stage.phrases
        nextLanguage: root.stage.manyLanguages ? root.stage.nextLanguageName : ""
    }
}
