import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// The one act of a screen: to play, or to turn the page.
Item {
    id: root

    objectName: "act"

    required property Phrasebook phrases
    required property Navigation navigation
    required property Playhead playhead
    required property Timeline timeline

    readonly property bool plays: [Screens.phases, Screens.forces, Screens.maps].includes(navigation.screen)

    // As wide for either word.
    implicitWidth: Math.max(play.lacking, pause.lacking, 2 * Theme.target + Theme.gap)
    implicitHeight: Theme.px(104)

    TouchButton {
        anchors.fill: parent
        visible: root.plays
        filled: true
        icon: root.playhead.playing ? "pause" : "play"
        text: root.playhead.playing ? root.phrases.words.pause : root.phrases.words.play
        padding: Theme.px(16)
        spoken: root.playhead.playing ? root.phrases.words.pause : root.navigation.screen === Screens.phases ? root.phrases.words.play_phase : root.phrases.words.play
        onActivated: root.timeline.togglePlay()
    }

    component Width: TextMetrics {
        readonly property int lacking: Math.ceil(advanceWidth + Math.max(Theme.mm(8), Theme.body) + Theme.mm(2.5) + 2 * Theme.px(16))

        font.family: Theme.sans
        font.pixelSize: Theme.body
        font.weight: Font.Bold
    }

    Width {
        id: play

        text: root.phrases.words.play
    }

    Width {
        id: pause

        text: root.phrases.words.pause
    }

    TouchButton {
        visible: !root.plays
        width: Math.floor((root.width - Theme.gap) / 2)
        height: root.height
        ground: Theme.inkRaised
        icon: "chevron-left"
        padding: Theme.px(8)
        spoken: root.phrases.words.previous
        onActivated: root.navigation.back()
    }

    TouchButton {
        visible: !root.plays
        anchors.right: parent.right
        width: Math.floor((root.width - Theme.gap) / 2)
        height: root.height
        ground: Theme.inkRaised
        icon: "chevron-right"
        padding: Theme.px(8)
        spoken: root.phrases.words.next
        onActivated: root.navigation.forward()
    }
}
