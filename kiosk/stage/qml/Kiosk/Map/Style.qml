pragma Singleton

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The style of names and signs in px of this screen, read once: names come and go by the dozen.
QtObject {
    id: root

    readonly property MapStyle style: MapStyle {}

    readonly property int fade: Theme.reducedMotion ? 0 : style.fadeMs

    readonly property int halo: Theme.mm(style.haloMm)
    readonly property int underline: Math.max(2, Theme.mm(style.underlineMm))
    readonly property int beside: Theme.mm(style.besideMm)

    readonly property string labelFamily: style.labelFamily
    readonly property int labelWeight: style.labelWeight
    readonly property real labelRoom: style.labelRoom
    readonly property int noteWeight: style.noteWeight
    readonly property string secondFamily: style.secondFamily
    readonly property int secondWeight: style.secondWeight
    readonly property color secondInk: Theme.role(style.secondInk)

    readonly property int squareLine: Math.max(1, Theme.mm(style.squareLineMm))
    readonly property int tagLine: Math.max(1, Theme.mm(style.tagLineMm))
    readonly property int dotLine: Math.max(1, Theme.mm(style.dotLineMm))
    readonly property int placeSign: Theme.mm(style.placeSignMm)
    readonly property int placeSignHigh: Math.round(placeSign * style.placeSignAspect)
}
