pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Visit

// Text for reading on a card: no paragraph has more than three lines, but for a long sentence. Large
// text has pages that end with a sentence instead.
Column {
    id: root

    required property Navigation navigation
    required property string text

    spacing: Theme.px(10)

    TextMetrics {
        id: letters

        font.family: Theme.sans
        font.pixelSize: Theme.body
    }

    Repeater {
        model: root.text === "" ? [] : Theme.large ? [root.text] : Theme.paragraphs(root.text, letters.font, root.width)

        LinkedText {
            required property string modelData

            width: root.width
            navigation: root.navigation
            text: modelData
        }
    }
}
