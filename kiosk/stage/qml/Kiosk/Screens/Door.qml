pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Visit

// The way into a panel: its name, and on the home screen a line on what is behind it.
Item {
    id: root

    required property Navigation navigation
    required property bool tall
    required property int index
    required property string key
    required property string name
    required property string second
    required property string line
    required property bool current

    readonly property real nameWidth: nameText.implicitWidth + Theme.mm(tall ? 6 : 4)

    height: Math.max(Theme.target + Theme.mm(4), lines.height + Theme.mm(tall ? 12 : 5))
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.onPressAction: navigation.openPanel(key)
    Keys.onReturnPressed: navigation.openPanel(key)
    Keys.onSpacePressed: navigation.openPanel(key)

    Rectangle {
        anchors.fill: parent
        color: root.current || tap.pressed ? Theme.inkRaised : "transparent"
        border.color: Theme.paper
        border.width: root.activeFocus ? 3 * Theme.hairline : 0
    }

    Rectangle {
        width: parent.width - (root.tall ? Theme.mm(6) : 0)
        height: root.current || root.tall ? Theme.mm(1) : 0
        x: root.tall ? Theme.mm(3) : 0
        color: Theme.amber
    }

    Column {
        id: lines

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.mm(root.tall ? 3 : 1)
        width: parent.width - 2 * x
        spacing: Theme.mm(root.tall ? 1.5 : 0)

        DisplayText {
            id: nameText

            width: parent.width
            balanced: false
            text: root.name
            color: root.current || root.tall ? Theme.paper : Theme.muted
            horizontalAlignment: root.tall ? Text.AlignLeft : Text.AlignHCenter
            font.pixelSize: root.tall ? Theme.heading : Theme.body
        }

        BodyText {
            width: parent.width
            visible: text !== "" && !Theme.large
            text: root.second
            color: Theme.muted
            horizontalAlignment: root.tall ? Text.AlignLeft : Text.AlignHCenter
            font.pixelSize: Theme.leastText
            lineHeight: 0.9
        }

        BodyText {
            width: parent.width
            visible: root.tall && text !== "" && !Theme.large
            balanced: true
            text: root.line
        }
    }

    TapHandler {
        id: tap

        longPressThreshold: 0
        onTapped: root.navigation.openPanel(root.key)
    }
}
