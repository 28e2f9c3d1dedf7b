pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// What large text leaves no room for in the foot: the ruler, the doors, language, key, sources.
Sheet {
    id: root

    required property Navigation navigation
    required property Preferences preferences
    required property Playhead playhead
    required property Timeline timeline
    required property Moment moment
    required property Page page
    required property FilmPlayer film
    required property string nextLanguage
    required property bool counted

    title: phrases.words.menu

    Item {
        width: parent.width
        height: ruler.height + Theme.px(24)

        Ruler {
            id: ruler

            x: overhang
            y: Theme.px(16)
            width: parent.width - 2 * x
            height: implicitHeight
            textSize: Math.round(1.5 * Theme.leastText)
            phrases: root.phrases
            playhead: root.playhead
            timeline: root.timeline
            moment: root.moment
        }
    }

    component Way: TouchButton {
        wraps: true
        holdsTouch: false
        width: parent ? parent.width : implicitWidth
    }

    Component {
        id: panelWay

        Way {
            required property int index
            required property string key
            required property string name
            required property bool current

            text: name
            chosen: current
            onActivated: root.navigation.openPanel(key)
        }
    }

    Repeater {
        model: root.page.tabs
        delegate: panelWay
    }

    Way {
        visible: root.navigation.screen === Screens.forces && root.counted
        text: root.phrases.words.figures
        onActivated: root.navigation.openSheet(Sheets.figures)
    }

    Way {
        visible: root.navigation.screen === Screens.forces
        text: root.phrases.words.order
        onActivated: root.navigation.openSheet(Sheets.order)
    }

    Way {
        visible: root.page.standpoints.count > 0
        text: root.phrases.words.each_side
        onActivated: root.navigation.openSheet(Sheets.standpoints)
    }

    Way {
        visible: root.navigation.screen === Screens.disagreements
        text: root.phrases.words.all_questions
        onActivated: root.navigation.openSheet(Sheets.questions)
    }

    Way {
        visible: root.page.signed !== ""
        text: root.phrases.words.sign_language
        onActivated: {
            root.navigation.closeSheet();
            root.film.asked();
        }
    }

    Repeater {
        model: root.page.pictures

        Way {
            required property int index
            required property string key
            required property string name
            required property string short

            text: short
            spoken: text === name ? name : Theme.told(text, name)
            onActivated: root.navigation.openCard(`pictures/${key}`)
        }
    }

    Repeater {
        model: root.page.doors
        delegate: panelWay
    }

    Way {
        icon: "home"
        text: root.phrases.words.home
        onActivated: root.navigation.goHome()
    }

    Way {
        text: root.phrases.words.how_known
        onActivated: root.navigation.openSheet(Sheets.sources)
    }

    Way {
        text: root.phrases.words.what_happened
        onActivated: root.navigation.openSheet(Sheets.events)
    }

    Way {
        text: root.phrases.words.legend
        onActivated: root.navigation.openSheet(Sheets.key)
    }

    Way {
        visible: root.nextLanguage !== ""
        text: root.nextLanguage
        onActivated: root.preferences.nextLanguage()
    }
}
