import QtQuick

// Makes its item when that is shown, and lets go of it once it has faded.
Loader {
    id: root

    required property bool shown
    property int duration: Theme.fade

    active: shown || opacity > 0
    opacity: shown ? 1 : 0
    enabled: shown

    Behavior on opacity {
        NumberAnimation {
            duration: root.duration
        }
    }
}
