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
    // Sign language, language and reading aids stand beside the doors, above one another if these have
    // lines beneath their names; else beneath them.
    readonly property int paired: Math.ceil((language.visible ? language.implicitWidth + Theme.gap : 0) + aids.implicitWidth)
    readonly property int inOneRow: paired + (signed.visible ? Math.ceil(signed.implicitWidth) + Theme.gap : 0)
    readonly property int stacked: Math.ceil(Math.max(...signed.visible ? [signed.implicitWidth, paired] : [language.implicitWidth, aids.implicitWidth]))
    readonly property int toolsAside: (brief ? inOneRow : stacked) + doors.spacing
    readonly property int abreast: upright ? 2 : 4
    readonly property bool beneath: (upright || brief) && width - 2 * margin - toolsAside < abreast * (doorLeast + doors.spacing) - doors.spacing
    readonly property bool inRow: beneath ? inOneRow <= width - 2 * margin : brief
    readonly property int toolHeight: brief && !beneath && added > 0 ? repeater.itemAt(0).height : language.implicitHeight
    readonly property int toolsWidth: beneath ? 0 : toolsAside
    readonly property int doorsRoom: width - 2 * margin - toolsWidth
    readonly property int columns: !upright && doorsRoom >= 4 * doorLeast + 3 * doors.spacing ? 4 : 2
    readonly property int doorWidth: Math.floor((doorsRoom + doors.spacing) / columns) - doors.spacing

    implicitHeight: Math.max(doors.height, aids.y + aids.height, signed.visible ? signed.y + signed.height : 0) + Theme.px(24)

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
        y: root.inRow ? aids.y : root.beneath ? aids.y + aids.height + Theme.gap : 0
        height: root.toolHeight
        padding: Theme.px(14)
        phrases: root.phrases
        film: root.film
        page: root.page
    }

    LanguageButton {
        id: language

        readonly property bool beside: root.brief || root.beneath || signed.visible

        anchors.right: beside ? aids.left : parent.right
        anchors.rightMargin: beside ? Theme.gap : root.margin
        y: beside ? aids.y : 0
        height: root.toolHeight
        text: root.nextLanguage
        preferences: root.preferences
    }

    AidsButton {
        id: aids

        anchors.right: parent.right
        anchors.rightMargin: root.margin
        y: root.beneath ? doors.height + Theme.gap : root.brief ? 0 : Math.max(doors.height - height, signed.visible ? signed.height + Theme.gap : language.visible ? language.height + Theme.gap : 0)
        height: root.toolHeight
        phrases: root.phrases
        navigation: root.navigation
    }
}
