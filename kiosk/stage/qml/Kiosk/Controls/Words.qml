import QtQuick

// Words that are read: by eye, and stop by stop by the keys and assistive technology, unless they
// belong to something that is pressed, which has them in its name.
Text {
    id: root

    // The keys stop at them.
    property bool walked: true
    // What follows belongs to them.
    property bool heading: false
    // They belong to something that is pressed, or to a title, which tells them.
    property bool part: false
    // What is told with them, as a title's name in the second language.
    property string stands
    // What has the keys in their place, and stands for them in the tree.
    property Item voice: root

    readonly property bool told: !part && visible && text !== "" && (parent?.enabled ?? true)

    // The words without their marks and the numbers of sources, and without what only lines need:
    // joiners, and room between links.
    property string spoken: textFormat === Text.PlainText ? text.replace(/[\u2060\u200a]/g, "") : bare(text)

    function bare(styled: string): string {
        return styled.replace(/<br>/g, "\n").replace(/\[\d+\](?=<\/a>)|<[^>]*>|[\u2060\u200a]/g, "").replace(/&nbsp;/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
    }

    // The words as StyledText.
    function styled(): string {
        return textFormat === Text.PlainText ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/\n/g, "<br>") : text;
    }

    Component.onCompleted: {
        for (let outer = parent; outer && !part; outer = outer.parent)
            part = outer instanceof Reachable;
    }

    transform: Face {
        of: root
    }

    color: Theme.paper
    horizontalAlignment: Theme.mirrored ? Text.AlignRight : undefined
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: spoken
    Accessible.description: stands
    Accessible.focusable: walked
    Accessible.ignored: voice !== root || !told
}
