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
    required property int barHeight
    required property int timelineHeight
    required property int tabsHeight
    // No tab stands beside the button of the map's key.
    required property bool keyAlone
    required property int cover
    required property real reachTop

    readonly property bool portrait: height > width
    readonly property real emsAcross: width / Theme.leastText
}
