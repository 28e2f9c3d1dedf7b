import QtQuick

// The line above a title; a second part that has no room beside the first stands whole beneath it.
Flow {
    id: root

    property string text
    property string second
    // The second part is the title's in another language, which the title tells.
    property bool titled: false

    readonly property bool oneLine: first.implicitWidth + dot.implicitWidth + other.implicitWidth <= width

    BodyText {
        id: first

        width: root.oneLine || !other.visible ? Math.min(implicitWidth, root.width) : root.width
        text: root.text
        color: Theme.muted
    }

    BodyText {
        id: dot

        part: true

        visible: other.visible && root.oneLine
        text: "  ·  "
        color: Theme.muted
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: other

        width: Math.min(implicitWidth, root.width)
        part: root.titled
        visible: text !== "" && !Theme.large
        text: root.second
        color: Theme.muted
    }
}
