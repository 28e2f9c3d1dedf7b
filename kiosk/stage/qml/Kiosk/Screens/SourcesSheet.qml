pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// How do we know? The sources of what is on the screen, and where they disagree.
Sheet {
    id: root

    required property Navigation navigation
    required property Evidence evidence
    required property Page page
    required property Atlas atlas

    title: phrases.words.how_known
    space: Theme.mm(6)

    BodyText {
        width: parent.width
        visible: root.navigation.screen === Screens.maps
        text: `${root.phrases.words.map_note}\n${root.atlas.note}`
    }

    BodyText {
        width: parent.width
        visible: disagreements.visible
        text: root.phrases.words.they_disagree
        color: Theme.muted
    }

    VoiceList {
        id: disagreements

        width: parent.width
        navigation: root.navigation
        visible: !empty && root.navigation.screen !== Screens.disagreements
        voices: root.evidence.voices
        dash: root.phrases.words.dash
    }

    BodyText {
        width: parent.width
        text: sourceList.count > 0 ? root.phrases.words.sources : root.phrases.words.no_sources
        color: Theme.muted
    }

    Repeater {
        id: sourceList

        model: root.evidence.sources

        Column {
            id: source

            required property int index
            required property string ref
            required property string title
            required property string where
            required property string note

            width: parent ? parent.width : 0

            LinkedText {
                width: parent.width
                navigation: root.navigation
                text: Theme.leading(source.ref, source.title)
                heading: true
                font.weight: Font.Bold
            }

            BodyText {
                width: parent.width
                text: source.where
                color: Theme.muted
            }

            LinkedText {
                width: parent.width
                visible: text !== ""
                navigation: root.navigation
                text: Theme.leading("", source.note)
            }
        }
    }

    FactList {
        width: parent.width
        visible: root.navigation.screen === Screens.maps
        navigation: root.navigation
        facts: root.evidence.credits
    }

    WebAddress {
        width: parent.width
        title: root.phrases.words.read_on
        phrases: root.phrases
        web: root.page.web
    }
}
