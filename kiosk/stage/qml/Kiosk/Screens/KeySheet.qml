pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// What the map's signs mean; over the map alone also what it shows.
Sheet {
    id: root

    required property Navigation navigation
    required property Atlas atlas

    readonly property bool layered: navigation.screen === Screens.maps

    title: layered ? phrases.words.layers : phrases.words.legend

    Flow {
        width: parent.width
        visible: root.layered
        spacing: Theme.gap

        Repeater {
            model: root.atlas.layers

            TouchButton {
                required property int index
                required property string key
                required property string name
                required property bool shown

                width: Math.min(implicitWidth, parent ? parent.width : implicitWidth)
                role: Accessible.CheckBox
                icon: shown ? "check" : "minus"
                text: name
                wraps: implicitWidth > width
                chosen: shown
                holdsTouch: false
                onActivated: root.atlas.toggleLayer(key)
            }
        }
    }

    DisplayText {
        width: parent.width
        topPadding: Theme.mm(4)
        visible: root.layered
        text: root.phrases.words.legend
        font.pixelSize: Theme.heading
    }

    Repeater {
        model: root.atlas.legend

        Row {
            id: meaning

            required property int index
            required property string source
            required property string text

            width: parent ? parent.width : 0
            spacing: Theme.mm(4)

            Image {
                anchors.verticalCenter: parent.verticalCenter
                visible: meaning.source !== ""
                width: Theme.mm(14)
                height: implicitHeight / Screen.devicePixelRatio
                source: meaning.source !== "" ? Theme.toned(`${meaning.source}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
            }

            BodyText {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - (meaning.source !== "" ? Theme.mm(18) : 0)
                text: meaning.text
            }
        }
    }

    BodyText {
        width: parent.width
        text: root.atlas.credit
        color: Theme.muted
    }
}
