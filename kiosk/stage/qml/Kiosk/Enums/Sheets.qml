pragma Singleton

import QtQml

// `Sheet` of the navigation: what may lie over a screen beside a card.
QtObject {
    readonly property string none: ""
    readonly property string sources: "sources"
    readonly property string events: "events"
    readonly property string phases: "phases"
    readonly property string comfort: "comfort"
    readonly property string standpoints: "standpoints"
    readonly property string figures: "figures"
    readonly property string questions: "questions"
    readonly property string key: "key"
    readonly property string menu: "menu"
    readonly property string order: "order"
    readonly property string positions: "positions"
    readonly property string picture: "picture"
}
