pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage

// Home, the four doors, language and reading aids. A swipe along it turns to the next panel.
Item {
    id: root

    required property Stage stage
    required property bool tall

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
                root.stage.navigation.nextPanel();
            else if (across > Theme.mm(12))
                root.stage.navigation.previousPanel();
        }
    }

    Grid {
        id: doors

        columns: root.doorColumns
        x: root.doorsLeft
        spacing: Theme.gap

        Repeater {
            id: repeater

            onItemAdded: root.added += 1
            onItemRemoved: root.added -= 1
            model: root.stage.page.doors

            Door {
                stage: root.stage
                tall: root.tall
                width: root.doorWidth
            }
        }
    }

    TouchButton {
        id: home

        visible: !root.tall
        x: root.stacked ? Theme.margin - padding : 0
        y: root.stacked ? root.height - height : 0
        height: root.stacked ? root.toolHeight : doors.height
        framed: false
        icon: "home"
        text: root.stacked && !Theme.large ? root.stage.words.home : ""
        spoken: root.stage.words.home
        onActivated: root.stage.navigation.goHome()
    }

    Row {
        id: tools

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: root.stacked || root.tall ? root.toolHeight : doors.height
        leftPadding: root.stacked ? 0 : home.width
        spacing: Theme.gap

        TouchButton {
            visible: root.stage.manyLanguages
            height: parent.height
            framed: false
            text: root.stage.nextLanguageName
            onActivated: root.stage.preferences.nextLanguage()
        }

        TouchButton {
            height: parent.height
            framed: false
            icon: "text-size"
            text: Theme.large ? "" : root.stage.words.comfort
            spoken: root.stage.words.comfort
            chosen: root.stage.navigation.sheet === Sheets.comfort
            onActivated: root.stage.navigation.toggleSheet(Sheets.comfort)
        }
    }
}
