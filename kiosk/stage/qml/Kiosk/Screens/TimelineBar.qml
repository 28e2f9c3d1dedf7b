pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// The campaign from its first hour to its last: phases to touch, a playhead to drag.
Item {
    id: root

    required property Phrasebook phrases
    required property Navigation navigation
    required property Playhead playhead
    required property Timeline timeline
    required property Moment moment

    readonly property bool stacked: width - controls.width - 3 * Theme.margin < Theme.mm(150)
    readonly property bool brief: Theme.large || width < (stacked ? Theme.mm(220) * Theme.textScale : Theme.mm(500))
    readonly property int trackLeft: stacked ? Theme.margin : controls.width + 2 * Theme.margin
    readonly property int trackWidth: width - trackLeft - Theme.margin
    readonly property int partHeight: Math.max(Theme.target, Theme.leastText * 3)

    implicitHeight: (stacked ? controls.height + Theme.gap + partHeight : Math.max(controls.height, partHeight)) + Theme.gap + Theme.mm(8)

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

        x: Theme.margin
        y: Theme.gap
        height: hour.height
        spacing: Theme.gap

        TouchButton {
            icon: "chevron-left"
            textSize: Theme.bounded
            padding: Theme.mm(3)
            spoken: root.phrases.words.hour_back
            onPressedChanged: pressed ? root.playhead.hold(-1) : root.playhead.letGo()
            onActivated: root.playhead.tap(-1)
        }

        TouchButton {
            readonly property string whole: root.navigation.screen === Screens.phases ? root.phrases.words.play_phase : root.phrases.words.play

            icon: root.playhead.playing ? "player-pause" : "player-play"
            text: root.brief ? "" : root.playhead.playing ? root.phrases.words.pause : root.phrases.words.play
            textSize: Theme.bounded
            spoken: root.playhead.playing ? root.phrases.words.pause : whole
            onActivated: root.timeline.togglePlay()
        }

        TouchButton {
            icon: "chevron-right"
            textSize: Theme.bounded
            padding: Theme.mm(3)
            spoken: root.phrases.words.hour_on
            onPressedChanged: pressed ? root.playhead.hold(1) : root.playhead.letGo()
            onActivated: root.playhead.tap(1)
        }

        TouchButton {
            text: `${root.playhead.pace}×`
            textSize: Theme.bounded
            padding: Theme.mm(3)
            // Between two exhibits the playhead before may be heard once more, without a speed.
            spoken: root.phrases.words[`speed_${root.playhead.speed}`] ?? ""
            onActivated: root.playhead.cycleSpeed()
        }

        TouchButton {
            id: hour

            padding: Theme.mm(3)
            // On tall glass of few inches it does not grow, so that the row has room.
            textSize: root.stacked && root.width < 26 * Theme.leastText ? Theme.leastText : Theme.bounded
            width: widest.width + 2 * padding + Math.max(Theme.mm(8), textSize) + Theme.mm(4)
            icon: root.moment.skyIcon
            text: root.moment.text
            spoken: `${root.moment.heard}. ${root.phrases.words.what_happened}`
            chosen: root.navigation.sheet === Sheets.events
            onActivated: root.navigation.toggleSheet(Sheets.events)

            TextMetrics {
                id: widest

                font.family: Theme.sans
                font.pixelSize: hour.textSize
                text: root.moment.widest
            }
        }
    }

    Item {
        id: track

        x: root.trackLeft
        y: (root.stacked ? controls.height + Theme.gap : Math.max(0, (controls.height - height) / 2)) + Theme.gap
        width: root.trackWidth
        height: root.partHeight

        Repeater {
            model: root.timeline.segments

            Item {
                id: part

                required property int index
                required property string key
                required property string name
                required property list<string> dates
                required property real begins
                required property real finishes
                required property bool current

                readonly property color tint: current ? Theme.ink : Theme.paper

                x: Math.round(begins * track.width)
                width: Math.round(finishes * track.width) - x - Theme.gap
                height: track.height
                Accessible.role: Accessible.Button
                Accessible.name: `${name}, ${dates[0]}`
                Accessible.onPressAction: root.navigation.openPhase(index)

                Rectangle {
                    anchors.fill: parent
                    color: part.current ? Theme.amber : Theme.inkRaised
                    border.color: Theme.rule
                    border.width: Theme.highContrast ? Theme.hairline : 0
                    radius: Theme.mm(0.8)
                }

                TextMetrics {
                    id: nameSize

                    font.family: Theme.serif
                    font.weight: Font.DemiBold
                    font.pixelSize: Theme.leastText
                    text: part.name
                }

                FontMetrics {
                    id: figures

                    font.family: Theme.sans
                    font.pixelSize: Theme.leastText
                }

                Column {
                    anchors.verticalCenter: parent.verticalCenter
                    x: nameSize.advanceWidth < part.width - Theme.mm(6) ? Theme.mm(3) : Theme.mm(1.4)
                    width: part.width - 2 * x

                    BodyText {
                        width: parent.width
                        text: nameSize.advanceWidth < width ? part.name : String(part.index + 1)
                        color: part.tint
                        font.family: Theme.serif
                        font.weight: Font.DemiBold
                        font.pixelSize: Theme.leastText
                        lineHeight: 0.88
                        wrapMode: Text.NoWrap
                    }

                    BodyText {
                        visible: text !== ""
                        text: figures.font.pixelSize > 0 ? part.dates.find(said => figures.advanceWidth(said) < parent.width) ?? "" : ""
                        color: part.current ? Theme.ink : Theme.muted
                        font.pixelSize: Theme.leastText
                        lineHeight: 0.88
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }

        // Days are light, nights dark; a tick where a date begins.
        Rectangle {
            id: light

            y: track.height + Theme.mm(0.6)
            width: track.width
            height: Theme.mm(1.4)
            color: Theme.muted
            opacity: Theme.highContrast ? 1 : 0.7
        }

        Repeater {
            model: root.timeline.nights

            Rectangle {
                required property var modelData

                x: Math.round(modelData[0] * track.width)
                y: light.y
                width: Math.round(modelData[1] * track.width) - x
                height: light.height
                color: Theme.night
            }
        }

        Repeater {
            model: root.timeline.days

            Rectangle {
                required property real modelData

                x: Math.min(track.width - width, Math.round(modelData * track.width))
                y: light.y
                width: Theme.hairline
                height: light.height
                color: Theme.paper
            }
        }

        // The playhead: a mark above and a knob below, clear of the names.
        Rectangle {
            id: head

            x: Math.round(root.timeline.share * track.width) - width / 2
            y: -Theme.mm(2)
            width: Theme.mm(1.2)
            height: Theme.mm(2.4)
            color: Theme.paper
            border.color: Theme.ink
            border.width: Theme.hairline
        }

        Rectangle {
            anchors.horizontalCenter: head.horizontalCenter
            y: track.height + Theme.mm(0.2)
            width: Theme.mm(4.6)
            height: width
            radius: width / 2
            color: Theme.paper
            border.color: Theme.ink
            border.width: Theme.mm(0.6)
        }

        Item {
            id: hands

            anchors.fill: parent
            anchors.leftMargin: -Theme.mm(3)
            anchors.rightMargin: -Theme.mm(3)
            anchors.bottomMargin: -Theme.mm(2)
            activeFocusOnTab: true
            Accessible.role: Accessible.Slider
            Accessible.name: root.phrases.words.timeline
            Keys.onLeftPressed: root.playhead.step(-1)
            Keys.onRightPressed: root.playhead.step(1)

            function shareAt(px: real): real {
                return (px - Theme.mm(3)) / track.width;
            }

            TapHandler {
                longPressThreshold: 0
                gesturePolicy: TapHandler.WithinBounds
                onTapped: point => {
                    const share = hands.shareAt(point.position.x);
                    if (root.navigation.screen === Screens.phases)
                        root.timeline.openPhaseAt(share);
                    else
                        root.timeline.scrub(share);
                }
            }

            DragHandler {
                target: null
                yAxis.enabled: false
                onCentroidChanged: {
                    if (active)
                        root.timeline.scrub(hands.shareAt(centroid.position.x));
                }
            }
        }
    }
}
