pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Map
import Kiosk.Stage

// The river of men: its picture, its figures, and the names of its places.
Item {
    id: root

    required property RiverOfMen river
    required property RiverWords words
    required property Phrasebook phrases
    // Where its words may stand, and what of that is taken.
    required property rect area
    // Upright the map reaches nearer to the edge than words may.
    readonly property int inset: height > width ? Theme.px(26) : 0
    readonly property rect inner: Qt.rect(area.x + inset, area.y, Math.max(0, area.width - 2 * inset), area.height)
    required property list<rect> taken
    // A sheet lies over it: no word ends beneath its edge.
    property bool covered: false
    // It fades as it stood, whatever the next screen does to its room.
    property bool leaving: false
    // The hours since the exhibit's start to which it has grown; else it is whole.
    property real hours: Infinity

    transform: Face {
        of: root
    }

    readonly property bool hung: river.ground !== ""

    // What is taken is known once those words have their size.
    readonly property bool known: taken.length === 0 || taken.some(one => one.height > 0)

    // Its words are about to be laid: whoever takes room places what takes it.
    signal begun

    // Words without the picture would tell nothing, and laying them would hold up the first frame.
    function lay() {
        begun();
        if (hung && known && !leaving && visible && area.width > 0 && area.height > 0)
            words.lay(Theme.faced(inner), taken.map(one => Theme.faced(one)));
    }

    Connections {
        target: root.words

        function onOutdated() {
            Qt.callLater(root.lay);
        }
    }

    onHungChanged: Qt.callLater(lay)

    onLeavingChanged: Qt.callLater(lay)
    onAreaChanged: Qt.callLater(lay)
    onWordsChanged: lay()
    onTakenChanged: Qt.callLater(lay)
    // At the end of a visit language and text are still the last visitor's.
    Component.onCompleted: {
        river.paint();
        Qt.callLater(lay);
    }

    Rectangle {
        anchors.fill: parent
        visible: root.hung
        color: Theme.ink
    }

    Image {
        width: implicitWidth / Screen.devicePixelRatio
        height: implicitHeight / Screen.devicePixelRatio
        source: root.river.ground
    }

    Repeater {
        model: root.river.pieces

        Image {
            required property int index
            required property string key
            required property string picture
            required property real boxX
            required property real boxY
            required property real hours

            x: boxX
            y: boxY
            width: implicitWidth / Screen.devicePixelRatio
            height: implicitHeight / Screen.devicePixelRatio
            source: picture
            visible: hours <= root.hours
            cache: false
        }
    }

    Repeater {
        model: root.covered ? null : root.words.places

        Item {
            id: place

            required property int index
            required property string lead
            required property string second
            required property string ink
            required property bool slanted
            required property bool dot
            required property real spotX
            required property real spotY
            required property bool led
            required property real endX
            required property real endY
            required property real px
            required property real boxX
            required property real boxY
            required property real boxHeight

            x: boxX
            y: boxY
            width: names.width
            height: boxHeight
            Accessible.role: Accessible.StaticText
            Accessible.name: lead
            Accessible.description: root.phrases.inSecond(second)
            Accessible.ignored: !visible

            Leader {
                x: -place.boxX
                y: -place.boxY
                visible: place.led
                from: Qt.point(place.spotX, place.spotY)
                to: Qt.point(place.endX, place.endY)
            }

            Rectangle {
                visible: place.dot
                width: Theme.mm(3.6)
                height: width
                x: place.spotX - place.x - width / 2
                y: place.spotY - place.y - width / 2
                radius: width / 2
                color: Theme.ink
                border.color: Theme.paper
                border.width: Style.dotLine
            }

            Row {
                id: names

                spacing: place.px / 3

                MapText {
                    text: place.lead
                    color: Theme.role(place.ink)
                    font.family: Theme.serif
                    font.weight: place.slanted ? Font.Normal : Font.DemiBold
                    font.italic: place.slanted
                    font.pixelSize: place.px
                    height: place.boxHeight
                }

                MapText {
                    visible: text !== ""
                    text: place.second
                    color: Style.secondInk
                    font.family: Style.secondFamily
                    font.weight: Style.secondWeight
                    font.pixelSize: place.px
                    height: place.boxHeight
                }
            }
        }
    }

    Repeater {
        model: root.covered ? null : root.words.says

        Item {
            id: said

            required property int index
            required property list<string> number
            required property list<string> deed
            required property string told
            required property real hours
            required property string colour
            required property real boxX
            required property real boxY
            required property real boxWidth
            required property real boxHeight
            required property real px
            required property real small
            required property real tieX
            required property real tieY
            required property real endX
            required property real endY

            x: boxX
            y: boxY
            width: boxWidth
            height: boxHeight
            opacity: hours <= root.hours ? 1 : 0
            Accessible.role: Accessible.StaticText
            Accessible.name: told
            Accessible.ignored: !visible || opacity === 0

            Leader {
                x: -said.boxX
                y: -said.boxY
                from: Qt.point(said.tieX, said.tieY)
                to: Qt.point(said.endX, said.endY)
                dotted: true
                color: said.colour
            }

            Repeater {
                model: said.number

                MapText {
                    required property int index
                    required property string modelData

                    y: Math.round(index * said.px * 1.2)
                    text: modelData
                    color: said.colour
                    font.family: Theme.serif
                    font.weight: Font.DemiBold
                    font.pixelSize: said.px
                    height: Math.round(said.px * 1.2)
                }
            }

            Repeater {
                model: said.deed

                MapText {
                    required property int index
                    required property string modelData

                    y: Math.round(said.number.length * said.px * 1.2 + index * said.small * 1.2)
                    text: modelData
                    color: Theme.paper
                    font.family: Theme.sans
                    font.pixelSize: said.small
                    height: Math.round(said.small * 1.2)
                }
            }
        }
    }

    // North: a letter, and beside it an arrow.
    Item {
        id: north

        readonly property rect box: root.words.northBox

        Accessible.role: Accessible.StaticText
        Accessible.name: root.phrases.words.river_north
        Accessible.ignored: !visible
        visible: box.width > 0 && !root.covered
        x: box.x + box.width - width
        y: box.y
        width: box.height
        height: width

        MapText {
            anchors.right: parent.left
            anchors.rightMargin: Theme.mm(1)
            text: root.phrases.words.river_north
            color: Theme.paper
            font.family: Theme.serif
            font.pixelSize: Theme.leastText
            height: north.height
        }

        Item {
            anchors.fill: parent
            rotation: root.words.north

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.mm(1)
                width: Theme.mm(1.1)
                height: parent.height - 2 * y
                color: Theme.paper
            }

            Repeater {
                model: [-40, 40]

                Rectangle {
                    required property int modelData

                    x: (north.width - width) / 2
                    y: Theme.mm(1)
                    width: Theme.mm(1.1)
                    height: Theme.mm(4.5)
                    color: Theme.paper
                    transformOrigin: Item.Top
                    rotation: modelData
                    antialiasing: true
                }
            }
        }
    }
}
