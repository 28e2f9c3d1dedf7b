pragma Singleton

import QtQml

// `PlaceKind` of the exhibit, and an area: what a name on the map is of.
QtObject {
    readonly property string village: "village"
    readonly property string bridge: "bridge"
    readonly property string ferry: "ferry"
    readonly property string river: "river"
    readonly property string sea: "sea"
    readonly property string mountains: "mountains"
    readonly property string region: "region"
    readonly property string area: "area"
}
