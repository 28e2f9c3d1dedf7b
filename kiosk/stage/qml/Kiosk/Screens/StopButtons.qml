pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage

// What a stop offers beneath its text.
Flow {
    id: root

    required property Stage stage

    readonly property string screenName: stage.navigation.screen
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
        spoken: root.stage.words.previous
        onActivated: root.stage.navigation.back()
    }

    TouchButton {
        visible: !root.phased
        icon: "chevron-right"
        spoken: root.stage.words.next
        onActivated: root.stage.navigation.forward()
    }

    TouchButton {
        visible: root.stage.page.standpoints.count > 0
        icon: Theme.large ? "quote" : ""
        text: Theme.large ? "" : root.stage.words.each_side
        spoken: root.stage.words.each_side
        onActivated: root.stage.navigation.openSheet(Sheets.standpoints)
    }

    TouchButton {
        visible: root.screenName === Screens.disagreements
        icon: Theme.large ? "stack-2" : ""
        text: Theme.large ? "" : root.stage.words.all_questions
        spoken: root.stage.words.all_questions
        onActivated: root.stage.navigation.openSheet(Sheets.questions)
    }

    Repeater {
        model: root.stage.page.pictures

        TouchButton {
            required property int index
            required property string key
            required property string name

            icon: "photo"
            text: Theme.large ? "" : root.stage.words.drawing
            spoken: name
            onActivated: root.stage.navigation.openCard(`pictures/${key}`)
        }
    }

    TouchButton {
        id: how

        icon: root.brief ? "book" : ""
        text: root.brief ? "" : root.stage.words.how_known
        spoken: root.stage.words.how_known
        onActivated: root.stage.navigation.openSheet(Sheets.sources)

        TextMetrics {
            id: asked

            font.family: Theme.sans
            font.pixelSize: how.textSize
            text: root.stage.words.how_known
        }
    }
}
