pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// A bar of a round number of kilometres.
Item {
    id: root

    objectName: "ScaleBar"

    required property real pxPerKm
    required property Phrasebook phrases

    // Follows the language, which what is said with a number does not by itself.
    readonly property string pattern: phrases.words.kilometres
    // The room of the longest bar and its words, which names keep off at every scale.
    readonly property int most: Math.ceil(pad + room + Theme.mm(2) + widest.advanceWidth)

    readonly property real room: Theme.mm(38)
    readonly property int pad: Theme.mm(2)
    readonly property real decade: Math.pow(10, Math.floor(Math.log10(room / pxPerKm)))
    readonly property real lead: room / pxPerKm / decade
    readonly property real kilometres: decade * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1)

    function said(km: real): string {
        return pattern === "" ? "" : km < 1 ? phrases.say("metres", [Math.round(1000 * km)]) : phrases.say("kilometres", [km]);
    }

    Accessible.role: Accessible.StaticText
    Accessible.name: label.text
    Accessible.ignored: !visible
    width: bar.width + Theme.mm(2) + label.width
    height: label.height

    TextMetrics {
        id: widest

        font: label.font
        text: root.said(500)
    }

    // It reaches beyond the map's corner.
    Tag {
        readonly property int beyond: Theme.mm(100)

        x: -(Theme.mirrored ? beyond : root.pad)
        width: root.width + beyond + (Theme.mirrored ? root.pad : 0)
        height: root.height + beyond
    }

    Rectangle {
        id: bar

        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(root.kilometres * root.pxPerKm)
        height: Math.max(2, Theme.mm(0.6))
        color: Theme.paper
    }

    Repeater {
        model: 2

        Rectangle {
            required property int index

            x: index * (bar.width - width)
            anchors.verticalCenter: bar.verticalCenter
            width: Math.max(2, Theme.mm(0.6))
            height: Theme.mm(3)
            color: Theme.paper
        }
    }

    MapText {
        id: label

        x: bar.width + Theme.mm(2)
        width: implicitWidth
        height: Math.round(Theme.leastText * 1.3)
        text: root.said(root.kilometres)
        color: Theme.paper
        font.family: Theme.sans
        font.pixelSize: Theme.leastText
    }
}
