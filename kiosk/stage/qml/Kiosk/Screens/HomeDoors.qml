pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// The four doors of home, sign language, language and reading aids.
Item {
    id: root

    required property Phrasebook phrases
    required property Navigation navigation
    required property Preferences preferences
    required property Page page
    required property FilmPlayer film
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
    // their names, and sign language then above both; else all stand beneath the doors.
    readonly property bool sideBySide: brief || beneath || signed.visible
    readonly property int paired: Math.ceil((language.visible ? language.implicitWidth + Theme.gap : 0) + aids.implicitWidth) - aids.padding
    readonly property int inOneRow: paired + (signed.visible ? Math.ceil(signed.implicitWidth) + Theme.gap : 0)
    readonly property int stacked: Math.ceil(Math.max(...signed.visible ? [signed.implicitWidth, paired] : [language.implicitWidth - language.padding, aids.implicitWidth - aids.padding]))
    readonly property int toolsAside: (brief ? inOneRow : stacked) + doors.spacing
    readonly property int abreast: upright ? 2 : 4
    readonly property bool beneath: (upright || brief) && width - 2 * margin - toolsAside < abreast * (doorLeast + doors.spacing) - doors.spacing
    readonly property bool inRow: beneath ? inOneRow <= width - 2 * margin : brief
    readonly property int toolsWidth: beneath ? 0 : toolsAside
    readonly property int doorsRoom: width - 2 * margin - toolsWidth
    readonly property int columns: !upright && doorsRoom >= 4 * doorLeast + 3 * doors.spacing ? 4 : 2
    readonly property int doorWidth: Math.floor((doorsRoom + doors.spacing) / columns) - doors.spacing

    readonly property int toolsTop: beneath ? doors.height + Theme.gap : 0
    readonly property int aidsTop: toolsTop + (signed.visible && !inRow ? signed.height + Theme.gap : language.visible && !sideBySide ? language.height + Theme.gap : 0)

    implicitHeight: Math.max(doors.height + Theme.px(24), aidsTop + aids.height + aids.beneath)

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

    SignedButton {
        id: signed

        x: root.width - root.margin - width - (root.inRow ? root.paired + Theme.gap : 0)
        y: root.inRow ? aids.y : root.toolsTop
        padding: Theme.px(14)
        phrases: root.phrases
        film: root.film
        page: root.page
    }

    LanguageButton {
        id: language

        anchors.right: root.sideBySide ? aids.left : parent.right
        anchors.rightMargin: root.sideBySide ? Theme.gap : root.margin - padding
        y: root.sideBySide ? aids.y : 0
        height: root.sideBySide ? aids.height : implicitHeight
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
