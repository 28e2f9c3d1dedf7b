pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Stage

// Text that may be longer than its room: dragged, or paged with buttons. A swipe across turns on.
Item {
    id: root

    required property Phrasebook phrases
    default property alias content: column.data
    property bool swipes: false
    property alias spacing: column.spacing
    // How high the text is across the whole width, whatever room there is.
    property real natural: 0

    readonly property bool overflows: narrow && column.height > height + 1
    readonly property int columnWidth: narrow ? narrowWidth : width
    readonly property int narrowWidth: width - pager.width - Theme.gap

    // Beside the pager's room, where the text has none across the whole width.
    property bool narrow: false
    // Text is never higher where it is wider: what is lower when narrow is another one, and has its
    // whole width again if it fits. A picture may be lower, and would go to and fro: one try a page.
    property bool tried: false

    signal forward
    signal back

    // Kept in sight while the text finds its lines, until somebody moves on.
    property Item sought

    function fit() {
        const roomy = column.height * width <= height * narrowWidth;
        if (narrow && column.height < natural && (roomy || !tried)) {
            tried = true;
            natural = column.height;
        }
        narrow = natural > height + 1;
    }

    function toStart() {
        sought = null;
        tried = false;
        flick.contentY = 0;
    }

    function toItem(item: Item) {
        sought = item;
        seek();
    }

    function seek() {
        if (sought)
            flick.contentY = Math.max(0, Math.min(sought.y, flick.contentHeight - flick.height));
    }

    function page(direction: int) {
        sought = null;
        const step = Math.max(Theme.target, flick.height - 2 * Theme.body);
        flick.contentY = Math.max(0, Math.min(flick.contentY + direction * step, flick.contentHeight - flick.height));
    }

    clip: true
    onHeightChanged: fit()
    onWidthChanged: fit()

    Connections {
        target: root.sought

        function onYChanged() {
            root.seek();
        }
    }

    Flickable {
        id: flick

        anchors.fill: parent
        contentWidth: width
        contentHeight: Math.max(column.height, height)
        boundsBehavior: Flickable.StopAtBounds
        interactive: root.overflows
        onMovementStarted: root.sought = null
        onContentHeightChanged: root.seek()
        onHeightChanged: root.seek()

        Column {
            id: column

            width: root.columnWidth
            onHeightChanged: {
                if (!root.narrow)
                    root.natural = height;
                root.fit();
            }
        }

        DragHandler {
            target: null
            enabled: root.swipes
            yAxis.enabled: false
            onActiveChanged: {
                if (active)
                    return;
                const across = centroid.position.x - centroid.pressPosition.x;
                if (across < -Theme.mm(12))
                    root.forward();
                else if (across > Theme.mm(12))
                    root.back();
            }
        }
    }

    Fade {
        anchors.top: parent.top
        rotation: 180
        height: Theme.body * 0.8
        visible: root.overflows && flick.contentY > 1
    }

    Fade {
        anchors.bottom: parent.bottom
        height: Theme.body * 1.2
        visible: root.overflows && flick.contentY < flick.contentHeight - flick.height - 1
    }

    Column {
        id: pager

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.gap
        visible: root.overflows

        TouchButton {
            icon: "chevron-up"
            spoken: root.phrases.words.page_up
            opacity: flick.contentY > 1 ? 1 : 0.3
            onActivated: root.page(-1)
        }

        TouchButton {
            icon: "chevron-down"
            spoken: root.phrases.words.page_down
            opacity: flick.contentY < flick.contentHeight - flick.height - 1 ? 1 : 0.3
            onActivated: root.page(1)
        }
    }

    // An edge at which the text goes on.
    component Fade: Rectangle {
        width: root.columnWidth
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.rgba(Theme.ink.r, Theme.ink.g, Theme.ink.b, 0)
            }

            GradientStop {
                position: 1
                color: Theme.ink
            }
        }
    }
}
