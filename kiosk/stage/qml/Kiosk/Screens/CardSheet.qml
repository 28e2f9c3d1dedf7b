pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// What a touched name stands for, in place.
Sheet {
    id: root

    required property Navigation navigation
    required property Card card

    overline: card.overline
    title: card.title
    second: card.second

    Repeater {
        model: root.card.pictures

        Item {
            id: drawing

            required property int index
            required property string alt
            required property string source

            width: parent ? parent.width : 0
            height: large.height
            Accessible.role: Accessible.Graphic
            Accessible.name: alt

            Image {
                id: large

                width: drawing.width
                height: Math.min(implicitHeight / Screen.devicePixelRatio, root.room)
                fillMode: Image.PreserveAspectFit
                horizontalAlignment: Image.AlignLeft
                source: width > 0 ? Theme.toned(`${drawing.source}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
            }
        }
    }

    LinkedText {
        width: parent.width
        visible: text !== ""
        navigation: root.navigation
        text: root.card.body
    }

    FactList {
        width: parent.width
        navigation: root.navigation
        facts: root.card.facts
    }

    Column {
        width: parent.width
        visible: root.card.sources !== ""

        BodyText {
            width: parent.width
            text: root.phrases.words.sources
            heading: true
            color: Theme.muted
        }

        BodyText {
            width: parent.width
            text: root.card.sources
            color: Theme.muted
        }
    }
}
