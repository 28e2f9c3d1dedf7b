pragma Singleton

import QtQml

// `Asked`: what the staff gate asks back before it does it.
QtObject {
    readonly property string restart: "restart"
    readonly property string power: "poweroff"
    readonly property string maintenance: "maintenance"
}
