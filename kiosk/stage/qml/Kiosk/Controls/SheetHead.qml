import QtQuick

// What a sheet is about.
Column {
    id: root

    required property string overline
    required property string title
    required property string second

    BodyText {
        width: root.width
        visible: text !== ""
        text: root.overline
        color: Theme.muted
    }

    DisplayText {
        width: root.width
        text: root.title
        font.pixelSize: Theme.heading
    }

    DisplayText {
        width: root.width
        visible: text !== ""
        text: root.second
        color: Theme.muted
        font.pixelSize: Theme.body
        font.weight: Font.Normal
    }
}
