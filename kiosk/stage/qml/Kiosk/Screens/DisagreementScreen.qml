pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// What sources answer differently: a row a voice, figures on one axis; a map only where one bears on it.
PanelScreen {
    id: root

    required property Stage stage

    readonly property Evidence evidence: stage.evidence
    readonly property bool mapped: evidence.mapped
    readonly property bool wide: !mapped && !frame.portrait && !Theme.large
    readonly property int axisLeft: wide ? Theme.px(640) : Theme.px(24)
    readonly property int axis: width - 2 * frame.margin - axisLeft - Theme.px(84)

    frame: StageFrame {
        edges: root.edges
        sided: true
        bare: !root.mapped
        grounded: root.mapped
        textShare: Theme.large ? 0.48 : 0.41
        textNeed: root.mapped ? Math.round(pane.natural + 2 * Theme.px(16)) : 0
    }

    Rectangle {
        visible: !root.mapped && !root.frame.covered
        width: parent.width
        height: root.frame.floor
        color: Theme.ink
        opacity: Theme.highContrast ? 1 : 0.88
    }

    ReadingPane {
        id: pane

        x: root.frame.margin
        y: root.frame.portrait && !root.mapped ? root.frame.sideTop + root.frame.sideHeight + Theme.px(16) : root.frame.textPane.y
        width: root.mapped ? root.frame.textPane.width : root.width - 2 * root.frame.margin
        height: root.frame.floor - Theme.px(16) - y
        visible: root.mapped || !root.frame.covered
        phrases: root.stage.phrases
        swipes: !root.frame.covered
        spacing: root.mapped ? Theme.px(14) : 0
        onForward: root.stage.navigation.forward()
        onBack: root.stage.navigation.back()

        Item {
            id: top

            width: parent.width
            // Beside the controls.
            height: overline.visible ? Math.max(overline.height, root.wide ? root.frame.sideHeight + Theme.px(10) : 0) : 0

            BodyText {
                id: overline

                width: parent.width
                visible: text !== "" && !Theme.large
                text: root.stage.page.overline
                color: Theme.muted
            }
        }

        TitleBlock {
            id: title

            width: parent.width
            text: root.stage.page.title
            second: root.stage.page.second
        }

        Item {
            id: lead

            width: parent.width
            height: Theme.px(rows.count > 4 ? 8 : 28)
            visible: !root.mapped
        }

        VoiceList {
            width: parent.width
            visible: root.mapped
            navigation: root.stage.navigation
            voices: root.evidence.voices
        }

        Repeater {
            id: rows

            // The rows that are made already; they may come one by one.
            property int added: 0
            // The height that all rows have between them, shared out: no part of the screen is left over.
            readonly property int spread: {
                let left = pane.height - top.height - title.height - lead.height - scale.height;
                for (let i = 0; i < added; i++)
                    left -= (itemAt(i) as VoiceRow)?.need ?? 0;
                return Math.max(Theme.px(12), Math.min(Theme.px(root.frame.portrait ? 480 : 240), Math.floor(left / Math.max(1, added))));
            }

            readonly property int size: count > 4 ? Theme.firm : count > 3 ? Theme.lead : Theme.figure
            // Voices without a figure speak in letters of one size, two of them in the largest.
            readonly property int letters: {
                let most = count > 2 ? size : Theme.title;
                for (let i = 0; i < added; i++) {
                    const row = itemAt(i) as VoiceRow;
                    if (row && !row.drawn)
                        most = Math.min(most, row.fits);
                }
                return Math.max(count > 3 ? Theme.body : Theme.lead, most);
            }

            onItemAdded: added += 1
            onItemRemoved: added -= 1
            model: root.mapped ? null : root.evidence.voices

            VoiceRow {
                required property int index

                width: parent ? parent.width : 0
                navigation: root.stage.navigation
                ticks: root.evidence.ticks
                axisLeft: root.axisLeft
                axis: root.axis
                size: rows.size
                letters: drawn ? own : rows.letters
                room: need + rows.spread
            }
        }

        Item {
            id: scale

            width: parent.width
            height: visible ? Math.round(Math.max(Theme.px(54), Theme.body * 1.45, hollow.visible ? hollow.height : 0)) : 0
            visible: !root.mapped && root.evidence.ticks.count > 0

            // What a hollow point is; where speakers have no column each row says it.
            BodyText {
                id: hollow

                width: root.axisLeft - Theme.px(48)
                visible: root.wide && root.evidence.doubted
                text: root.stage.phrases.words.hollow
                color: Theme.muted
            }

            Repeater {
                id: ticks

                model: root.evidence.ticks

                BodyText {
                    required property int index
                    required property real at
                    required text
                    // Every so many have room, from zero on.
                    readonly property int every: Math.ceil(1.15 * width * (ticks.count - 1) / Math.max(1, root.axis))

                    visible: index % Math.max(1, every) === 0
                    x: Math.min(root.axisLeft + Math.round(at * root.axis - width / 2), root.width - 2 * root.frame.margin - width)
                    color: Theme.muted
                    style: Text.Outline
                    styleColor: Theme.ink
                    wrapMode: Text.NoWrap
                }
            }
        }
    }

    Connections {
        target: root.stage.navigation

        function onMoved() {
            pane.toStart();
        }
    }
}
