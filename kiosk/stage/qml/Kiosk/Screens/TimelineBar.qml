pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage
import Kiosk.Visit

// The campaign from its first hour to its last: phases to touch, a playhead to drag.
Item {
    id: root

    required property Stage stage

    property bool eventsOpen: false

    readonly property Playhead playhead: stage.playhead
    readonly property bool stacked: width - controls.width - 1.5 * Theme.margin < Theme.mm(150)
    readonly property int trackLeft: stacked ? Theme.margin / 2 : controls.width + Theme.margin
    readonly property int trackWidth: width - trackLeft - Theme.margin / 2
    readonly property int partHeight: Math.max(Theme.target, Theme.leastText * 2.6)

    implicitHeight: (stacked ? controls.height + Theme.gap : 0) + partHeight + Theme.mm(6)

    function hoursAt(px: real): real {
        return Math.round(px / trackWidth * playhead.span);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
        opacity: 0.86
    }

    MouseArea {
        anchors.fill: parent
    }

    Row {
        id: controls

        x: Theme.margin / 2
        y: Theme.mm(2)
        height: moment.height
        spacing: Theme.gap

        TouchButton {
            icon: "chevron-left"
            spoken: root.stage.words.hour_back
            onActivated: root.playhead.step(-1)
        }

        TouchButton {
            icon: root.playhead.playing ? "player-pause" : "player-play"
            spoken: root.playhead.playing ? root.stage.words.pause : root.stage.words.play
            onActivated: root.playhead.togglePlay()
        }

        TouchButton {
            icon: "chevron-right"
            spoken: root.stage.words.hour_on
            onActivated: root.playhead.step(1)
        }

        TouchButton {
            id: moment

            padding: Theme.mm(3)
            width: widest.width + 2 * padding + Math.max(Theme.mm(8), Theme.body) + Theme.mm(4)
            icon: root.stage.night ? "moon" : "sun"
            text: root.stage.momentText
            spoken: `${root.stage.momentText}. ${root.stage.words.what_happened}`
            chosen: root.eventsOpen
            onActivated: root.eventsOpen = !root.eventsOpen

            TextMetrics {
                id: widest

                font.family: Theme.sans
                font.pixelSize: Theme.body
                text: root.stage.widestMoment
            }
        }
    }

    Item {
        id: track

        x: root.trackLeft
        y: (root.stacked ? controls.height + Theme.gap : 0) + Theme.mm(2)
        width: root.trackWidth
        height: root.partHeight

        Repeater {
            model: root.stage.segments

            Item {
                id: ground

                required property int index
                required property string key
                required property string name
                required property string dates
                required property real starts
                required property real ends
                required property bool current

                x: Math.round(starts / root.playhead.span * track.width)
                width: Math.round(ends / root.playhead.span * track.width) - x - Theme.mm(0.7)
                height: track.height
                Accessible.role: Accessible.Button
                Accessible.name: `${name}, ${dates}`
                Accessible.onPressAction: root.stage.navigation.openPhase(index)

                Rectangle {
                    anchors.fill: parent
                    color: ground.current ? Theme.amber : Theme.inkRaised
                    border.color: Theme.rule
                    border.width: Theme.highContrast ? Theme.hairline : 0
                    radius: Theme.mm(0.8)
                }
            }
        }

        Repeater {
            model: Math.floor(root.playhead.span / 24) + 1

            Rectangle {
                required property int index

                x: Math.min(track.width - width, Math.round(index * 24 / root.playhead.span * track.width))
                y: track.height + Theme.mm(0.6)
                width: Theme.hairline
                height: Theme.mm(1.6)
                color: Theme.muted
            }
        }

        Rectangle {
            id: head

            x: Math.round(root.playhead.hours / root.playhead.span * track.width) - width / 2
            y: -Theme.mm(1.5)
            width: Theme.mm(1.2)
            height: track.height + Theme.mm(3)
            color: Theme.paper
            border.color: Theme.ink
            border.width: Theme.hairline
        }

        Repeater {
            model: root.stage.segments

            Item {
                id: part

                required property int index
                required property string name
                required property string dates
                required property real starts
                required property real ends
                required property bool current

                x: Math.round(starts / root.playhead.span * track.width)
                width: Math.round(ends / root.playhead.span * track.width) - x - Theme.mm(0.7)
                height: track.height

                Column {
                    anchors.verticalCenter: parent.verticalCenter
                    x: Theme.mm(2)
                    width: part.width - 2 * x

                    BodyText {
                        width: parent.width
                        visible: nameSize.width <= width
                        text: part.name
                        color: part.current ? Theme.ink : Theme.paper
                        font.family: Theme.serif
                        font.weight: Font.DemiBold
                        font.pixelSize: Theme.leastText
                        lineHeight: 0.88
                        wrapMode: Text.NoWrap

                        TextMetrics {
                            id: nameSize

                            font.family: Theme.serif
                            font.weight: Font.DemiBold
                            font.pixelSize: Theme.leastText
                            text: part.name
                        }
                    }

                    BodyText {
                        visible: implicitWidth <= part.width - Theme.mm(2)
                        text: part.dates
                        color: part.current ? Theme.ink : Theme.muted
                        font.pixelSize: Theme.leastText
                        lineHeight: 0.88
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }

        Rectangle {
            anchors.horizontalCenter: head.horizontalCenter
            anchors.top: head.bottom
            anchors.topMargin: -Theme.mm(1.5)
            width: Theme.mm(5)
            height: width
            radius: width / 2
            color: Theme.amber
            border.color: Theme.ink
            border.width: Theme.mm(0.5)
        }

        Item {
            anchors.fill: parent
            anchors.margins: -Theme.mm(3)
            activeFocusOnTab: true
            Accessible.role: Accessible.Slider
            Accessible.name: root.stage.words.timeline
            Keys.onLeftPressed: root.playhead.step(-1)
            Keys.onRightPressed: root.playhead.step(1)

            TapHandler {
                gesturePolicy: TapHandler.WithinBounds
                onTapped: point => {
                    const px = point.position.x - Theme.mm(3);
                    if (root.stage.navigation.screen === "phases")
                        root.stage.navigation.openPhase(root.stage.phaseAt(root.hoursAt(px)));
                    else
                        root.playhead.seek(root.hoursAt(px));
                }
            }

            DragHandler {
                target: null
                yAxis.enabled: false
                onCentroidChanged: {
                    if (active)
                        root.playhead.seek(root.hoursAt(centroid.position.x - Theme.mm(3)));
                }
            }
        }
    }
}
