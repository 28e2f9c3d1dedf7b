pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// What the map shows and what its signs mean.
Sheet {
    id: root

    title: stage.words.layers

    Repeater {
        model: root.stage.atlas.layers

        TouchButton {
            required property int index
            required property string key
            required property string name
            required property bool shown

            icon: shown ? "check" : "minus"
            text: name
            chosen: shown
            holdsTouch: false
            onActivated: root.stage.atlas.toggleLayer(key)
        }
    }

    DisplayText {
        width: parent.width
        topPadding: Theme.mm(6)
        text: root.stage.words.legend
        font.pixelSize: Theme.heading
    }

    Repeater {
        model: root.stage.atlas.legend

        Row {
            id: meaning

            required property int index
            required property string symbol
            required property string text

            width: parent ? parent.width : 0
            spacing: Theme.mm(4)

            Image {
                anchors.verticalCenter: parent.verticalCenter
                visible: meaning.symbol !== ""
                source: meaning.symbol !== "" ? `image://${meaning.symbol}/${Theme.mm(14)}` : ""
            }

            BodyText {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - (meaning.symbol !== "" ? Theme.mm(18) : 0)
                text: meaning.text
            }
        }
    }
}
