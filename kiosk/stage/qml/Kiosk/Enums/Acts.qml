pragma Singleton

import QtQml

// `Act` of a talk's delivery: what a speaker does by hand.
QtObject {
    readonly property string forward: "forward"
    readonly property string back: "back"
}
