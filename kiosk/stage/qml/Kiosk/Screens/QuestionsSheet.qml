pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// Everything that sources disagree on, beside each other where there is room; a touch opens the question.
Sheet {
    id: root

    required property Navigation navigation
    required property Evidence evidence

    title: phrases.words.tab_disagreements
    space: Theme.mm(5)

    component Group: Column {
        id: group

        required property int index
        required property string modelData

        readonly property bool paired: width > 36 * Theme.body
        readonly property int column: paired ? Math.floor((width - Theme.gap) / 2) : width

        width: parent ? parent.width : 0
        spacing: Theme.mm(3)

        BodyText {
            width: parent.width
            visible: text !== ""
            text: group.modelData
            heading: true
            color: Theme.muted
        }

        Flow {
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: root.evidence.questions

                TouchButton {
                    required property string ref
                    required property string name
                    required property bool detail
                    required property bool current

                    visible: root.evidence.groups.length < 2 || detail === (group.index > 0)
                    plain: true
                    width: group.column
                    text: name
                    wraps: true
                    chosen: current
                    holdsTouch: false
                    onActivated: root.navigation.follow(ref)
                }
            }
        }
    }

    Repeater {
        model: root.evidence.groups.length > 0 ? root.evidence.groups : [""]

        Group {}
    }
}
