import QtQuick
import Kiosk.Controls

// A place: its spot and its name in one language or two.
Item {
    id: root

    objectName: leaving ? "Leaving" : "PlaceName"

    required property int index
    required property real planeX
    required property real planeY
    required property string lead
    required property string second
    required property string modern
    required property int labelX
    required property int labelY
    required property int labelWidth
    required property int labelHeight
    required property real angle
    required property real lean
    required property string family
    required property int weight
    required property bool slanted
    required property bool underlined
    required property string ink
    required property string tint
    required property int line
    required property int px
    required property int modernPx
    required property real spacing
    required property bool dot
    required property real dotMm
    required property string sign
    required property bool chosen
    required property string spoken
    // Assistance asks for its card.
    signal pressed

    // It has gone, and fades as it stood.
    property bool leaving: false
    property real originX
    property real originY
    property real scale_

    x: Math.round((planeX - originX) * scale_)
    y: Math.round((planeY - originY) * scale_)
    Accessible.name: spoken
    Accessible.ignored: true

    Fading on opacity {
        leaving: root.leaving
    }

    Image {
        visible: root.dot && root.sign !== ""
        width: Style.placeSign
        height: Style.placeSignHigh
        x: Math.round(-width / 2)
        y: Math.round(-height / 2)
        source: visible ? Theme.toned(`image://marks/${root.sign}/${String(root.chosen ? Theme.amber : Theme.paper).slice(1)}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
    }

    Rectangle {
        visible: root.dot && root.sign === ""
        width: Theme.mm(root.dotMm)
        height: width
        x: -width / 2
        y: -width / 2
        radius: width / 2
        color: Theme.ink
        border.color: root.chosen ? Theme.amber : Theme.paper
        border.width: Style.dotLine
    }

    Item {
        x: root.labelX
        y: root.labelY
        width: root.labelWidth
        height: root.labelHeight
        rotation: root.angle
        visible: root.lead !== ""
        Accessible.role: Accessible.StaticText
        Accessible.name: root.spoken
        Accessible.description: Theme.inSecond(root.second)
        Accessible.selected: root.chosen
        Accessible.ignored: root.leaving || !visible || !enabled
        Accessible.onPressAction: root.pressed()

        Row {
            id: row

            x: root.lean * (root.labelWidth - width)
            spacing: Style.beside

            MapText {
                text: root.lead
                underlined: root.underlined
                color: root.tint ? Theme.lineOf(root.tint) : Theme.role(root.ink)
                font.family: root.family
                font.weight: root.weight
                font.italic: root.slanted
                font.letterSpacing: root.spacing
                font.pixelSize: root.px
                height: root.line
            }

            MapText {
                visible: root.second !== ""
                text: root.second
                color: Style.secondInk
                font.family: Style.secondFamily
                font.weight: Style.secondWeight
                font.pixelSize: root.px
                height: root.line
            }
        }

        MapText {
            x: root.lean * (root.labelWidth - width)
            y: root.line
            visible: root.modern !== ""
            text: root.modern
            color: Style.secondInk
            font.family: Style.secondFamily
            font.weight: Style.secondWeight
            font.pixelSize: root.modernPx
            height: root.labelHeight - y
        }
    }
}
