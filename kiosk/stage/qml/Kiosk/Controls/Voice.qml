import QtQuick

// Words as the keys and assistive technology have them, where Qt's own would tell their links once more.
Item {
    required property Words words

    readonly property string spoken: words.spoken

    Accessible.role: words.heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: spoken
    Accessible.focusable: words.walked
    Accessible.ignored: !words.told
}
