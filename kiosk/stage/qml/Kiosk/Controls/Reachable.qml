pragma ComponentBehavior: Bound

import QtQuick

// What the keys and assistive technology reach and press; where the keys are it has a ring.
Item {
    id: root

    property string spoken
    // What it stands at, where that isn't in its name.
    property string value
    property int role: Accessible.Button
    // The ring of what fills the screen has no room outside it.
    property bool inset: false

    signal activated
    // Somebody is about to look for it.
    signal sought

    function press() {
        if (enabled && !Assistance.press(Window.window))
            activated();
    }

    activeFocusOnTab: true

    Accessible.role: root.role
    Accessible.name: spoken
    Accessible.description: value
    Accessible.focusable: true
    Accessible.onPressAction: press()

    Keys.onPressed: event => {
        if (event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter && event.key !== Qt.Key_Space && event.key !== Qt.Key_Select)
            return;
        event.accepted = true;
        if (!event.isAutoRepeat)
            activated();
    }

    Loader {
        active: root.activeFocus
        sourceComponent: FocusRing {
            target: root
            inset: root.inset
        }
    }
}
