import QtQuick
import Kiosk.Controls

// Words on the map, outlined. They are drawn once and moved as a picture: an outline costs nine
// drawings of the words, which a frame has no time for.
Item {
    id: root

    property alias text: words.text
    property alias color: words.color
    property alias font: words.font

    // Room for what of the letters and their outline lies outside the item.
    readonly property int overhang: Math.ceil(font.pixelSize * 0.4)

    implicitWidth: words.implicitWidth - 2 * overhang

    Text {
        id: words

        x: -root.overhang
        y: -root.overhang
        height: root.height + 2 * root.overhang
        padding: root.overhang
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
        style: Text.Outline
        styleColor: Theme.ink
        layer.enabled: true
        layer.smooth: true
    }
}
