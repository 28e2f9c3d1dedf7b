import QtQuick
import Kiosk.Controls

// A slide in brief: itself in small with its number; before that is drawn, its title and its ground.
Item {
    id: root

    required property int number
    required property string kicker
    required property string title
    required property string view
    required property string picture
    property bool marked: false
    property bool here: false

    readonly property int px: Math.round(height / 8)
    readonly property bool drawn: picture !== ""

    Rectangle {
        anchors.fill: parent
        color: Theme.inkRaised
    }

    Image {
        id: ground

        anchors.fill: parent
        transform: Face {
            of: ground
        }
        opacity: 0.8
        visible: !root.drawn
        fillMode: Image.PreserveAspectCrop
        source: width > 0 && visible ? Theme.toned(`image://views/${root.view}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
    }

    Rectangle {
        anchors.fill: parent
        visible: !root.drawn
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.rgba(Theme.ink.r, Theme.ink.g, Theme.ink.b, 0.1)
            }

            GradientStop {
                position: 0.85
                color: Qt.rgba(Theme.ink.r, Theme.ink.g, Theme.ink.b, 0.92)
            }
        }
    }

    Image {
        id: small

        anchors.fill: parent
        transform: Face {
            of: small
        }
        visible: root.drawn
        fillMode: Image.PreserveAspectFit
        mipmap: true
        source: root.picture
    }

    Rectangle {
        anchors.fill: label
        anchors.margins: -Math.round(root.px * 0.3)
        visible: root.drawn
        color: Theme.ink
    }

    NoteText {
        id: label

        anchors.left: root.drawn ? undefined : parent.left
        anchors.leftMargin: root.px * 0.6
        anchors.right: root.drawn ? parent.right : undefined
        anchors.rightMargin: root.px * 0.6
        y: root.px * 0.4
        text: root.number
        color: root.marked ? Theme.amber : Theme.paper
        lineHeight: 1
        wrapMode: Text.NoWrap
        font.weight: Font.Bold
        font.pixelSize: Math.round(root.px * 1.3)
    }

    Column {
        visible: !root.drawn
        x: root.px * 0.6
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.px * 0.5
        width: parent.width - 2 * x

        NoteText {
            width: parent.width
            visible: text !== ""
            text: root.kicker
            color: Theme.muted
            lineHeight: 1
            wrapMode: Text.NoWrap
            font.pixelSize: Math.round(root.px * 0.85)
            elide: Text.ElideRight
        }

        NoteText {
            width: parent.width
            text: root.title
            lineHeight: 1
            font.family: Theme.serif
            font.weight: Font.DemiBold
            font.pixelSize: root.px
            maximumLineCount: 3
            elide: Text.ElideRight
        }
    }

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.color: root.marked ? Theme.amber : root.here ? Theme.paper : "transparent"
        border.width: Math.max(2, Math.round(root.px * 0.25))
    }
}
