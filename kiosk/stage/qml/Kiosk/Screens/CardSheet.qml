import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// What a touched name stands for, in place.
Sheet {
    id: root

    overline: stage.cardOverline
    title: stage.cardTitle
    second: stage.cardSecond
    onClosed: stage.navigation.closeCard()

    LinkedText {
        width: parent.width
        visible: text !== ""
        stage: root.stage
        text: root.stage.cardBody
    }

    FactList {
        width: parent.width
        stage: root.stage
        facts: root.stage.facts
    }

    Column {
        width: parent.width
        visible: root.stage.cardSources !== ""

        BodyText {
            width: parent.width
            text: root.stage.words.sources
            color: Theme.muted
        }

        BodyText {
            width: parent.width
            text: root.stage.cardSources
            color: Theme.muted
        }
    }
}
