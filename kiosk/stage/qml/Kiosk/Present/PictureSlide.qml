pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// A drawing as large as the slide.
Item {
    id: root

    required property Deck deck
    required property SlideFrame frame

    readonly property int across: width - 2 * frame.margin
    readonly property int down: height - 2 * frame.margin - title.height - Theme.mm(5)

    DisplayText {
        id: title

        anchors.left: parent.left
        anchors.leftMargin: root.frame.margin
        y: root.frame.margin
        width: root.across
        text: root.deck.title
        font.pixelSize: Theme.heading
    }

    Repeater {
        model: root.deck.pictures

        Image {
            id: drawing

            required property string alt
            required property string address

            anchors.left: parent?.left
            anchors.leftMargin: root.frame.margin
            y: title.y + title.height + Theme.mm(5)
            width: root.across
            height: root.down
            source: width > 0 ? Theme.toned(`${address}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
            fillMode: Image.PreserveAspectFit
            transform: Face {
                of: drawing
            }
            Accessible.role: Accessible.Graphic
            Accessible.name: alt
        }
    }
}
