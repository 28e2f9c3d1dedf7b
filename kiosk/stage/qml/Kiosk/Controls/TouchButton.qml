pragma ComponentBehavior: Bound

import QtQuick

// Words, an icon, or both, to press.
Touchable {
    id: root

    property string text
    property string icon
    // The icon stands after the words.
    property bool trailing: false
    property bool wraps: false
    property int padding: Theme.mm(5)
    property int textSize: Theme.body
    property string family: Theme.sans

    readonly property int iconSide: Math.max(Theme.mm(8), textSize)

    // The words in one line, whether they wrap or not: so a button that wraps knows what it lacks.
    readonly property real inOneLine: (icon === "" ? 0 : iconSide) + (icon === "" || text === "" ? 0 : row.spacing) + (text === "" ? 0 : words.implicitWidth)

    spoken: text
    implicitWidth: Math.max(Theme.target, inOneLine + 2 * padding)
    implicitHeight: Math.max(Theme.target, Math.round(Math.max(textSize, Theme.body) * 1.5), wraps ? row.implicitHeight + Theme.mm(4) : 0)

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.mm(2.5)
        layoutDirection: root.trailing ? Qt.RightToLeft : Qt.LeftToRight

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.icon !== ""
            name: root.icon
            colour: root.tint
            side: root.iconSide
        }

        BodyText {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            visible: root.text !== ""
            width: root.wraps ? root.width - 2 * root.padding - (root.icon === "" ? 0 : root.iconSide + row.spacing) : Math.min(implicitWidth, root.parent ? root.parent.width : implicitWidth)
            text: Theme.together(root.text)
            color: root.tint
            font.family: root.family
            font.pixelSize: root.textSize
            font.weight: root.filled ? Font.Bold : Font.Normal
            wrapMode: root.wraps ? Text.WordWrap : Text.NoWrap
        }
    }
}
