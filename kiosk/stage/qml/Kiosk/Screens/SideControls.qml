pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// At the map's upper right: what belongs to the same panel, and what else the stop has to show. While
// another hour is shown than the stop's own, an hour back and an hour on take its place. Large text
// leaves them to the menu.
Item {
    id: root

    required property Phrasebook phrases
    required property Navigation navigation
    required property Playhead playhead
    required property Moment moment
    required property Page page
    required property Speech speech
    required property FilmPlayer film
    // There are figures of both sides to compare.
    required property bool counted
    // The ruler is in somebody's hands.
    required property bool held
    required property int room

    readonly property string screenName: navigation.screen
    readonly property bool forces: screenName === Screens.forces
    readonly property bool hours: (held || moment.chosen) && (forces || screenName === Screens.phases)

    // What the drawings' buttons take at the stop of the screen that has the widest.
    readonly property int widest: Math.max(0, ...page.buttons.map(texts => texts.reduce((sum, text) => sum + wide(text), 0)))
    // What all take there: so what stands on the map hangs on its own stop alone.
    readonly property int most: Math.min(row.wanted - row.drawn + Math.max(row.drawn, hours || Theme.large ? 0 : widest), room)

    implicitWidth: row.width
    implicitHeight: row.height

    // The room of a drawing's button with these words and the gap beside it.
    function wide(text: string): int {
        const inner = page.tabs.count > 0 ? Math.max(Theme.mm(8), Theme.bounded) : Math.ceil(metrics.advanceWidth(Theme.together(text)));
        return Math.max(Theme.target, inner + 2 * Theme.mm(5)) + row.spacing;
    }

    FontMetrics {
        id: metrics

        font.family: Theme.sans
        font.pixelSize: Theme.bounded
    }

    component Hour: TouchButton {
        id: hour

        required property int step

        visible: root.hours && !root.playhead.playing
        icon: step < 0 ? "minus" : "plus"
        textSize: Theme.bounded
        onPressedChanged: pressed ? root.playhead.hold(step) : root.playhead.letGo()
        onActivated: root.playhead.tap(step)
    }

    Flow {
        id: row

        readonly property int wanted: {
            let sum = 0;
            for (const child of children)
                sum += child.visible && child.width > 0 ? Math.ceil(child.width) + spacing : 0;
            return sum;
        }

        readonly property int drawn: {
            let sum = 0;
            for (let i = 0; i < drawings.count; i++) {
                const child = drawings.itemAt(i);
                sum += child?.visible ? Math.ceil(child.width) + spacing : 0;
            }
            return sum;
        }

        width: Math.max(1, Math.min(wanted, root.room))
        spacing: Theme.gap

        Hour {
            step: -1
            spoken: root.moment.stepBack
        }

        Hour {
            step: 1
            spoken: root.moment.stepOn
        }

        TouchButton {
            visible: root.speech.offered && root.page.narrated && !root.hours && !Theme.large
            icon: root.speech.reading ? "pause" : "volume"
            textSize: Theme.bounded
            spoken: root.phrases.words.listen
            onActivated: root.speech.listen()
        }

        SignedButton {
            visible: page.signed !== "" && !root.hours && !Theme.large
            textSize: Theme.bounded
            phrases: root.phrases
            film: root.film
            page: root.page
        }

        TouchButton {
            visible: root.forces && root.counted && !root.hours && !Theme.large
            text: root.phrases.words.figures
            textSize: Theme.bounded
            onActivated: root.navigation.openSheet(Sheets.figures)
        }

        TouchButton {
            visible: root.forces && !root.hours && !Theme.large
            text: root.phrases.words.order
            textSize: Theme.bounded
            onActivated: root.navigation.openSheet(Sheets.order)
        }

        Repeater {
            model: Theme.large ? null : root.page.tabs

            TouchButton {
                required property int index
                required property string key
                required property string name
                required property bool current

                text: name
                textSize: Theme.bounded
                chosen: current
                onActivated: root.navigation.openPanel(key)
            }
        }

        TouchButton {
            visible: !root.hours && !Theme.large && root.page.standpoints.count > 0
            text: root.phrases.words.each_side
            textSize: Theme.bounded
            onActivated: root.navigation.openSheet(Sheets.standpoints)
        }

        TouchButton {
            visible: !Theme.large && root.screenName === Screens.disagreements
            text: root.phrases.words.all_questions
            textSize: Theme.bounded
            onActivated: root.navigation.openSheet(Sheets.questions)
        }

        Repeater {
            id: drawings

            model: root.page.pictures

            TouchButton {
                required property int index
                required property string key
                required property string name
                required property string short

                visible: !root.hours && !Theme.large
                icon: root.page.tabs.count > 0 ? "photo" : ""
                text: root.page.tabs.count > 0 ? "" : short
                textSize: Theme.bounded
                spoken: text === name ? name : Theme.told(text, name)
                onActivated: root.navigation.openCard(`pictures/${key}`)
            }
        }
    }
}
