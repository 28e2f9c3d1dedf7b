import QtQuick
import Kiosk.Controls

// A formation: its symbol and its short name.
Item {
    id: root

    objectName: leaving ? "Leaving" : "FormationSymbol"

    required property int index
    required property real planeX
    required property real planeY
    required property int dx
    required property int dy
    required property string source
    required property string living
    required property int symbolWidth
    required property int symbolHeight
    required property string label
    required property int labelX
    required property int labelY
    required property bool chosen
    required property int edge
    required property bool ended
    required property bool square
    required property color colour
    required property string spoken
    // Assistance asks for its card.
    signal pressed

    // It has gone, and fades as it stood.
    property bool leaving: false
    property real originX
    property real originY
    property real scale_
    property int px

    // A picture of it as fine as the screen, with its edge.
    function picture(address: string): string {
        return address === "" ? "" : Theme.toned(`${address}/${Math.round((symbolWidth + 2 * edge) * Screen.devicePixelRatio)}`);
    }

    onLabelChanged: name.say()
    onLabelXChanged: name.say()
    onLabelYChanged: name.say()
    x: Math.round((planeX - originX) * scale_) + dx
    y: Math.round((planeY - originY) * scale_) + dy
    width: symbolWidth
    height: symbolHeight
    Accessible.role: Accessible.Graphic
    Accessible.name: spoken
    Accessible.description: label
    Accessible.selected: chosen
    Accessible.onPressAction: pressed()
    Accessible.ignored: leaving || !visible || !enabled

    Fading on opacity {
        leaving: root.leaving
    }

    Image {
        visible: !root.square
        anchors.fill: parent
        anchors.margins: -root.edge
        source: root.picture(root.source)
    }

    // What it was while it lived fades from over its mark.
    Image {
        anchors.fill: parent
        anchors.margins: -root.edge
        visible: opacity > 0
        opacity: root.ended ? 0 : 1
        source: root.picture(root.living)

        Behavior on opacity {
            NumberAnimation {
                duration: 2 * Theme.flight
            }
        }
    }

    Rectangle {
        visible: root.square && root.chosen
        anchors.fill: parent
        anchors.margins: -root.edge
        color: Theme.amber
    }

    Rectangle {
        visible: root.square
        anchors.fill: parent
        color: Theme.side(root.colour)
        border.color: Theme.role("edge")
        border.width: Style.squareLine
    }

    MapLabel {
        id: name

        // A name that leaves its symbol fades where it stood.
        function say() {
            if (root.label === "")
                return;
            text = root.label;
            x = root.labelX;
            y = root.labelY;
        }

        visible: opacity > 0
        opacity: root.label === "" ? 0 : 1
        Component.onCompleted: say()

        Behavior on opacity {
            NumberAnimation {
                duration: Style.fade
            }
        }

        px: root.px
    }
}
