pragma ComponentBehavior: Bound

import QtQuick

// What a visitor can press: 20 mm or more, by finger, key or assistive technology. What stands in it
// takes its colour from `tint`; no state changes a size.
Reachable {
    id: root

    // Chosen or checked, by its role.
    property bool chosen: false
    // The screen's one act.
    property bool filled: false
    // Words alone, without ground and rule.
    property bool plain: false
    // A press that slides off lets go; else one that moves is somebody else's drag.
    property bool holdsTouch: true
    // What follows belongs to it.
    property bool heading: false

    // It has a ground and a rule as it is touched or chosen; else its looks are its own.
    property bool drawn: true

    // What it stands on while it is neither chosen nor pressed.
    property color ground: Theme.bar

    readonly property alias pressed: tap.pressed
    readonly property bool checkable: role === Accessible.CheckBox || role === Accessible.RadioButton
    readonly property color accent: !enabled ? Theme.muted : pressed ? Theme.amberDown : Theme.amber
    readonly property color tint: !enabled ? Theme.muted : filled ? Theme.ink : chosen ? Theme.paper : accent
    // Of words that are to be read more than pressed.
    readonly property color readable: enabled ? filled ? Theme.ink : Theme.paper : Theme.muted

    // Called by Qt for a role that is checked.
    function accessibleToggleAction() {
        press();
    }

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    Accessible.checkable: checkable
    Accessible.checked: checkable && chosen
    Accessible.selectable: !checkable && role === Accessible.PageTab
    Accessible.selected: !checkable && chosen
    Accessible.pressed: pressed

    Rectangle {
        objectName: "Ground"

        anchors.fill: parent
        visible: root.drawn && (root.filled || root.chosen || root.pressed || !root.plain)
        color: root.filled && root.enabled ? root.accent : root.chosen || root.pressed ? Theme.inkRaised : root.ground
    }

    Rectangle {
        objectName: "Rule"

        anchors.left: parent.left
        anchors.right: parent.right
        visible: root.drawn && (root.chosen || !root.plain && !(root.filled && root.enabled))
        height: root.chosen ? Theme.crest : Theme.touchRule
        color: root.accent
    }

    TapHandler {
        id: tap

        longPressThreshold: 0 // a slow finger presses too
        gesturePolicy: root.holdsTouch ? TapHandler.ReleaseWithinBounds : TapHandler.DragThreshold
        onTapped: root.activated()
    }
}
