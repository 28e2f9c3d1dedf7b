import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// What the keys have reached, as it is told to who listens: as they come to it, and as it changes.
Item {
    id: root

    required property Speech speech
    required property Walker walker

    readonly property Item held: walker.holding && !walker.inMap ? walker.held : null
    readonly property Reachable thing: held as Reachable
    readonly property Words words: held as Words
    readonly property int role: thing?.role ?? Accessible.StaticText
    readonly property bool chosen: (held as Touchable)?.chosen ?? false
    readonly property string stands: thing?.stands ?? ""
    readonly property string name: thing?.spoken ?? words?.spoken ?? ""

    readonly property bool on: speech.on

    // Those of its kind beside it.
    function row(): var {
        const found = [];
        for (const item of held?.parent?.children ?? []) {
            const other = item as Reachable;
            if (other?.visible && other.enabled && other.role === role)
                found.push(other);
        }
        return found;
    }

    function tell(anew: bool) {
        if (!held || !on)
            return;
        later.anew = later.anew || anew;
        later.restart();
    }

    onOnChanged: tell(true)
    onHeldChanged: tell(true)
    onNameChanged: tell(true)
    onStandsChanged: tell(false)
    onChosenChanged: tell(false)

    // Once all that has changed is known: another place is told whole, a change by its state alone.
    Timer {
        id: later

        property bool anew: false

        interval: 0
        onTriggered: {
            const all = root.thing && !root.thing.among ? root.row() : [];
            const number = root.thing?.nth || all.indexOf(root.held) + 1;
            if (root.held && anew)
                root.speech.reach(root.name, root.role, root.stands, root.chosen, number, root.thing?.among || all.length);
            else if (root.held && root.role !== Accessible.Slider)
                root.speech.change(root.name, root.role, root.stands, root.chosen);
            anew = false;
        }
    }
}
