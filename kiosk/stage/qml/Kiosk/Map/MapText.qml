import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// Words on the map, on ground of their own. They are drawn once and moved as a picture.
Item {
    id: root

    objectName: "MapText"

    property alias text: words.text
    property alias color: words.color
    property alias font: words.font
    // What is chosen and has no dot has an amber line.
    property bool underlined: false

    // Room for what of the letters lies outside the item.
    readonly property int overhang: Math.ceil(font.pixelSize * 0.4)

    // A font's line has more room above its letters than below: their middle is the item's.
    readonly property int raised: Math.round(font.pixelSize * 0.1)

    implicitWidth: words.implicitWidth - 2 * overhang

    Image {
        readonly property real reach: Style.halo
        readonly property real fineness: Screen.devicePixelRatio
        readonly property string set: `${root.font.family}/${root.font.pixelSize}/${root.font.weight}/${root.font.italic}/${root.font.letterSpacing}`

        x: -reach
        y: -root.overhang - root.raised
        width: Math.ceil(words.implicitWidth - 2 * root.overhang + 2 * reach)
        height: Math.ceil(root.height + 2 * root.overhang)
        source: root.text && root.height > 0 ? `image://halo/${String(Theme.ink).slice(1)}/${reach}/${width}/${height}/${fineness}/${set}/${encodeURIComponent(root.text)}` : ""
        opacity: Theme.colours.halo
    }

    // Not the font's own line: the software renderer paints its layer black.
    Rectangle {
        visible: root.underlined
        y: Math.round(root.height - root.font.pixelSize * 0.13)
        width: root.implicitWidth
        height: Style.underline
        color: Theme.amber
    }

    Text {
        id: words

        x: -root.overhang
        y: -root.overhang - root.raised
        height: root.height + 2 * root.overhang
        padding: root.overhang
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
        // The software renderer cuts a layer off where the screen has finer pixels than ours.
        layer.enabled: Screen.devicePixelRatio === 1 || GraphicsInfo.api !== GraphicsInfo.Software
        layer.smooth: true
    }
}
