pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// The four doors of home, language and reading aids.
Item {
    id: root

    required property Phrasebook phrases
    required property Navigation navigation
    required property Preferences preferences
    required property Page page
    required property string nextLanguage
    required property int margin

    readonly property bool upright: Theme.upright
    // The doors that are made already; they may come one by one.
    property int added: 0
    readonly property int doorLeast: {
        let least = Theme.target;
        for (let i = 0; i < added; i++)
            least = Math.max(least, (repeater.itemAt(i) as Door)?.nameWidth ?? 0);
        return Math.ceil(least);
    }
    readonly property bool brief: Theme.large
    // Language and reading aids stand above one another beside the doors, else beneath them.
    readonly property int toolsAside: Math.ceil(Math.max(language.implicitWidth, aids.implicitWidth)) + doors.spacing
    readonly property bool beneath: brief || (upright && width - 2 * margin - toolsAside < 2 * doorLeast + doors.spacing)
    readonly property int toolsWidth: beneath ? 0 : toolsAside
    readonly property int doorsRoom: width - 2 * margin - toolsWidth
    readonly property int columns: !upright && doorsRoom >= 4 * doorLeast + 3 * doors.spacing ? 4 : 2
    readonly property int doorWidth: Math.floor((doorsRoom + doors.spacing) / columns) - doors.spacing

    implicitHeight: Math.max(doors.height, aids.y + aids.height) + Theme.px(24)

    Grid {
        id: doors

        x: root.margin
        columns: root.columns
        spacing: Theme.px(18)

        Repeater {
            id: repeater

            model: root.page.doors
            onItemAdded: root.added += 1
            onItemRemoved: root.added -= 1

            Door {
                navigation: root.navigation
                width: root.doorWidth
                brief: root.brief
            }
        }
    }

    LanguageButton {
        id: language

        anchors.right: root.beneath ? aids.left : parent.right
        anchors.rightMargin: root.beneath ? Theme.gap : root.margin
        y: root.beneath ? aids.y : 0
        text: root.nextLanguage
        preferences: root.preferences
    }

    AidsButton {
        id: aids

        anchors.right: parent.right
        anchors.rightMargin: root.margin
        y: root.beneath ? doors.height + Theme.gap : Math.max(doors.height - height, language.visible ? language.height + Theme.gap : 0)
        phrases: root.phrases
        navigation: root.navigation
    }
}
