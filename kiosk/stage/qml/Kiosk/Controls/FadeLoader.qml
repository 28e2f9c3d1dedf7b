import QtQuick

// Makes its item when that is shown, and lets go of it once it has faded.
Loader {
    id: root

    required property bool shown
    // Made before it is shown.
    property bool ahead: false
    property int duration: Theme.fade

    active: shown || ahead || opacity > 0
    asynchronous: ahead && !shown
    opacity: shown ? 1 : 0
    enabled: shown

    Behavior on opacity {
        NumberAnimation {
            duration: root.duration
        }
    }
}
