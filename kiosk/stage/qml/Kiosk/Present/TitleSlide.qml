import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage

// The exhibit's name, or a panel's, and what it is about.
SlideColumn {
    id: root

    required property Deck deck

    readonly property bool whole: deck.kind === SlideKinds.title

    lone: true
    spacing: Theme.mm(5)

    BodyText {
        width: parent.width
        visible: text !== ""
        text: root.deck.overline
        color: Theme.muted
    }

    DisplayText {
        width: parent.width
        text: root.deck.title
        font.pixelSize: Math.round(Theme.leastText * (root.whole ? 2.15 : 1.9))
    }

    DisplayText {
        width: parent.width
        visible: text !== ""
        text: root.deck.second
        color: Theme.muted
        font.pixelSize: Math.round(Theme.leastText * (root.whole ? 1.4 : 1.2))
        font.weight: Font.Normal
        lineHeight: 1
    }

    BodyText {
        width: parent.width
        balanced: true
        text: root.deck.text
        textFormat: Text.StyledText
        font.pixelSize: Math.round(Theme.leastText * 1.05)
    }
}
