import QtQuick
import Kiosk.Controls

// A place: its spot and its name in one language or two.
Item {
    id: root

    required property int index
    required property real planeX
    required property real planeY
    required property string lead
    required property string second
    required property int labelX
    required property int labelY
    required property string kind
    required property int px
    required property bool dot
    required property bool chosen
    required property string spoken
    property real originX
    property real originY
    property real scale_

    readonly property bool water: kind === "river"
    readonly property bool latin: !/[\u2e80-\u9fff]/.test(lead)
    readonly property bool land: kind === "mountains" || kind === "region"

    x: Math.round((planeX - originX) * scale_)
    y: Math.round((planeY - originY) * scale_)
    Accessible.role: Accessible.StaticText
    Accessible.name: spoken

    Rectangle {
        visible: root.dot
        width: Theme.mm(root.chosen ? 4.4 : root.kind === "village" ? 2.6 : 3.4)
        height: width
        x: -width / 2
        y: -width / 2
        radius: width / 2
        color: root.chosen ? Theme.amber : Theme.ink
        border.color: root.chosen ? Theme.ink : Theme.paper
        border.width: Math.max(1, Theme.mm(0.6))
    }

    Row {
        x: root.labelX
        y: root.labelY
        visible: root.lead !== ""
        spacing: Theme.mm(1.5)

        Text {
            id: first

            text: root.lead
            textFormat: Text.PlainText
            color: root.chosen ? Theme.amber : root.water ? "#8fc1d8" : root.land ? "#d3bd85" : Theme.paper
            font.family: Theme.serif
            font.weight: root.water || root.land ? Font.Normal : Font.DemiBold
            font.italic: root.latin && (root.water || root.land)
            font.letterSpacing: root.latin ? 0 : root.water || root.land ? root.px * 0.12 : 0
            font.pixelSize: root.px
            height: Math.round(root.px * 1.1)
            verticalAlignment: Text.AlignVCenter
            style: Text.Outline
            styleColor: Theme.ink
        }

        Text {
            visible: root.second !== ""
            text: root.second
            textFormat: Text.PlainText
            color: Theme.muted
            font.family: Theme.serif
            font.pixelSize: Math.round(root.px * 0.86)
            height: Math.round(root.px * 1.1)
            verticalAlignment: Text.AlignVCenter
            style: Text.Outline
            styleColor: Theme.ink
        }
    }
}
