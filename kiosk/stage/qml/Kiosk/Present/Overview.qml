pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// All slides side by side; a touch opens one.
Rectangle {
    id: root

    required property Deck deck

    readonly property Delivery delivery: deck.delivery
    readonly property int gap: Math.round(width / 80)

    color: Theme.ink

    GridView {
        id: grid

        anchors.fill: parent
        anchors.margins: root.gap
        cellWidth: Math.floor(width / root.delivery.columns)
        cellHeight: Math.round(cellWidth * 9 / 16)
        boundsBehavior: Flickable.StopAtBounds
        model: root.deck.slips
        currentIndex: root.delivery.cursor
        highlightFollowsCurrentItem: true
        highlightMoveDuration: Theme.fade

        delegate: Item {
            id: cell

            required property int index
            required property int number
            required property string kicker
            required property string title
            required property string view
            required property string picture

            width: grid.cellWidth
            height: grid.cellHeight

            Slip {
                anchors.fill: parent
                anchors.margins: root.gap / 2
                number: cell.number
                kicker: cell.kicker
                title: cell.title
                view: cell.view
                picture: cell.picture
                marked: cell.index === root.delivery.cursor
                here: cell.index === root.delivery.slide
            }

            TapHandler {
                onTapped: root.delivery.jump(cell.index)
            }
        }
    }
}
