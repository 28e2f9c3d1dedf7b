pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Home, the four doors, language and reading aids. A swipe along it turns to the next panel.
Item {
    id: root

    required property Stage stage
    required property bool tall

    readonly property bool portrait: Window.window ? Window.window.height > Window.window.width : false
    readonly property int toolsWidth: tools.implicitWidth + Theme.gap
    // The doors that are made already; they may come one by one.
    property int added: 0
    readonly property int doorLeast: {
        let least = Theme.target;
        for (let i = 0; i < added; i++)
            least = Math.max(least, (repeater.itemAt(i) as Door)?.nameWidth ?? 0);
        return Math.ceil(least);
    }
    readonly property int doorColumns: {
        const room = stacked ? width : width - toolsWidth;
        return room >= 4 * doorLeast ? 4 : 2;
    }
    readonly property bool stacked: portrait
    readonly property int doorRows: Math.ceil(4 / doorColumns)
    readonly property int doorWidth: Math.floor((stacked ? width : width - toolsWidth) / doorColumns)
    readonly property int toolHeight: Math.max(Theme.target + Theme.mm(4), Theme.body * 1.8)

    height: doors.height + (stacked ? toolHeight : 0)

    Rectangle {
        anchors.fill: parent
        color: Theme.highContrast ? "#000000" : "#0b0e12"
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
        x: root.stacked ? 0 : root.tall ? Theme.margin - Theme.mm(3) : home.width

        Repeater {
            id: repeater

            onItemAdded: root.added += 1
            onItemRemoved: root.added -= 1
            model: root.stage.page.doors

            Door {
                stage: root.stage
                tall: root.tall
                width: root.stacked ? root.doorWidth : Math.floor((root.width - root.toolsWidth) / root.doorColumns)
            }
        }
    }

    TouchButton {
        id: home

        visible: !root.stacked && !root.tall
        anchors.left: parent.left
        y: 0
        height: doors.height
        framed: false
        icon: "home"
        spoken: root.stage.words.home
        onActivated: root.stage.navigation.goHome()
    }

    Row {
        id: tools

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: root.stacked ? root.toolHeight : doors.height
        leftPadding: root.stacked ? 0 : home.width

        TouchButton {
            visible: root.stacked && !root.tall
            height: parent.height
            framed: false
            icon: "home"
            spoken: root.stage.words.home
            onActivated: root.stage.navigation.goHome()
        }

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
            spoken: root.stage.words.comfort
            chosen: root.stage.navigation.sheet === "comfort"
            onActivated: root.stage.navigation.toggleSheet("comfort")
        }
    }
}
