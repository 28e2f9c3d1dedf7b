import QtQuick

// A title and its second language, in the largest step that keeps both on one line, else the title.
Item {
    id: root

    property string text
    property string second
    // What is told of it, where it stands elsewhere.
    property string told: second

    readonly property string phrases: Theme.together(text)
    // No line ends within a name, one with a hyphen too if it has room.
    readonly property string names: phrases.replace(/-(?=\S)/g, "-\u2060")
    readonly property string joined: room(names) >= steps[2] ? names : phrases
    readonly property real apart: Theme.px(24)
    // Three steps, then lines; a step below for a word that is longer than a line.
    readonly property real drawn: letters.advanceWidth / Math.max(1, Theme.title)
    readonly property list<int> steps: [Theme.title, Math.max(Theme.body, Math.round(Theme.title * 72 / 84)), Math.max(Theme.body, Math.round(Theme.title * 66 / 84))]
    readonly property real taken: other.visible ? apart + other.implicitWidth : 0
    readonly property int size: steps.find(step => drawn * step + taken <= width) ?? steps.find(step => drawn * step <= width) ?? Math.max(Theme.body, Math.min(steps[2], room(joined)))
    readonly property bool beside: other.visible && drawn * size + taken <= width

    // The size at which no line of the title ends within a word.
    function room(words: string): int {
        return Math.floor(width * Theme.title / Math.max(1, Theme.widest(words, letters.font)));
    }

    implicitHeight: Math.max(title.height, other.visible ? other.y + other.height : 0)

    TextMetrics {
        id: letters

        font.family: Theme.serif
        font.weight: Font.DemiBold
        font.pixelSize: Theme.title
        text: root.text
    }

    DisplayText {
        id: title

        width: root.beside ? Math.ceil(root.drawn * root.size) : root.width
        wrapMode: root.beside ? Text.NoWrap : Text.Wrap
        balanced: !root.beside
        text: root.joined
        stands: Theme.inSecond(root.told)
        font.pixelSize: root.size
    }

    BodyText {
        id: other

        part: true
        heading: true
        visible: text !== "" && !Theme.large
        x: root.beside ? title.width + root.apart : 0
        y: root.beside ? title.baselineOffset - baselineOffset : title.height
        width: root.beside ? implicitWidth : root.width
        text: root.second
        color: Theme.muted
        font.family: Theme.serif
        font.pixelSize: Theme.firm
    }
}
