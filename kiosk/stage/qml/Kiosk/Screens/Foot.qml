pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// The foot of every panel, which never moves: its one act, the ruler of days, the doors. Large text
// leaves it one row: the act, the phase, the way to all else. A swipe along it turns to the next panel.
Item {
    id: root

    objectName: "foot"
    Accessible.role: Accessible.Grouping
    Accessible.name: phrases.words.menu
    Accessible.ignored: !visible

    required property Phrasebook phrases
    required property Navigation navigation
    required property Preferences preferences
    required property Playhead playhead
    required property Timeline timeline
    required property Moment moment
    required property Page page
    // Empty where there is none to change to.
    required property string nextLanguage
    required property int margin

    readonly property bool upright: Theme.upright
    // Names of doors that are too long for a row of all leave it but one, as large text does.
    readonly property bool compact: Theme.large || doors.padFor(upright ? doors.whole : doors.beside, doors.sum) < doors.least
    readonly property bool held: ruler.held
    // There is no room here for the key, or for what happened.
    readonly property bool lacksKey: visible && !compact && !asks.keyed
    readonly property bool lacksEvents: visible && !compact && !asks.timed
    readonly property int inner: width - 2 * margin
    readonly property int toolsWidth: (nextLanguage !== "" ? languageButton.width + Theme.gap : 0) + aids.width
    // Upright the doors may leave language and reading aids no room but beside the act.
    readonly property bool raised: upright && !compact && doors.padFor(doors.beside, doors.sum) < doors.least
    readonly property int rulerLeft: upright ? margin : margin + act.implicitWidth + Math.max(Theme.gap, Theme.px(16))
    readonly property int rulerStart: compact || upright ? 0 : rulerLeft
    readonly property int rowHeight: aids.height
    readonly property int first: compact ? aids.beneath : Math.max(Theme.gap, Theme.px(upright ? 12 : 10))
    readonly property int second: first + (upright ? act.height + Math.max(Theme.gap, Theme.px(12)) : 0)
    readonly property int third: compact ? (upright ? act.y + act.height + Theme.gap : first) : second + ruler.height + Math.max(Theme.gap, Theme.px(upright ? 10 : 12))

    height: third + rowHeight + aids.beneath

    Rectangle {
        anchors.fill: parent
        color: Theme.bar
    }

    Rectangle {
        width: parent.width
        height: Theme.hairline
        visible: Theme.highContrast
        color: Theme.rule
    }

    MouseArea {
        anchors.fill: parent
    }

    DragHandler {
        target: null
        yAxis.enabled: false
        onActiveChanged: {
            if (active)
                return;
            const across = centroid.position.x - centroid.pressPosition.x;
            if (across < -Theme.mm(12))
                root.navigation.nextPanel();
            else if (across > Theme.mm(12))
                root.navigation.previousPanel();
        }
    }

    Act {
        id: act

        x: root.margin
        y: root.first
        width: implicitWidth
        height: root.compact ? root.rowHeight : root.upright ? Math.max(Theme.target, Theme.px(80)) : ruler.height
        phrases: root.phrases
        navigation: root.navigation
        playhead: root.playhead
        timeline: root.timeline
    }

    Ruler {
        id: ruler

        visible: !root.compact
        x: root.rulerLeft
        y: root.second
        width: root.width - root.margin - x
        height: implicitHeight
        phrases: root.phrases
        playhead: root.playhead
        timeline: root.timeline
        moment: root.moment
    }

    // Upright: the moment, and what else there is to ask.
    BodyText {
        id: now

        visible: root.upright && !root.compact
        x: root.margin + act.width + Theme.px(24)
        y: act.y
        height: act.height
        verticalAlignment: Text.AlignVCenter
        text: root.moment.text
        font.weight: Font.Bold
        lineHeight: 1
        wrapMode: Text.NoWrap
    }

    // What stands beside it keeps its place whatever the hour.
    TextMetrics {
        id: widest

        font: now.font
        text: root.moment.widest
    }

    component Quiet: TouchButton {
        plain: true
        padding: Theme.px(14)
    }

    component Letters: TextMetrics {
        font.family: Theme.sans
        font.pixelSize: Theme.body
    }

    Letters {
        id: asked

        text: root.phrases.words.how_known
    }

    Letters {
        id: legend

        text: root.phrases.words.legend
    }

    Letters {
        id: hours

        text: root.phrases.words.what_happened
    }

    Quiet {
        id: home

        visible: !root.compact
        x: root.margin - Theme.px(8)
        y: root.third
        width: Math.max(Theme.target, Theme.px(76))
        height: root.rowHeight
        padding: 0
        icon: "home"
        spoken: root.phrases.words.home
        onActivated: root.navigation.goHome()
    }

    Row {
        id: doors

        objectName: "doors"

        // The names that are there already; they may come one by one.
        property int added: 0
        readonly property list<int> names: {
            const wide = [];
            for (let i = 0; i < added; i++)
                wide.push(Math.ceil((repeater.itemAt(i) as TouchButton)?.inOneLine ?? 0));
            return wide;
        }
        readonly property int longest: Math.max(Theme.target, ...names)
        readonly property int whole: root.inner - home.width
        readonly property int beside: whole - root.toolsWidth - 2 * spacing - (root.upright ? 0 : Theme.target + spacing)
        readonly property int room: root.raised ? whole : beside
        readonly property int least: Theme.px(4)
        // All are as wide as the widest, where there is room for that.
        readonly property bool even: padFor(room, longest * names.length) >= least
        readonly property int padded: Math.max(least, Math.min(Theme.px(30), padFor(room, even ? longest * names.length : sum)))
        readonly property int sum: names.reduce((sum, wide) => sum + wide, 0)

        function padFor(room: int, words: int): int {
            return Math.floor(((room - words) / Math.max(1, names.length) - spacing) / 2);
        }

        visible: !root.compact
        x: home.x + home.width + spacing
        y: root.third
        spacing: Theme.gap

        Repeater {
            id: repeater

            model: root.page.doors
            onItemAdded: doors.added += 1
            onItemRemoved: doors.added -= 1

            TouchButton {
                required property int index
                required property string key
                required property string name
                required property bool current

                width: (doors.even ? doors.longest : Math.ceil(inOneLine)) + 2 * doors.padded
                height: root.rowHeight
                plain: true
                padding: 0
                family: Theme.serif
                chosen: current
                text: name
                onActivated: root.navigation.openPanel(key)
            }
        }
    }

    // What else there is to ask stands here as far as there is room, else in the reading aids.
    Row {
        id: asks

        readonly property int room: root.upright ? root.inner - act.width - Math.ceil(widest.advanceWidth) - Theme.px(48) - (root.raised ? root.toolsWidth : 0) : root.inner - (doors.x - root.margin) - doors.width - tools.width - 2 * spacing
        readonly property int pad: 2 * Theme.px(14)
        readonly property bool spelt: asked.advanceWidth + pad <= room
        readonly property int afterAsked: room - (spelt ? asked.advanceWidth + pad : Theme.target) - spacing
        readonly property bool keyed: legend.advanceWidth + pad <= afterAsked
        readonly property bool timed: keyed && hours.advanceWidth + pad + spacing <= afterAsked - legend.advanceWidth - pad

        visible: !root.compact
        anchors.right: root.upright && !root.raised ? parent.right : tools.left
        anchors.rightMargin: root.upright && !root.raised ? root.margin - Theme.px(14) : spacing
        y: root.upright ? act.y : root.third
        spacing: Theme.gap

        Quiet {
            visible: asks.timed
            height: root.rowHeight
            text: root.phrases.words.what_happened
            onActivated: root.navigation.openSheet(Sheets.events)
        }

        Quiet {
            visible: asks.keyed
            height: root.rowHeight
            text: root.phrases.words.legend
            onActivated: root.navigation.openSheet(Sheets.key)
        }

        Quiet {
            height: root.rowHeight
            icon: asks.spelt ? "" : "book"
            text: asks.spelt ? root.phrases.words.how_known : ""
            spoken: root.phrases.words.how_known
            onActivated: root.navigation.openSheet(Sheets.sources)
        }
    }

    Row {
        id: tools

        anchors.right: parent.right
        anchors.rightMargin: root.margin - Theme.px(14)
        y: root.raised ? act.y : root.third
        spacing: Theme.gap

        Quiet {
            visible: root.compact
            height: act.height
            icon: "menu"
            text: root.upright || root.inner > 20 * Theme.body ? root.phrases.words.menu : ""
            spoken: root.phrases.words.menu
            onActivated: root.navigation.toggleSheet(Sheets.menu)
        }

        LanguageButton {
            id: languageButton

            visible: text !== "" && !root.compact
            height: root.rowHeight
            text: root.nextLanguage
            preferences: root.preferences
        }

        AidsButton {
            id: aids

            compact: root.compact
            phrases: root.phrases
            navigation: root.navigation
        }
    }

    // Large text: the phases one by one.
    Row {
        id: phases

        readonly property int room: (root.upright ? root.width - root.margin : tools.x) - x - Theme.gap
        readonly property int word: room - (act.plays ? 2 * (Theme.target + spacing) : 0)

        visible: root.compact
        x: root.margin + act.width + Theme.gap
        y: act.y
        height: act.height
        spacing: Theme.gap

        Quiet {
            visible: act.plays
            height: parent.height
            padding: 0
            icon: "chevron-left"
            spoken: root.phrases.words.earlier
            enabled: root.timeline.phase > 0
            onActivated: root.timeline.openPhase(root.timeline.phase - 1)
        }

        BodyText {
            // As wide for each phase, so that the way to the next stands still.
            width: Math.min(Math.ceil(longestName.advanceWidth), phases.word)
            height: phases.height
            verticalAlignment: Text.AlignVCenter
            text: !act.plays ? root.page.overline : smallest.contentHeight <= height ? root.timeline.phaseName : `${root.timeline.phase + 1} / ${root.timeline.segments.count}`
            font.family: Theme.serif
            font.weight: Font.DemiBold
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.leastText
            lineHeight: 0.85
            wrapMode: Text.WordWrap

            // A name that has no room even in the smallest letters gives way to its place among all.
            Text {
                id: smallest

                width: parent.width
                visible: false
                text: root.timeline.phaseName
                font.family: Theme.serif
                font.weight: Font.DemiBold
                font.pixelSize: Theme.leastText
                lineHeight: 0.85
                wrapMode: Text.WordWrap
            }

            TextMetrics {
                id: longestName

                font.family: Theme.serif
                font.weight: Font.DemiBold
                font.pixelSize: Theme.body
                text: act.plays ? root.timeline.longestPhase : root.page.overline
            }
        }

        Quiet {
            visible: act.plays
            height: parent.height
            padding: 0
            icon: "chevron-right"
            spoken: root.phrases.words.later
            enabled: root.timeline.phase < root.timeline.segments.count - 1
            onActivated: root.timeline.openPhase(root.timeline.phase + 1)
        }
    }
}
