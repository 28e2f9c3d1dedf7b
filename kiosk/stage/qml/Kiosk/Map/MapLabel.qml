import Kiosk.Controls

// A name beside a symbol, or words beneath it.
MapText {
    property int px
    property bool note: false

    visible: text !== ""
    color: Theme.paper
    font.family: Style.labelFamily
    font.weight: note ? Style.noteWeight : Style.labelWeight
    font.pixelSize: px
    height: Math.round(px * Style.labelRoom)
}
