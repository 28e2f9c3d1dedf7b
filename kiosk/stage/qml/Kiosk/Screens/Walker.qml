pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Map
import Kiosk.Stage
import Kiosk.Visit

// The way of the keys through the window, from stop to stop as it is read. It is round: after the last
// comes the first. What opens takes the keys, what closes gives them back; what goes leaves them to the
// stop before. A finger takes the ring away, and the next key brings it back.
Item {
    id: root

    required property Keypad keypad
    required property Navigation navigation
    required property Session session
    // The page and what lies around it, as they are read; or what lies over them, alone.
    required property list<Item> regions
    // The name of what lies over the page; "" for nothing.
    required property string over
    // What of that has the keys first; else its title.
    required property Item wayOut
    required property MapFingers map
    required property Speech speech

    readonly property Item held: (Window.activeFocusItem as Voice)?.words ?? Window.activeFocusItem
    readonly property bool holding: isStop(held) && held.visible && held.enabled

    // The keys go through the map, thing by thing.
    readonly property bool inMap: map.walk.inside && over === ""

    // Where the keys are, or were before a finger came.
    property Item at
    // What lies open, one over the other; where the keys were in it, and the stops around that.
    property var layers: [
        {
            name: "",
            at: null,
            stops: []
        }
    ]

    // The sentence that was stepped to within a text; -1 for the whole of it.
    property int sentence: -1
    readonly property string text: (held as Words)?.text ?? ""
    readonly property string spoken: sentence < 0 ? "" : (held as Words)?.bare(sentences()[sentence] ?? "").trim() ?? ""

    // Somebody asks where they are, and what they can do.
    property bool asking: false

    function uppermost(): var {
        return layers[layers.length - 1];
    }

    function isStop(item: Item): bool {
        const words = item as Words;
        return words ? words.walked && !words.part && words.text !== "" : item instanceof Reachable;
    }

    function gather(within: Item, found: var) {
        for (const item of within?.children ?? []) {
            if (!item.visible || !item.enabled || item.opacity === 0)
                continue;
            if (isStop(item))
                found.push(item);
            if (!(item instanceof Reachable))
                gather(item, found);
        }
    }

    function gathered(within: Item): var {
        const found = [];
        if (within?.visible && within.enabled) {
            if (isStop(within))
                found.push(within);
            gather(within, found);
        }
        return found;
    }

    function everyStop(): var {
        const found = [];
        for (const region of regions)
            found.push(...gathered(region));
        return found;
    }

    function go(item: Item) {
        if (!item)
            return;
        at = item;
        uppermost().at = item;
        uppermost().stops = everyStop();
        (item as Reachable)?.sought();
        ((item as Words)?.voice ?? item).forceActiveFocus(Qt.TabFocusReason);
    }

    // Where the keys begin: at a title, where there is one.
    function land() {
        const every = everyStop();
        const tongue = speech.greeting ? every.find(item => item instanceof LanguageButton) : null;
        go(wayOut ?? tongue ?? every.find(item => item instanceof DisplayText) ?? every[0] ?? null);
    }

    // To where the keys were, or to what is left before it.
    function goBack() {
        const every = everyStop();
        const stops = uppermost().stops;
        let place = stops.indexOf(at);
        while (place >= 0 && !every.includes(stops[place]))
            place -= 1;
        if (place >= 0)
            go(stops[place]);
        else
            land();
    }

    // The page has changed, or what lies over it.
    function turn() {
        const known = layers.findIndex(layer => layer.name === over);
        speech.cue(known < 0 ? "in" : "out");
        if (known < 0)
            layers.push({
                name: over,
                at: null,
                stops: []
            });
        else
            layers.length = known + 1;
        at = uppermost().at;
        if (keypad.inUse)
            later.restart();
    }

    function step(by: int) {
        const held = root.held as Reachable;
        if (!holding)
            goBack();
        else if (held?.steps)
            held.stepped(by);
        else if (!toSentence(sentence + by) && !toBranch(by))
            jump(by);
    }

    function sentences(): var {
        return text === "" ? [] : Theme.sentences((held as Words).styled());
    }

    // To a sentence of the text that has the keys; false if it has none of that number.
    function toSentence(number: int): bool {
        const most = sentences().length;
        if (number < 0 || number >= most || most < 2)
            return false;
        sentence = number;
        paneOf(held)?.toItem((mark.item as SentenceMark).begins);
        return true;
    }

    // To what stands beneath it in a list that branches, or above it; false if nothing does.
    function toBranch(by: int): bool {
        const deep = stop => (stop as Reachable)?.depth ?? -1;
        const every = everyStop();
        const at = every.indexOf(held);
        const above = deep(held) > 0 && by < 0 ? every.slice(0, at).reverse().find(stop => deep(stop) >= 0 && deep(stop) < deep(held)) : undefined;
        const branch = by > 0 && deep(held) >= 0 && deep(every[at + 1]) > deep(held) ? every[at + 1] : above;
        if (branch)
            go(branch);
        return Boolean(branch);
    }

    function paneOf(item: Item): ReadingPane {
        let outer = item;
        while (outer && !(outer instanceof ReadingPane))
            outer = outer.parent;
        return outer as ReadingPane;
    }

    // To the first stop of the next region; within a single one to its ends.
    function jump(by: int) {
        const parts = regions.map(region => gathered(region)).filter(part => part.length > 0);
        const here = parts.findIndex(part => part.includes(held));
        if (parts.length === 1)
            go(parts[0][by < 0 ? 0 : parts[0].length - 1]);
        else if (parts.length > 0)
            go(parts[(here + by + parts.length) % parts.length][0]);
    }

    // What nothing opens or closes by is heard to have been done.
    function act(held: Reachable) {
        const before = over;
        held.act();
        if (over === before && !inMap && !later.anew)
            speech.cue("done");
    }

    function leave() {
        Assistance.acting = true;
        if (over === States.warning)
            session.stay();
        else if (navigation.sheet !== Sheets.none)
            navigation.closeSheet();
        else if (navigation.card !== "")
            navigation.closeCard();
        else if (inMap)
            map.walk.leave();
        else if (navigation.screen !== Screens.home)
            navigation.goHome();
        else
            navigation.openSheet(Sheets.comfort);
        Assistance.acting = false;
    }

    onTextChanged: sentence = -1
    onHeldChanged: sentence = -1
    Component.onCompleted: if (keypad.inUse)
        later.restart()
    onOverChanged: turn()
    onHoldingChanged: if (!holding && keypad.inUse)
        later.restart()

    // Once what has opened is there.
    Timer {
        id: later

        // The page is another one.
        property bool anew: false

        interval: 0
        onTriggered: {
            if (anew || !root.at)
                root.land();
            else
                root.goBack();
            anew = false;
        }
    }

    Connections {
        target: root.keypad

        function onMoved(by: int) {
            root.asking = false;
            const every = root.everyStop();
            const place = every.indexOf(root.held);
            const next = every[place + by];
            if (root.inMap) {
                root.map.walk.move(by);
                return;
            }
            root.speech.cue(next ? "stop" : "round");
            if (place < 0)
                root.goBack();
            else
                root.go(next ?? every[by > 0 ? 0 : every.length - 1]);
        }

        // Right is on; in a mirrored screen left is.
        function onStepped(by: int) {
            const on = Theme.mirrored ? -by : by;
            root.asking = false;
            if (root.inMap)
                root.map.walk.turn(on);
            else
                root.step(on);
        }

        function onTaken() {
            root.asking = false;
            if (root.inMap)
                root.map.walk.open();
            else if (root.held instanceof Reachable && root.holding)
                root.act(root.held as Reachable);
            else if (root.holding)
                root.speech.cue("cannot");
            else
                root.goBack();
        }

        function onLeft() {
            if (root.asking)
                root.asking = false;
            else
                root.leave();
        }

        function onHomed() {
            Assistance.acting = true;
            root.navigation.goHome();
            Assistance.acting = false;
        }

        function onAsked() {
            root.asking = !root.asking;
        }

        function onInUseChanged() {
            root.asking = root.asking && root.keypad.inUse;
            if (!root.keypad.inUse && root.holding)
                root.Window.activeFocusItem.focus = false;
        }
    }

    Connections {
        target: root.map.walk

        function onInsideChanged() {
            root.speech.cue(root.map.walk.inside ? "in" : "out");
        }

        function onWalked(round: bool, east: real, north: real) {
            root.speech.place(round ? "round" : "stop", east, north);
        }
    }

    Connections {
        target: root.speech

        function onGreeted() {
            later.anew = true;
            later.restart();
        }
    }

    Connections {
        target: root.navigation

        function onMoved() {
            if (!Assistance.acting || root.navigation.carried)
                return;
            later.anew = true;
            later.restart();
        }
    }

    Connections {
        target: root.session

        function onStateChanged() {
            if (root.session.state === States.attract)
                root.at = null;
            else if (root.keypad.inUse)
                later.restart();
        }
    }

    Loader {
        id: mark

        active: root.sentence >= 0
        sourceComponent: SentenceMark {
            words: root.held as Words
            number: root.sentence
        }
    }

    Loader {
        active: root.holding
        sourceComponent: FocusRing {
            target: root.held
            inset: (root.held as Reachable)?.inset ?? false
        }
    }
}
