import QtQuick
import Kiosk.Controls

// What the page names outside the frame: an arrow to where it is, its symbol, its name.
Item {
    id: root

    objectName: leaving ? "Leaving" : "EdgeItem"

    required x
    required y
    required width
    required height
    required property int index
    required property int arrow
    required property int arrowY
    required property real turn
    required property string source
    required property int symbolX
    required property int symbolY
    required property int symbolWidth
    required property int symbolHeight
    required property string label
    required property string place
    required property int labelX
    required property int labelY
    required property int px
    required property bool chosen
    required property int edge
    required property string spoken
    // Assistance asks for its card.
    signal pressed

    // It has gone, and fades as it stood.
    property bool leaving: false

    readonly property bool body: source !== ""
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

    Image {
        y: root.arrowY
        width: root.arrow
        height: root.arrow
        rotation: root.turn
        smooth: true
        source: width > 0 ? Theme.toned(`image://marks/pointer/${String(root.ink).slice(1)}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
    }

    Image {
        visible: root.body
        x: root.symbolX - root.edge
        y: root.symbolY - root.edge
        width: root.symbolWidth + 2 * root.edge
        height: root.symbolHeight + 2 * root.edge
        source: root.body ? Theme.toned(`${root.source}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
    }

    MapLabel {
        id: name

        x: root.labelX
        y: root.labelY
        text: root.label
        color: root.body ? Style.secondInk : Theme.paper
        note: !root.body
        px: root.px
    }

    MapLabel {
        x: root.labelX
        y: root.labelY + name.height
        text: root.place
        color: Style.secondInk
        note: true
        px: root.px
    }
}
