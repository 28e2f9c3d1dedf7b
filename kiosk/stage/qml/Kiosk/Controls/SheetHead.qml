import QtQuick

// What a sheet is about.
Column {
    id: root

    required property string overline
    required property string title
    required property string second
    // It is read page by page with what follows, and may end a page.
    property bool gathered: Theme.large

    TitleBlock {
        width: root.width
        text: root.title
        second: root.second
    }

    BodyText {
        width: root.width
        visible: text !== ""
        text: root.overline
        heading: !root.gathered
        color: Theme.muted
    }
}
