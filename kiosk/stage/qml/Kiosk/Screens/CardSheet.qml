pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// What a touched name stands for, in place.
Sheet {
    id: root

    overline: stage.card.overline
    title: stage.card.title
    second: stage.card.second
    onClosed: stage.navigation.closeCard()

    Repeater {
        model: root.stage.card.pictures

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
                height: implicitHeight / Screen.devicePixelRatio
                source: width > 0 ? `${drawing.source}/${Math.round(width * Screen.devicePixelRatio)}` : ""
            }
        }
    }

    LinkedText {
        width: parent.width
        visible: text !== ""
        stage: root.stage
        text: root.stage.card.body
    }

    FactList {
        width: parent.width
        stage: root.stage
        facts: root.stage.card.facts
    }

    Column {
        width: parent.width
        visible: root.stage.card.sources !== ""

        BodyText {
            width: parent.width
            text: root.stage.words.sources
            color: Theme.muted
        }

        BodyText {
            width: parent.width
            text: root.stage.card.sources
            color: Theme.muted
        }
    }
}
