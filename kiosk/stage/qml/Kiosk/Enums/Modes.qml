pragma Singleton

import QtQml

// `Mode` of a talk's delivery: what the audience sees.
QtObject {
    readonly property string slide: "slide"
    readonly property string black: "black"
    readonly property string key: "key"
    readonly property string overview: "overview"
    readonly property string offer: "offer"
    readonly property string ending: "ending"
}
