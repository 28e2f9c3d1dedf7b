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

    Paragraphs {
        width: parent.width
        visible: text !== ""
        navigation: root.navigation
        text: root.card.body
    }

    Repeater {
        model: root.card.pictures

        Item {
            id: drawing

            required property int index
            required property string alt
            required property string credit
            required property string source

            width: parent ? parent.width : 0
            height: large.height + rights.height
            Accessible.role: Accessible.Graphic
            Accessible.name: alt
            Accessible.ignored: !visible

            Image {
                id: large

                width: drawing.width
                // A life leaves a photograph half of the page; a drawing has one to itself, for its words.
                height: Math.min(implicitHeight / Screen.devicePixelRatio, root.card.knots.count > 0 ? root.room * 0.5 - rights.height : root.room)
                fillMode: Image.PreserveAspectFit
                horizontalAlignment: Image.AlignLeft
                source: width > 0 ? Theme.toned(`${drawing.source}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
            }

            BodyText {
                id: rights

                anchors.top: large.bottom
                width: parent.width
                visible: text !== ""
                height: visible ? implicitHeight : 0
                text: drawing.credit
                color: Theme.muted
            }
        }
    }

    Thread {
        width: parent.width
        visible: knots.count > 0
        navigation: root.navigation
        knots: root.card.knots
    }

    FactList {
        width: parent.width
        visible: facts.count > 0
        navigation: root.navigation
        facts: root.card.facts
    }

    WebAddress {
        width: parent.width
        phrases: root.phrases
        web: root.card.web
    }

    BodyText {
        width: parent.width
        visible: text !== ""
        text: root.card.lacking
        color: Theme.muted
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

        LinkedText {
            width: parent.width
            navigation: root.navigation
            text: root.card.sources
            color: Theme.muted
        }
    }
}
