pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// How do we know? The sources of what is on the screen, and where they disagree.
Sheet {
    id: root

    title: stage.words.how_known
    space: Theme.mm(6)
    onClosed: stage.navigation.closeSheet()

    BodyText {
        width: parent.width
        visible: root.stage.navigation.screen === "maps"
        text: `${root.stage.words.map_note}\n${root.stage.atlas.note}`
    }

    BodyText {
        width: parent.width
        visible: disagreements.visible
        text: root.stage.words.they_disagree
        color: Theme.muted
    }

    VoiceList {
        id: disagreements

        width: parent.width
        visible: !empty && root.stage.navigation.screen !== "disagreements"
        voices: root.stage.evidence.voices
    }

    BodyText {
        width: parent.width
        text: sourceList.count > 0 ? root.stage.words.sources : root.stage.words.no_sources
        color: Theme.muted
    }

    Repeater {
        id: sourceList

        model: root.stage.evidence.sources

        Column {
            id: source

            required property int index
            required property string title
            required property string where
            required property string note

            width: parent ? parent.width : 0

            BodyText {
                width: parent.width
                text: source.title
                font.weight: Font.Bold
            }

            BodyText {
                width: parent.width
                text: source.where
                color: Theme.muted
            }

            BodyText {
                width: parent.width
                visible: text !== ""
                text: source.note
            }
        }
    }

    FactList {
        width: parent.width
        visible: root.stage.navigation.screen === "maps"
        stage: root.stage
        facts: root.stage.evidence.credits
    }
}
