pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// Everything that sources disagree on; a touch opens the question.
Sheet {
    id: root

    required property Navigation navigation
    required property Evidence evidence

    title: phrases.words.tab_disagreements

    Repeater {
        model: root.evidence.questions

        Column {
            id: question

            required property int index
            required property string heading
            required property string name
            required property bool current

            width: parent ? parent.width : 0
            spacing: Theme.mm(3)

            BodyText {
                width: parent.width
                topPadding: question.index > 0 ? Theme.mm(5) : 0
                visible: text !== ""
                text: question.heading
                heading: true
                color: Theme.muted
            }

            TouchButton {
                width: parent.width
                text: Theme.together(question.name)
                wraps: true
                chosen: question.current
                holdsTouch: false
                onActivated: root.navigation.openDisagreement(question.index)
            }
        }
    }
}
