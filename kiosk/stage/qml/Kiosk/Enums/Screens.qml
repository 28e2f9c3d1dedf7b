pragma Singleton

import QtQml

// `Screen` of the navigation.
QtObject {
    readonly property string home: "home"
    readonly property string phases: "phases"
    readonly property string forces: "forces"
    readonly property string maps: "maps"
    readonly property string lessons: "lessons"
    readonly property string disagreements: "disagreements"
}
