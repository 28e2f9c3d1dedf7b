pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// Home, the four doors, language and reading aids. A swipe along it turns to the next panel.
Item {
    id: root

    required property Phrasebook phrases
    required property Navigation navigation
    required property Preferences preferences
    required property Page page
    required property bool tall
    // Empty where there is none to change to.
    required property string nextLanguage

    readonly property bool portrait: Window.window ? Window.window.height > Window.window.width : false
    readonly property int toolsWidth: tools.implicitWidth + 2 * Theme.gap
    // The doors that are made already; they may come one by one.
    property int added: 0
    readonly property int doorLeast: {
        let least = Theme.target;
        for (let i = 0; i < added; i++)
            least = Math.max(least, (repeater.itemAt(i) as Door)?.nameWidth ?? 0);
        return Math.ceil(least);
    }
    readonly property int doorsLeft: tall ? Theme.margin - Theme.mm(3) : stacked ? 0 : home.width + Theme.gap
    readonly property int doorsRoom: stacked ? width - 2 * doorsLeft : width - toolsWidth
    readonly property int doorColumns: doorsRoom >= 4 * doorLeast + 3 * Theme.gap ? 4 : 2
    readonly property bool stacked: portrait
    readonly property int doorRows: Math.ceil(4 / doorColumns)
    readonly property int doorWidth: Math.floor((doorsRoom + Theme.gap) / doorColumns) - Theme.gap
    readonly property int toolHeight: Math.max(Theme.target + Theme.mm(4), Theme.body * 1.8)

    height: Math.ceil(doors.height + (stacked ? Theme.gap + toolHeight : 0))

    Rectangle {
        anchors.fill: parent
        color: Theme.bar
    }

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.rule
        opacity: 0.6
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

    Grid {
        id: doors

        columns: root.doorColumns
        anchors.left: parent.left
        anchors.leftMargin: root.doorsLeft
        spacing: Theme.gap

        Repeater {
            id: repeater

            onItemAdded: root.added += 1
            onItemRemoved: root.added -= 1
            model: root.page.doors

            Door {
                navigation: root.navigation
                tall: root.tall
                width: root.doorWidth
            }
        }
    }

    TouchButton {
        id: home

        visible: !root.tall
        anchors.left: parent.left
        anchors.leftMargin: root.stacked ? Theme.margin - padding : 0
        y: root.stacked ? root.height - height : 0
        height: root.stacked ? root.toolHeight : doors.height
        plain: true
        icon: "home"
        text: root.stacked && !Theme.large ? root.phrases.words.home : ""
        spoken: root.phrases.words.home
        onActivated: root.navigation.goHome()
    }

    Row {
        id: tools

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: root.stacked || root.tall ? root.toolHeight : doors.height
        leftPadding: root.stacked ? 0 : home.width
        spacing: Theme.gap

        TouchButton {
            visible: root.nextLanguage !== ""
            height: parent.height
            plain: true
            text: root.nextLanguage
            onActivated: root.preferences.nextLanguage()
        }

        TouchButton {
            height: parent.height
            plain: true
            icon: "text-size"
            text: Theme.large ? "" : root.phrases.words.comfort
            spoken: root.phrases.words.comfort
            chosen: root.navigation.sheet === Sheets.comfort
            onActivated: root.navigation.toggleSheet(Sheets.comfort)
        }
    }
}
