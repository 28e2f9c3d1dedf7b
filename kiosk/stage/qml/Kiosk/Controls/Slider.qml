pragma ComponentBehavior: Bound

import QtQuick

// What a touch, a drag and steps put to a place between its left and its right.
Reachable {
    id: root

    // Where it stands, in hundredths; named as assistive technology asks a slider for it.
    required property real value
    readonly property real minimumValue: 0
    readonly property real maximumValue: 100
    required property real stepSize

    // It is put to a share of its width.
    signal slid(real share)

    role: Accessible.Slider
    steps: true
    onStepped: by => slid((value + by * stepSize) / 100)

    TapHandler {
        longPressThreshold: 0
        gesturePolicy: TapHandler.WithinBounds
        onTapped: point => root.slid(point.position.x / root.width)
    }

    DragHandler {
        target: null
        yAxis.enabled: false
        onCentroidChanged: {
            if (active)
                root.slid(centroid.position.x / root.width);
        }
    }
}
