import QtQuick
import Kiosk.Controls

// What the page names outside the frame, in a tag at its border: an arrow to where it is, its name.
Item {
    id: root

    objectName: leaving ? "Leaving" : "EdgeItem"

    required x
    required y
    required width
    required height
    required property int index
    required property int tagX
    required property int tagY
    required property int tagWidth
    required property int tagHeight
    required property int arrow
    required property int arrowX
    required property int arrowY
    required property real turn
    required property string label
    required property int labelX
    required property int labelY
    required property bool bold
    required property string place
    required property int placeX
    required property int placeY
    required property int px
    required property bool chosen
    required property string spoken
    // Assistance asks for its card.
    signal pressed

    // It has gone, and fades as it stood.
    property bool leaving: false

    readonly property color ink: chosen ? Theme.amber : Theme.paper

    Accessible.role: Accessible.Graphic
    Accessible.name: spoken
    Accessible.description: [label, place].filter(part => part !== "").join(Theme.comma)
    Accessible.selected: chosen
    Accessible.onPressAction: pressed()
    Accessible.ignored: leaving || !visible || !enabled

    Fading on opacity {
        leaving: root.leaving
    }

    Tag {
        x: root.tagX
        y: root.tagY
        width: root.tagWidth
        height: root.tagHeight
    }

    Image {
        x: root.arrowX
        y: root.arrowY
        width: root.arrow
        height: root.arrow
        rotation: root.turn
        smooth: true
        source: width > 0 ? Theme.toned(`image://marks/pointer/${String(root.ink).slice(1)}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
    }

    MapLabel {
        x: root.labelX
        y: root.labelY
        text: root.label
        color: root.ink
        note: !root.bold
        px: root.px
    }

    MapLabel {
        x: root.placeX
        y: root.placeY
        text: root.place
        color: root.ink
        note: true
        px: root.px
    }
}
