pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Everything that sources disagree on; a touch opens the question.
Sheet {
    id: root

    title: stage.words.tab_disagreements
    onClosed: stage.navigation.closeSheet()

    Repeater {
        model: root.stage.evidence.questions

        TouchButton {
            required property int index
            required property string name
            required property bool current

            width: parent ? parent.width : 0
            text: name
            wraps: true
            chosen: current
            holdsTouch: false
            onActivated: root.stage.navigation.openDisagreement(index)
        }
    }
}
