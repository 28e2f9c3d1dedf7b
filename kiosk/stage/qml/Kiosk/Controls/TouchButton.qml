pragma ComponentBehavior: Bound

import QtQuick

// A touch target of 20 mm or more that acts on release and lets go when slid off.
Item {
    id: root

    property string text
    property string spoken: text
    property string icon
    property bool chosen: false
    property bool framed: true
    property bool filled: false
    property bool holdsTouch: true
    property bool wraps: false
    property int padding: Theme.mm(5)
    property int textSize: Theme.body
    property string family: Theme.sans

    readonly property color tint: chosen || filled ? Theme.ink : framed ? Theme.amber : Theme.paper

    readonly property int iconSide: Math.max(Theme.mm(8), textSize)
    readonly property alias pressed: tap.pressed

    // The words in one line, whether they wrap or not: so a button that wraps knows what it lacks.
    readonly property real inOneLine: (icon === "" ? 0 : iconSide) + (icon === "" || text === "" ? 0 : row.spacing) + (text === "" ? 0 : words.implicitWidth)

    signal activated

    implicitWidth: Math.max(Theme.target, inOneLine + 2 * padding)
    implicitHeight: Math.max(Theme.target, Math.round(Math.max(textSize, Theme.body) * 1.5), wraps ? row.implicitHeight + Theme.mm(4) : 0)
    activeFocusOnTab: true

    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.onPressAction: activated()
    Keys.onReturnPressed: activated()
    Keys.onEnterPressed: activated()
    Keys.onSpacePressed: activated()

    Rectangle {
        anchors.fill: parent
        color: root.chosen || root.filled ? Theme.amber : tap.pressed ? Theme.inkRaised : root.framed ? Theme.ink : "transparent"
        border.color: root.activeFocus ? Theme.paper : root.framed ? (root.chosen || root.filled || tap.pressed ? Theme.amber : Theme.rule) : "transparent"
        border.width: root.activeFocus ? 3 * Theme.hairline : Theme.hairline
        radius: Theme.mm(1)
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.mm(2.5)

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
            text: root.text
            color: root.tint
            font.family: root.family
            font.pixelSize: root.textSize
            wrapMode: root.wraps ? Text.WordWrap : Text.NoWrap
        }
    }

    TapHandler {
        id: tap

        longPressThreshold: 0 // a slow finger presses too
        gesturePolicy: root.holdsTouch ? TapHandler.ReleaseWithinBounds : TapHandler.DragThreshold
        onTapped: root.activated()
    }
}
