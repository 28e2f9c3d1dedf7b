pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// How do we know? What is disputed of what is on the screen, and the sources of it, each a touch away.
Sheet {
    id: root

    required property Navigation navigation
    required property Evidence evidence
    required property Page page
    required property Atlas atlas

    title: phrases.words.how_known
    // As far apart as is pressed with ease.
    space: Theme.px(44)

    BodyText {
        width: parent.width
        visible: root.navigation.screen === Screens.maps
        text: `${root.phrases.words.map_note}\n${root.atlas.note}`
    }

    component Head: BodyText {
        width: parent ? parent.width : 0
        heading: true
        color: Theme.muted
    }

    component Lead: LinkedText {
        required property int index
        required property string ref
        required property string name

        width: parent ? parent.width : 0
        navigation: root.navigation
        text: Theme.leading(ref, name)
    }

    Head {
        visible: questions.count > 0
        text: `${root.phrases.words.they_disagree} · ${questions.count}`
    }

    Repeater {
        id: questions

        model: root.evidence.asked

        Lead {}
    }

    Head {
        text: sources.count > 0 ? `${root.phrases.words.sources} · ${sources.count}` : root.phrases.words.no_sources
    }

    Repeater {
        id: sources

        model: root.evidence.sources

        Lead {
            required property string title

            name: title
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
