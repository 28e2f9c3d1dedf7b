pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The sides as banks of lanes on the ruler's own line, so that the playhead cuts through them.
PanelScreen {
    id: root

    required property Stage stage

    readonly property bool ruled: !frame.portrait && edges.rulerLeft > 0
    readonly property int trackLeft: ruled ? edges.rulerLeft - frame.margin : frame.portrait ? 0 : Theme.px(Theme.large ? 0 : 200)
    readonly property int trackWidth: width - 2 * frame.margin - trackLeft
    readonly property int begin: Math.max(Theme.px(36), frame.portrait ? frame.mapHeight : frame.textTop)
    readonly property int room: frame.floor - begin - Theme.px(8)
    // Of many sides each has one lane that bears its name, beneath what stands at the right.
    readonly property bool slim: room / Math.max(1, banks.count) < 2 * (Math.max(Theme.target, Theme.body * 1.5) + Theme.gap)
    readonly property int first: slim && !frame.portrait ? frame.sideTop + frame.sideHeight + Theme.gap : begin
    readonly property real apart: (frame.floor - first - Theme.px(8)) / Math.max(1, banks.count)
    // As many lanes as a side has room for, once all are there.
    readonly property int most: {
        let most = 0;
        if (banks.added < banks.count)
            return most;
        for (let i = 0; i < banks.added; i++)
            most = Math.max(most, (banks.itemAt(i) as LaneBank)?.most ?? 0);
        return most;
    }

    frame: StageFrame {
        edges: root.edges
        sided: true
        grounded: portrait
        bare: !portrait && !covered
        mapShare: 0.3
        sheetLeast: 0
        shownMap: portrait ? Qt.rect(0, 0, width, mapHeight) : Qt.rect(0, 0, width, floor)
    }

    // Lanes are made once their room is known, as each takes its time.
    property bool made: false

    function takeRoom() {
        if (made && most > 0)
            stage.lanes.takeRoom(most);
    }

    onMostChanged: takeRoom()
    Component.onCompleted: {
        made = true;
        takeRoom();
    }

    Rectangle {
        visible: !root.frame.portrait && !root.frame.covered
        width: parent.width
        height: root.frame.floor
        color: Theme.ink
        opacity: Theme.highContrast ? 1 : 0.8
    }

    // The playhead's line, on the ruler's own, beneath all words.
    Rectangle {
        // The hour is: so it has the colour of what is.
        readonly property bool chosen: true

        visible: root.ruled && !root.frame.covered
        x: root.frame.margin + root.trackLeft + Math.round(root.stage.timeline.share * root.trackWidth - width / 2)
        y: root.begin + Theme.target
        width: Theme.px(5)
        height: root.frame.floor - y
        color: Theme.amber
        opacity: 0.8
    }

    Repeater {
        id: banks

        // Those that are there already.
        property int added: 0
        // Where the heading of each ends.
        readonly property list<int> heads: {
            const ends = [];
            for (let i = 0; i < added; i++)
                ends.push((itemAt(i) as LaneBank)?.headEnd ?? 0);
            return ends;
        }

        model: root.stage.lanes.banks
        onItemAdded: added += 1
        onItemRemoved: added -= 1

        LaneBank {
            required property int index

            x: root.frame.margin
            y: root.first + Math.round(index * root.apart)
            width: root.width - 2 * root.frame.margin
            height: Math.floor(root.apart)
            visible: !root.frame.covered
            navigation: root.stage.navigation
            ruled: root.ruled
            trackLeft: root.trackLeft
            trackWidth: root.trackWidth
            share: root.stage.timeline.share
            taken: index === 0 && !root.frame.portrait ? root.edges.sideWidth + Theme.px(24) : 0
            number: index
            heads: banks.heads
            apart: root.apart
            slim: root.slim
        }
    }

    // What says sorry where the parties can't be shown.
    DisplayText {
        anchors.centerIn: parent
        visible: banks.count === 0
        text: root.stage.page.title
    }
}
