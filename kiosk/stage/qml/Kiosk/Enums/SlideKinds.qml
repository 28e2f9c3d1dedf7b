pragma Singleton

import QtQml

// `SlideKind` of a talk: what a slide shows.
QtObject {
    readonly property string title: "title"
    readonly property string phases: "phases"
    readonly property string forces: "forces"
    readonly property string lessons: "lessons"
    readonly property string decisions: "decisions"
    readonly property string disagreements: "disagreements"
    readonly property string views: "views"
    readonly property string pictures: "pictures"
    readonly property string sources: "sources"
}
