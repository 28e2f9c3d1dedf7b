pragma Singleton

import QtQml

// `Room` of the staff gate.
QtObject {
    readonly property string pin: "pin"
    readonly property string acts: "acts"
    readonly property string clean: "clean"
    readonly property string content: "content"
    readonly property string health: "health"
    readonly property string hours: "hours"
    readonly property string touch: "touch"
    readonly property string screen: "screen"
    readonly property string sure: "sure"
}
