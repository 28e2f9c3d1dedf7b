pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Visit

// Text size, contrast, motion and reach, for this visit; and what of a page has no room in its foot.
Sheet {
    id: root

    required property Preferences preferences
    required property Session session
    required property Navigation navigation
    // The foot leaves the key, or what happened, to this sheet.
    required property bool offersKey
    required property bool offersEvents

    title: phrases.words.comfort

    BodyText {
        width: parent.width
        text: root.phrases.words.text_size
        heading: true
        color: Theme.muted
    }

    Flow {
        width: parent.width
        spacing: Theme.gap

        Repeater {
            model: [100, 125, 150, 200]

            TouchButton {
                required property int modelData

                text: `${modelData}%`
                textSize: Theme.leastText
                role: Accessible.RadioButton
                spoken: `${root.phrases.words.text_size} ${modelData}%`
                chosen: root.preferences.textScale === modelData
                onActivated: root.preferences.setTextScale(modelData)
            }
        }
    }

    Aid {
        text: root.phrases.words.contrast
        icon: "contrast-2"
        chosen: root.preferences.highContrast
        onActivated: root.preferences.toggleHighContrast()
    }

    Aid {
        text: root.phrases.words.motion
        icon: "walk"
        chosen: root.preferences.reducedMotion
        onActivated: root.preferences.toggleReducedMotion()
    }

    Aid {
        text: root.phrases.words.reach
        icon: "wheelchair"
        chosen: root.preferences.reachMode
        onActivated: root.preferences.toggleReachMode()
    }

    Item {
        width: 1
        height: Theme.mm(4)
    }

    TouchButton {
        visible: root.offersEvents
        text: root.phrases.words.what_happened
        holdsTouch: false
        onActivated: root.navigation.openSheet(Sheets.events)
    }

    TouchButton {
        visible: root.offersKey
        text: root.phrases.words.legend
        holdsTouch: false
        onActivated: root.navigation.openSheet(Sheets.key)
    }

    TouchButton {
        text: root.phrases.words.end_visit
        icon: "player-skip-back"
        holdsTouch: false
        onActivated: root.session.leave()
    }

    component Aid: TouchButton {
        width: parent ? parent.width : implicitWidth
        role: Accessible.CheckBox
        wraps: Theme.large
        holdsTouch: false
        value: chosen ? root.phrases.words.on : root.phrases.words.off
    }
}
