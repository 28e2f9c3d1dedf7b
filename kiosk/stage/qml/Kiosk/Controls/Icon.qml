import QtQuick

// A line drawing in the colour of the text beside it.
Image {
    id: root

    objectName: "Icon"

    required property string name
    property color colour: Theme.paper
    property int side: Theme.mm(8)

    readonly property string hex: colour.toString().slice(-6)

    // What points along the way of reading goes with it.
    readonly property bool along: ["chevron-left", "chevron-right", "play", "player-skip-back"].includes(name)

    transform: Face {
        of: root
        turned: Theme.mirrored && !root.along
    }

    width: side
    height: side
    source: name ? `image://icons/${name}/${hex}/${Math.round(side * Screen.devicePixelRatio)}` : ""
}
