pragma ComponentBehavior: Bound

import QtQuick

// Where the keys are in a text: a rule beneath the sentence that they have stepped to.
Item {
    id: root

    required property Words words
    required property int number

    // Line by line: its number, from where, to where.
    readonly property list<var> stretches: Theme.stretches(words.styled(), words.font, room, (words as LinkedText)?.early ?? {}, number)
    readonly property real room: words.width - words.leftPadding - words.rightPadding
    readonly property real pitch: words.contentHeight / Math.max(1, words.lineCount)

    // Its first line.
    readonly property alias begins: begins

    objectName: "SentenceMark"
    parent: words
    anchors.fill: parent

    Item {
        id: begins

        y: root.words.topPadding + (root.stretches[0]?.[0] ?? 0) * root.pitch
    }

    Repeater {
        model: root.stretches

        Rectangle {
            required property list<real> modelData

            x: root.words.leftPadding + Math.min(modelData[1], modelData[2])
            y: root.words.topPadding + (modelData[0] + 1) * root.pitch - height
            width: Math.abs(modelData[2] - modelData[1])
            height: Theme.mm(1)
            color: Theme.paper
        }
    }
}
