import QtQuick

// The names of two compared pictures, each beneath its end of them.
Item {
    id: root

    required property string first
    required property string second
    // How far the pictures reach, of its width.
    required property real reach

    readonly property int between: Theme.mm(6)
    readonly property real most: (width - between) / 2

    height: visible ? Math.max(left.implicitHeight, right.implicitHeight) : 0

    BodyText {
        id: left

        width: Math.min(implicitWidth, root.most)
        text: Theme.mirrored ? root.second : root.first
    }

    BodyText {
        id: right

        x: Math.max(left.width + root.between, root.reach - width)
        width: Math.min(implicitWidth, root.most)
        horizontalAlignment: Text.AlignRight
        text: Theme.mirrored ? root.first : root.second
    }
}
