import QtQuick

// What a sheet is about.
Column {
    id: root

    required property string overline
    required property string title
    required property string second
    TitleBlock {
        width: root.width
        text: root.title
        second: root.second
    }

    BodyText {
        width: root.width
        visible: text !== ""
        text: root.overline
        heading: true
        color: Theme.muted
    }
}
