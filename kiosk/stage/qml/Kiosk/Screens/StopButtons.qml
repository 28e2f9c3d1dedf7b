pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// What a stop offers beneath its text.
Flow {
    id: root

    required property Phrasebook phrases
    required property Navigation navigation
    required property Page page

    readonly property string screenName: navigation.screen
    readonly property bool phased: screenName === Screens.phases
    // How far the buttons before the last one reach; what is left may be too little for words.
    readonly property int taken: {
        let sum = 0;
        for (const button of children)
            sum += button.visible && button !== how ? button.width + spacing : 0;
        return sum;
    }
    readonly property bool brief: Theme.large || taken + asked.advanceWidth + 2 * how.padding > width

    spacing: Theme.gap

    TouchButton {
        visible: !root.phased
        icon: "chevron-left"
        spoken: root.phrases.words.previous
        onActivated: root.navigation.back()
    }

    TouchButton {
        visible: !root.phased
        icon: "chevron-right"
        spoken: root.phrases.words.next
        onActivated: root.navigation.forward()
    }

    TouchButton {
        visible: root.page.standpoints.count > 0
        icon: Theme.large ? "quote" : ""
        text: Theme.large ? "" : root.phrases.words.both_sides
        spoken: root.phrases.words.both_sides
        onActivated: root.navigation.openSheet(Sheets.standpoints)
    }

    TouchButton {
        visible: root.screenName === Screens.disagreements
        icon: Theme.large ? "stack-2" : ""
        text: Theme.large ? "" : root.phrases.words.all_questions
        spoken: root.phrases.words.all_questions
        onActivated: root.navigation.openSheet(Sheets.questions)
    }

    Repeater {
        model: root.page.pictures

        TouchButton {
            required property int index
            required property string key
            required property string name

            icon: "photo"
            text: Theme.large ? "" : root.phrases.words.drawing
            spoken: name
            onActivated: root.navigation.openCard(`pictures/${key}`)
        }
    }

    TouchButton {
        id: how

        icon: root.brief ? "book" : ""
        text: root.brief ? "" : root.phrases.words.how_known
        spoken: root.phrases.words.how_known
        onActivated: root.navigation.openSheet(Sheets.sources)

        TextMetrics {
            id: asked

            font.family: Theme.sans
            font.pixelSize: how.textSize
            text: root.phrases.words.how_known
        }
    }
}
