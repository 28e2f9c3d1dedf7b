pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// Text size, contrast, motion and reach, for this visit; and what of a page has no room in its foot.
Sheet {
    id: root

    required property Preferences preferences
    required property Session session
    required property Navigation navigation
    required property Speech speech
    required property Page page
    // The foot leaves the key, or what happened, to this sheet.
    required property bool offersKey
    required property bool offersEvents

    title: phrases.words.comfort

    Flow {
        width: parent.width
        spacing: Theme.gap
        visible: root.preferences.languages.length > 1

        Repeater {
            model: root.preferences.languages

            TouchButton {
                required property string modelData

                text: root.phrases.languageName(modelData)
                role: Accessible.RadioButton
                chosen: root.preferences.language === modelData
                holdsTouch: false
                onActivated: root.preferences.chooseLanguage(modelData)
            }
        }
    }

    BodyText {
        width: parent.width
        text: root.phrases.words.text_size
        part: true
        color: Theme.muted
    }

    // One stop of the keys, which step through the sizes; four in a row, or two.
    Reachable {
        id: sizes

        readonly property list<int> each: [100, 125, 150, 200]
        readonly property int at: each.indexOf(root.preferences.textScale)
        readonly property int widest: Math.ceil(sample.advanceWidth + Theme.mm(10))

        // Follows the language, which what is said with a number does not by itself.
        function said(percent: int): string {
            return root.phrases.words.percent ? root.phrases.say("percent", [percent]) : "";
        }

        width: parent.width
        height: grid.height
        role: Accessible.Grouping
        spoken: root.phrases.words.text_size
        stands: said(root.preferences.textScale)
        nth: at + 1
        among: each.length
        steps: true
        onStepped: by => root.preferences.setTextScale(each[Math.max(0, Math.min(each.length - 1, at + by))])
        onActivated: root.preferences.setTextScale(each[(at + 1) % each.length])

        TextMetrics {
            id: sample

            font.family: Theme.sans
            font.pixelSize: Theme.leastText
            text: sizes.said(200)
        }

        Grid {
            id: grid

            width: parent.width
            columns: width >= 4 * sizes.widest + 3 * spacing ? 4 : 2
            spacing: Theme.gap

            Repeater {
                model: sizes.each

                TouchButton {
                    required property int modelData

                    width: Math.floor((grid.width + grid.spacing) / grid.columns) - grid.spacing
                    text: sizes.said(modelData)
                    textSize: Theme.leastText
                    role: Accessible.RadioButton
                    chosen: root.preferences.textScale === modelData
                    onActivated: root.preferences.setTextScale(modelData)
                }
            }
        }
    }

    Flow {
        id: aids

        // Two in a row where their words have room for it.
        readonly property int columns: width >= 24 * Theme.body ? 2 : 1
        readonly property int each: Math.floor((width + spacing) / columns) - spacing

        width: parent.width
        spacing: Theme.gap

        Aid {
            width: aids.each
            text: root.phrases.words.contrast
            icon: "contrast-2"
            chosen: root.preferences.highContrast
            onActivated: root.preferences.toggleHighContrast()
        }

        Aid {
            width: aids.each
            text: root.phrases.words.motion
            icon: "walk"
            chosen: root.preferences.reducedMotion
            onActivated: root.preferences.toggleReducedMotion()
        }

        Aid {
            width: aids.each
            visible: root.page.offersEasy
            text: root.phrases.words.easy
            icon: "book"
            chosen: root.preferences.easyTexts
            onActivated: root.preferences.toggleEasyTexts()
        }

        Aid {
            width: aids.each
            visible: root.speech.offered || root.speech.on
            text: root.phrases.words.speech
            icon: "volume"
            chosen: root.speech.on
            onActivated: root.speech.toggle()
        }

        Aid {
            text: root.phrases.words.reach
            icon: "wheelchair"
            chosen: root.preferences.reachMode
            onActivated: root.preferences.toggleReachMode()
        }
    }

    Flow {
        width: parent.width
        spacing: Theme.gap

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
            text: root.phrases.words.who_where
            holdsTouch: false
            onActivated: root.navigation.openSheet(Sheets.positions)
        }

        TouchButton {
            text: root.phrases.words.end_visit
            icon: "player-skip-back"
            holdsTouch: false
            onActivated: root.session.leave()
        }

        TouchButton {
            visible: root.speech.on
            text: root.phrases.words.cues
            role: Accessible.CheckBox
            stands: chosen ? root.phrases.words.on : root.phrases.words.off
            chosen: root.speech.cues
            holdsTouch: false
            onActivated: root.speech.toggleCues()
        }
    }

    WebAddress {
        width: parent.width
        title: root.phrases.words.go_on
        phrases: root.phrases
        web: root.page.web
    }

    // What it does at the left, how it stands at the right.
    component Aid: Touchable {
        id: aid

        property string text
        property string icon

        width: parent ? parent.width : implicitWidth
        implicitHeight: Math.max(Theme.target, Math.round(name.implicitHeight) + Theme.mm(6))
        role: Accessible.CheckBox
        spoken: text
        stands: chosen ? root.phrases.words.on : root.phrases.words.off
        holdsTouch: false

        Icon {
            id: sign

            anchors.left: parent.left
            anchors.leftMargin: Theme.mm(5)
            anchors.verticalCenter: parent.verticalCenter
            name: aid.icon
            colour: aid.tint
            side: Math.max(Theme.mm(8), Theme.body)
        }

        BodyText {
            id: name

            anchors.left: sign.right
            anchors.leftMargin: Theme.mm(4)
            anchors.right: stands.left
            anchors.rightMargin: Theme.mm(4)
            anchors.verticalCenter: parent.verticalCenter
            text: aid.text
            color: aid.tint
        }

        BodyText {
            id: stands

            anchors.right: parent.right
            anchors.rightMargin: Theme.mm(5)
            anchors.verticalCenter: parent.verticalCenter
            text: aid.stands
            color: aid.chosen ? Theme.paper : Theme.muted
            wrapMode: Text.NoWrap
        }
    }
}
