pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage

// How do we know? The sources of what is on the screen, and where they disagree.
Sheet {
    id: root

    title: stage.words.how_known
    space: Theme.mm(6)
    onClosed: stage.navigation.closeSheet()

    BodyText {
        width: parent.width
        visible: root.stage.navigation.screen === Screens.maps
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
        visible: !empty && root.stage.navigation.screen !== Screens.disagreements
        voices: root.stage.evidence.voices
        dash: root.stage.words.dash
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
        visible: root.stage.navigation.screen === Screens.maps
        stage: root.stage
        facts: root.stage.evidence.credits
    }

    Column {
        id: site

        width: parent.width
        visible: root.stage.evidence.web !== ""
        spacing: Theme.mm(3)

        BodyText {
            width: parent.width
            text: root.stage.words.read_on
            color: Theme.muted
        }

        Image {
            width: Math.round(Theme.mm(48))
            height: width
            fillMode: Image.Pad
            horizontalAlignment: Image.AlignLeft
            verticalAlignment: Image.AlignTop
            source: site.visible ? `image://qr/${encodeURIComponent(root.stage.evidence.web)}/${width}` : ""
            Accessible.role: Accessible.Graphic
            Accessible.name: root.stage.say("qr_code", [root.stage.evidence.web])
        }

        BodyText {
            width: parent.width
            text: root.stage.evidence.web
            textFormat: Text.PlainText
            wrapMode: Text.WrapAnywhere
        }
    }
}
