import QtQuick

// What the keys and assistive technology reach and press; where the keys are it has a ring.
Item {
    id: root

    property string spoken
    // What it stands at, where that isn't in its name.
    property string stands
    property int role: Accessible.Button
    // The ring of what fills the screen has no room outside it.
    property bool inset: false
    // A step of the keys goes on within it, else past it.
    property bool steps: false
    // Its place among what it steps through; 0 for what doesn't.
    property int nth: 0
    property int among: 0
    // How deep it stands in a list that branches; -1 in none.
    property int depth: -1

    signal activated
    // A step within it, 1 or -1.
    signal stepped(int by)
    // Somebody is about to look for it.
    signal sought

    // Does what it is there for: a page that opens by that takes the keys.
    function act() {
        Assistance.acting = true;
        activated();
        Assistance.acting = false;
    }

    function press() {
        if (enabled && !Assistance.press(Window.window))
            act();
    }

    function pressStep(by: int) {
        if (enabled && !Assistance.press(Window.window))
            stepped(by);
    }

    activeFocusOnTab: true

    Accessible.role: root.role
    Accessible.name: spoken
    Accessible.description: stands
    Accessible.focusable: true
    Accessible.ignored: !visible || !(parent?.enabled ?? true)
    Accessible.onPressAction: press()
    Accessible.onIncreaseAction: pressStep(1)
    Accessible.onDecreaseAction: pressStep(-1)
}
