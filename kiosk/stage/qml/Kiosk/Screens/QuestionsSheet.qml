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

        TouchButton {
            required property int index
            required property string name
            required property bool current

            width: parent ? parent.width : 0
            text: name
            wraps: true
            chosen: current
            holdsTouch: false
            onActivated: root.navigation.openDisagreement(index)
        }
    }
}
