pragma Singleton

import QtQml

// `State` of the session: where the visit stands.
QtObject {
    readonly property string attract: "attract"
    readonly property string warning: "warning"
}
