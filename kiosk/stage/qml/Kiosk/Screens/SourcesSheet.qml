pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// How do we know? The sources of what is on the screen, and where they disagree.
Sheet {
    id: root

    title: stage.words.how_known
    space: Theme.mm(6)
    onClosed: stage.navigation.closeSources()

    BodyText {
        width: parent.width
        visible: root.stage.navigation.screen === "maps"
        text: `${root.stage.words.map_note}\n${root.stage.mapNote}`
    }

    BodyText {
        width: parent.width
        visible: disagreements.count > 0
        text: root.stage.words.they_disagree
        color: Theme.muted
    }

    Column {
        width: parent.width
        spacing: Theme.mm(3)

        Repeater {
            id: disagreements

            model: root.stage.voices

            Column {
                id: voice

                required property int index
                required property string question
                required property string who
                required property string says
                required property bool drawn
                required property real low
                required property real high
                required property bool openEnded

                width: parent ? parent.width : 0

                BodyText {
                    width: parent.width
                    topPadding: Theme.mm(3)
                    visible: text !== ""
                    text: voice.question
                    font.weight: Font.Bold
                }

                BodyText {
                    width: parent.width
                    text: `${voice.says} — ${voice.who}`
                }

                Item {
                    width: parent.width
                    height: visible ? Theme.mm(6) : 0
                    visible: voice.drawn

                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width * 0.9
                        height: Theme.hairline
                        color: Theme.rule
                    }

                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        x: Math.max(0, voice.low * parent.width * 0.9 - Theme.mm(2))
                        width: Math.max(Theme.mm(4), (voice.high - voice.low) * parent.width * 0.9 + Theme.mm(4))
                        height: Theme.mm(4)
                        radius: height / 2
                        color: Theme.paper
                    }

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: voice.openEnded
                        x: voice.high * parent.width * 0.9 + Theme.mm(2)
                        name: "chevron-right"
                        side: Theme.mm(6)
                    }
                }
            }
        }
    }

    BodyText {
        width: parent.width
        text: sourceList.count > 0 ? root.stage.words.sources : root.stage.words.no_sources
        color: Theme.muted
    }

    Repeater {
        id: sourceList

        model: root.stage.sources

        Column {
            id: source

            required property int index
            required property string title
            required property string where
            required property string note

            width: parent ? parent.width : 0

            BodyText {
                width: parent.width
                text: source.title
                font.weight: Font.Bold
            }

            BodyText {
                width: parent.width
                text: source.where
                color: Theme.muted
            }

            BodyText {
                width: parent.width
                visible: text !== ""
                text: source.note
            }
        }
    }

    FactList {
        width: parent.width
        visible: root.stage.navigation.screen === "maps"
        stage: root.stage
        facts: root.stage.credits
    }
}
