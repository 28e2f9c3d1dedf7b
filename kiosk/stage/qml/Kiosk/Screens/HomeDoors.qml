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
    // Language and reading aids stand beside the doors, above one another if these have lines beneath
    // their names; else beneath them.
    readonly property bool inRow: brief || beneath
    readonly property int toolsAside: Math.ceil(brief ? language.implicitWidth + Theme.gap + aids.implicitWidth : Math.max(language.implicitWidth, aids.implicitWidth)) - aids.padding + doors.spacing
    readonly property int abreast: upright ? 2 : 4
    readonly property bool beneath: (upright || brief) && width - 2 * margin - toolsAside < abreast * (doorLeast + doors.spacing) - doors.spacing
    readonly property int toolsWidth: beneath ? 0 : toolsAside
    readonly property int doorsRoom: width - 2 * margin - toolsWidth
    readonly property int columns: !upright && doorsRoom >= 4 * doorLeast + 3 * doors.spacing ? 4 : 2
    readonly property int doorWidth: Math.floor((doorsRoom + doors.spacing) / columns) - doors.spacing

    readonly property int toolsTop: beneath ? doors.height + Theme.gap : language.visible && !brief ? language.height + Theme.gap : 0

    implicitHeight: Math.max(doors.height + Theme.px(24), toolsTop + aids.height + aids.beneath)

    Rectangle {
        visible: root.beneath
        y: root.toolsTop
        width: root.width
        height: root.height - y
        color: Theme.bar
    }

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

        anchors.right: root.inRow ? aids.left : parent.right
        anchors.rightMargin: root.inRow ? Theme.gap : root.margin - padding
        y: root.inRow ? aids.y : 0
        height: root.inRow ? aids.height : implicitHeight
        text: root.nextLanguage
        preferences: root.preferences
    }

    AidsButton {
        id: aids

        anchors.right: parent.right
        anchors.rightMargin: root.margin - padding
        y: root.implicitHeight - height - beneath
        phrases: root.phrases
        navigation: root.navigation
    }
}
