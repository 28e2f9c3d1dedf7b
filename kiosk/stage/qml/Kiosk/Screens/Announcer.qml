import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// What assistive technology is told unasked: what has opened, what plays, the hour that the keys have
// chosen and what changes by it, the language in that language, a film that can't be played, the warning.
Item {
    id: root

    required property Keypad keypad
    required property Navigation navigation
    required property Session session
    required property Playhead playhead
    required property Moment moment
    required property MapWalk walk
    required property FilmPlayer film
    // The film in sign language of what is read; "" without.
    required property string signed
    required property Phrasebook phrases
    // What is open, by its title.
    required property string title
    // Where am I, what can I do? "" unless that was asked.
    required property string help

    // The sentence that was stepped to.
    required property string sentence

    property real hoursBefore: 0
    // Something has opened; the keys have chosen another hour, which is told unless that came with it.
    property bool titled: false
    property bool timed: false

    signal announced(string text, bool urgent)

    function say(text: string, urgent: bool) {
        if (text === "")
            return;
        Accessible.announce(text, urgent ? Accessible.Assertive : Accessible.Polite);
        announced(text, urgent);
    }

    function warn() {
        say(`${phrases.words.still_there} ${phrases.say("still_there_why", [session.secondsLeft])}`, true);
    }

    Accessible.ignored: true
    onTitleChanged: {
        titled = true;
        later.restart();
    }
    onHelpChanged: say(help, false)
    onSentenceChanged: say(sentence, false)

    // Once all that has opened is filled.
    Timer {
        id: later

        interval: 0
        onTriggered: {
            const changes = root.timed && !root.titled ? root.walk.changes(root.hoursBefore) : "";
            if (root.titled)
                root.say(root.title, false);
            else if (root.timed)
                root.say(changes === "" ? root.moment.text : root.phrases.say("sentence", [root.moment.text]) + changes, false);
            root.titled = root.timed = false;
            root.hoursBefore = root.playhead.hours;
        }
    }

    Connections {
        target: root.session

        function onStateChanged() {
            if (root.session.state === States.warning)
                root.warn();
        }

        function onSecondsLeftChanged() {
            if (root.session.secondsLeft === 10)
                root.warn();
        }
    }

    Connections {
        target: root.playhead

        function onPlayingChanged() {
            root.say(root.playhead.playing ? root.phrases.words.play : root.phrases.words.pause, false);
        }

        function onHoursChanged() {
            root.timed = root.keypad.inUse && !root.playhead.playing && !root.walk.inside;
            if (root.timed)
                later.restart();
            else
                root.hoursBefore = root.playhead.hours;
        }
    }

    Connections {
        target: root.moment

        function onEventChanged() {
            if (root.playhead.playing && root.moment.eventText !== "")
                root.say(Theme.told(root.moment.eventWhen, root.moment.eventText), false);
        }
    }

    Connections {
        target: root.walk

        function onChanged() {
            root.say(root.walk.told, false);
        }
    }

    Connections {
        target: root.film

        function onChanged() {
            if (root.film.failed)
                root.say(root.phrases.words[root.film.picture === root.signed ? "signed_failed" : "film_failed"], false);
        }
    }

    Connections {
        target: root.phrases

        function onSpoken() {
            root.say(root.phrases.words.language_name, false);
        }
    }
}
