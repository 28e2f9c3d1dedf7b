import QtQuick
import Kiosk.Controls

// What of the window is taken along its edges, and what lies over it.
QtObject {
    // How much a sheet covers.
    enum Cover {
        Bare,
        Narrow,
        Wide
    }

    required property int width
    required property int height
    required property int footHeight
    required property int sideHeight
    required property int sideWidth
    // Where the ruler begins; 0 where there is none beside the act.
    required property int rulerLeft
    required property int cover

    readonly property bool portrait: height > width
    readonly property real emsAcross: width / Theme.leastText
    readonly property int margin: Theme.pageMargin(width, height)
}
