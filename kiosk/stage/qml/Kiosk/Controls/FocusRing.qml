import QtQuick

// Where the keys are: paper around ink, outside the target, above all else and cut by nothing.
Rectangle {
    id: root

    required property Item target
    required property bool inset

    readonly property int breadth: Theme.mm(3)
    readonly property int paperLine: Math.ceil(breadth / 2)

    function follow() {
        const area = target.mapToItem(parent, 0, 0, target.width, target.height);
        const out = inset ? 0 : breadth;
        // On whole pixels: its lines are sharp, and nothing of them stays behind as it goes on.
        const [begin, end] = inset ? [Math.ceil, Math.floor] : [Math.floor, Math.ceil];
        x = Math.max(0, begin(area.x - out));
        y = Math.max(0, begin(area.y - out));
        width = Math.min(parent.width, end(area.x + area.width + out)) - x;
        height = Math.min(parent.height, end(area.y + area.height + out)) - y;
    }

    objectName: "FocusRing"
    parent: target.Window.contentItem
    z: 100
    visible: target.visible
    color: "transparent"
    border.color: Theme.paper
    border.width: paperLine
    Component.onCompleted: follow()

    // Pages scroll, sheets come, words grow: it goes along with the frame that shows it.
    Connections {
        target: root.Window.window

        function onAfterAnimating() {
            root.follow();
        }
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: root.paperLine
        color: "transparent"
        border.color: Theme.ink
        border.width: root.breadth - root.paperLine
    }
}
