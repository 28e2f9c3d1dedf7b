import QtQuick
import Kiosk.Controls
import Kiosk.Enums

// A place: its spot and its name in one language or two.
Item {
    id: root

    objectName: "PlaceName"

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
    required property string kind
    required property string tint
    required property int px
    required property int modernPx
    required property real spacing
    required property bool dot
    required property bool located
    required property bool chosen
    required property string spoken
    property real originX
    property real originY
    property real scale_

    readonly property bool water: kind === NameKinds.river || kind === NameKinds.sea
    // What is on no map has a broken ring for a dot.
    readonly property string sign: !located ? "ring" : kind === NameKinds.bridge || kind === NameKinds.ferry ? kind : ""
    readonly property bool land: kind === NameKinds.mountains || kind === NameKinds.region
    readonly property bool area: kind === NameKinds.area
    readonly property color sideName: Theme.highContrast ? Theme.side(tint) : Qt.lighter(tint, 1.6)

    // What `Look.name_size` gives a line of the name.
    readonly property int line: modern === "" ? labelHeight : Math.round(px * 1.2)

    // Lines begin, end or are centred where they are nearest to what they name.
    function indent(line: real): real {
        const free = labelWidth - line;
        return !dot ? free / 2 : labelX + labelWidth / 2 < 0 ? free : 0;
    }

    x: Math.round((planeX - originX) * scale_)
    y: Math.round((planeY - originY) * scale_)
    Accessible.role: Accessible.StaticText
    Accessible.name: spoken

    Image {
        visible: root.dot && root.sign !== ""
        width: Math.round(Theme.mm(7.5))
        height: Math.round(width * 0.72)
        x: Math.round(-width / 2)
        y: Math.round(-height / 2)
        source: visible ? Theme.toned(`image://marks/${root.sign}/${String(root.chosen ? Theme.amber : Theme.paper).slice(1)}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
    }

    Rectangle {
        visible: root.dot && root.sign === ""
        width: Theme.mm(root.chosen ? 4.4 : root.kind === NameKinds.village ? 2.6 : 3.4)
        height: width
        x: -width / 2
        y: -width / 2
        radius: width / 2
        color: root.chosen ? Theme.amber : Theme.ink
        border.color: root.chosen ? Theme.ink : Theme.paper
        border.width: Math.max(1, Theme.mm(0.6))
    }

    Item {
        x: root.labelX
        y: root.labelY
        width: root.labelWidth
        height: root.labelHeight
        rotation: root.angle
        visible: root.lead !== ""

        Row {
            id: row

            x: root.indent(width)
            spacing: Theme.mm(1.5)

            MapText {
                text: root.lead
                underlined: root.chosen && (root.water || root.land)
                color: root.chosen ? Theme.amber : root.water ? Theme.riverName : root.land ? Theme.landName : root.area && root.tint ? root.sideName : Theme.paper
                font.family: root.area ? Theme.sans : Theme.serif
                font.weight: root.water || root.land ? Font.Normal : Font.DemiBold
                font.italic: (root.water || root.land) && root.spacing === 0
                font.letterSpacing: root.spacing
                font.pixelSize: root.px
                height: root.line
            }

            MapText {
                visible: root.second !== ""
                text: root.second
                color: Theme.muted
                font.family: Theme.serif
                font.pixelSize: root.px
                height: root.line
            }
        }

        MapText {
            x: root.indent(width)
            y: root.line
            visible: root.modern !== ""
            text: root.modern
            color: Theme.muted
            font.family: Theme.serif
            font.pixelSize: root.modernPx
            height: root.labelHeight - y
        }
    }
}
