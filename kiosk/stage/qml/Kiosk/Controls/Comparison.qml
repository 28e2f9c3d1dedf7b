pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Kiosk.Stage

// A second picture of the same view over the first, uncovered from the right as far as its line stands.
OverPicture {
    id: root

    required property Phrasebook phrases
    // What both are called.
    required property string first
    required property string second
    required property string alt
    required property string source
    // The part of the first that is seen as it opens; later the line goes there.
    required property real share

    property real split: 0.5

    function go(to: real) {
        split = Math.max(0, Math.min(1, to));
    }

    Component.onCompleted: split = share
    onShareChanged: {
        wipe.to = share;
        wipe.restart();
    }

    NumberAnimation {
        id: wipe

        target: root
        property: "split"
        duration: Theme.flight
        easing.type: Easing.InOutQuad
    }

    Item {
        x: line.x
        width: root.width - x
        height: root.height
        clip: true

        Image {
            x: -parent.x
            width: root.width
            height: root.height
            fillMode: Image.PreserveAspectCrop
            source: root.visible && width > 0 ? Theme.toned(`${root.source}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
            Accessible.role: Accessible.Graphic
            Accessible.name: root.alt
            Accessible.ignored: !root.visible
        }
    }

    Slider {
        anchors.fill: parent
        inset: true
        value: Math.round(root.split * 100)
        stepSize: 10
        spoken: root.phrases.say("compare", [root.first, root.second])
        stands: root.phrases.say("compare_at", [root.first, value, root.second, 100 - value])
        onSlid: share => root.go(share)
    }

    Rectangle {
        id: line

        x: Math.round((root.width - width) * root.split)
        width: Theme.mm(0.9)
        height: root.height
        color: Theme.amber
    }

    Rectangle {
        x: Math.max(0, Math.min(root.width - width, line.x + (line.width - width) / 2))
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.mm(16)
        height: Theme.mm(10)
        color: Theme.amber

        Row {
            anchors.centerIn: parent

            Repeater {
                model: ["chevron-left", "chevron-right"]

                Icon {
                    required property string modelData

                    name: modelData
                    colour: Theme.ink
                    side: Theme.mm(7)
                }
            }
        }
    }
}
