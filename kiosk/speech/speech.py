"""The spoken way through a visit, and what is read aloud on demand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import Exhibit
from kiosk.machine.keymap import Key
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.timing import Timekeeper
from kiosk.speech.cues import Cue
from kiosk.speech.loudness import Loudness
from kiosk.speech.means import Means
from kiosk.speech.reached import Kind, Reached, ReachedTeller
from kiosk.speech.reciter import Reciter
from kiosk.telling.locale import Locale
from kiosk.visit.hold import Hold
from kiosk.visit.keypad import Keypad
from kiosk.visit.session import Session, State

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

TEMPI = (80, 100, 125, 150, 200)
"""The steps of tempo, in per cent."""

PATIENCE = 3.0
"""The time to answer the warning for who hears it, in that of who sees it."""

PULLED_MS = 10_000
"""The time after headphones are pulled until the spoken way is over."""

KINDS = {
    QAccessible.Role.Button: Kind.BUTTON,
    QAccessible.Role.CheckBox: Kind.SWITCH,
    QAccessible.Role.RadioButton: Kind.OPTION,
    QAccessible.Role.Grouping: Kind.CHOICE,
    QAccessible.Role.PageTab: Kind.TAB,
    QAccessible.Role.Link: Kind.NAME,
    QAccessible.Role.Slider: Kind.SLIDER,
    QAccessible.Role.Canvas: Kind.MAP,
    QAccessible.Role.Graphic: Kind.PICTURE,
}
"""The kinds of what is reached, by the roles that QML gives it; all else is text."""


@dataclass(frozen=True)
class Recital:
    """A text to be read aloud, and the content's file with a recording of it, if there is one."""

    text: str
    recording: str = ""


class Readable(Protocol):
    """A page that is read aloud on demand."""

    @property
    def recital(self) -> Recital:
        """The text of it at this moment."""

    @property
    def recorded(self) -> bool:
        """True if there is a recording of it."""


@QmlElement
@QmlUncreatable("The stage owns the speech.")
class Speech(QObject):
    """Says what a visit comes by, if that is wanted: `on` is the spoken way.

    It begins by headphones, by LISTEN held, or in the reading aids, and ends with the visit. Any
    key ends what is said; what follows is said after what is under way. Who listens is not idle.

    Signals:
        changed: the spoken way has begun, or is over; the tempo.
        captionChanged: the sentence that is heard.
        offeredChanged: whether the page can be heard.
        greeted: the way begins by headphones: the languages come first.
    """

    changed = Signal()
    captionChanged = Signal()
    offeredChanged = Signal()
    greeted = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        session: Session,
        keypad: Keypad,
        locale: Locale,
        timers: Timekeeper,
        page: Readable,
        means: Means | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        means = means or Means()
        self._languages = exhibit.exhibit.languages
        self._session, self._locale, self._page = session, locale, page
        self._hold = Hold(session)
        self._content, self._voicings = means.content, means.voicings
        self._reciter = Reciter(self._languages, locale, timers, means, self)
        self._loudness = Loudness(means.full_dba)
        self._reached = ReachedTeller()
        self._pulled = timers.single(self._end)
        self._on = self._greeting = False
        self._cues = True
        self._tempo = 100
        self._reciter.captionChanged.connect(self.captionChanged)
        self._reciter.speaksChanged.connect(self._on_speaks)
        self._reciter.lacked.connect(self._on_lacked)
        session.visitEnded.connect(self._end)
        keypad.heard.connect(self._on_key)
        keypad.listened.connect(self.listen)
        keypad.spokenAsked.connect(self.toggle)
        keypad.loudened.connect(self._louden)
        keypad.quickened.connect(self._quicken)
        keypad.jacked.connect(self._jack)

    # ------------------------------------------------------------ as QML reads it

    @Property(bool, notify=changed)
    def on(self) -> bool:
        """True in the spoken way."""
        return self._on

    @Property(str, notify=captionChanged)
    def caption(self) -> str:
        """The sentence that is said."""
        return self._reciter.caption

    @Property(bool, notify=captionChanged)
    def reading(self) -> bool:
        """True while something is said."""
        return self._reciter.speaks

    @Property(bool, notify=changed)
    def greeting(self) -> bool:
        """True from when headphones are put in to the next key: the languages come first."""
        return self._greeting

    @Property(bool, notify=changed)
    def cues(self) -> bool:
        """True if short sounds say where the keys have gone."""
        return self._cues

    @Property(bool, notify=offeredChanged)
    def offered(self) -> bool:
        """True if the page can be heard: it has a recording, or narrators have been at work."""
        return self._page.recorded or self._voicings.offers()

    @property
    def stretch(self) -> float:
        """The factor of the time that a visitor is given, who listens in this tempo."""
        return 2 * max(1.0, 100 / self._tempo) if self._on else 1.0

    # ------------------------------------------------------------ the way

    @Slot()
    def toggle(self) -> None:
        """Begins the spoken way, or ends it."""
        say = self._locale.teller.phrases.say
        self._reciter.hush()
        if self._on:
            self._set_on(False)
            self._reciter.say(say("speech_off"))
        elif self._session.state != State.ATTRACT:
            self._begin()
            self._reciter.say(say("speech_on"))

    @Slot()
    def toggleCues(self) -> None:
        """Leaves the short sounds out, or has them again."""
        self._cues = not self._cues
        self.changed.emit()

    @Slot()
    def listen(self) -> None:
        """Reads the page; while something is said, holds that, or goes on with it."""
        if self._reciter.begun:
            self._reciter.pause()
            return
        recital = self._page.recital
        recording = self._content / recital.recording if recital.recording else None
        self._ready()
        self._reciter.say(recital.text, recording)

    def turn(self) -> None:
        """Takes another page: what was read of the one before ends, but not in the spoken way."""
        if not self._on:
            self._reciter.hush()
        self.offeredChanged.emit()

    @Slot()
    def hush(self) -> None:
        """Says nothing more of what is under way or waits."""
        self._reciter.hush()

    def set_quiet(self, quiet: bool) -> None:
        """Lets nothing be heard, or all again."""
        self._reciter.quiet = quiet

    def go_on_from(self, before: Speech) -> None:
        """Goes on in the way of another stage before the same eyes and ears."""
        self._tempo, self._cues = before._tempo, before._cues
        if before._on:
            self._begin()

    def close(self) -> None:
        """Ends all of it."""
        self._pulled.stop()
        self._reciter.close()

    def _begin(self) -> None:
        self._pulled.stop()
        self._set_on(True)
        self._ready()

    def _ready(self) -> None:
        self._reciter.ready(self._tempo / 100, self._loudness.gain)

    def _set_on(self, on: bool) -> None:
        self._on = self._reciter.keeps = on
        self._session.set_patience(PATIENCE if on else 1.0)
        self.changed.emit()

    @Slot()
    def _end(self) -> None:
        """Is silent, with all as the next visitor shall find it."""
        self._pulled.stop()
        self._tempo, self._cues = 100, True
        self._set_on(False)
        self._reciter.close()
        self._reached.forget()
        self._loudness.plug(False)
        self._loudness.reset()

    @Slot()
    def _on_speaks(self) -> None:
        """Holds the visit while something is said."""
        self.captionChanged.emit()
        self._hold.follow(self._reciter.speaks)

    # ------------------------------------------------------------ what is said unasked

    @Slot(str, bool)
    def say(self, text: str, urgent: bool) -> None:
        """Says what happens, in the spoken way; what is urgent at once."""
        if not self._on or self._pulled.remaining:
            return
        if urgent:
            self._reciter.hush()
        self._reciter.say(text)

    @Slot(str, int, str, bool, int, int)
    def reach(
        self, name: str, role: int, stands: str, chosen: bool, number: int, among: int
    ) -> None:
        """Says what the keys have reached: its place is `number` `among` those of its row."""
        if self._on:
            reached = Reached(name, _kind(role), stands, chosen, number, among)
            self.say(self._reached.told(reached, self._locale.teller.phrases), False)

    @Slot(str, int, str, bool)
    def change(self, name: str, role: int, stands: str, chosen: bool) -> None:
        """Says how what is reached stands now."""
        reached = Reached(name, _kind(role), stands, chosen)
        self.say(self._reached.state(reached, self._locale.teller.phrases), False)

    @Slot(str)
    def cue(self, name: str) -> None:
        """Sounds the cue of a name, in the spoken way."""
        self.place(name, 0.0, 0.0)

    @Slot()
    def _on_lacked(self) -> None:
        self.cue(Cue.CANNOT)

    @Slot(str, float, float)
    def place(self, name: str, east: float, north: float) -> None:
        """Sounds a cue from a place in a view, each from -1 to 1, in the spoken way."""
        if self._on and self._cues and not self._pulled.remaining:
            self._reciter.cue(Cue(name).file, east, north)

    # ------------------------------------------------------------ keys

    @Slot(str)
    def _on_key(self, key: str) -> None:
        self._reciter.cause = key
        self._greeting = False
        if key != Key.LISTEN:
            self._reciter.hush()

    @Slot(int)
    def _louden(self, by: int) -> None:
        self._loudness.step(by)
        self._ready()
        self._reciter.say(self._locale.teller.phrases.say("speech_volume", self._loudness.percent))

    @Slot(int)
    def _quicken(self, by: int) -> None:
        place = TEMPI.index(self._tempo) + by
        self._tempo = TEMPI[min(len(TEMPI) - 1, max(0, place))]
        self._ready()
        self.changed.emit()
        self._reciter.say(self._locale.teller.phrases.say("speech_tempo", self._tempo))

    @Slot(bool)
    def _jack(self, put_in: bool) -> None:
        """Greets who puts headphones in, in each language; is silent once they are pulled."""
        self._loudness.plug(put_in)
        if not put_in:
            self._pulled.start(PULLED_MS)
            return
        self._begin()
        teller = self._locale.teller
        self._reciter.say(teller.phrases.say("speech_greeting"))
        for code in self._languages:
            if code != teller.language:
                said = self._locale.phrases(code).say("speech_language")
                self._reciter.say(said, language=code)
        self._greeting = True
        self.greeted.emit()


def _kind(role: int) -> Kind:
    return KINDS.get(QAccessible.Role(role), Kind.TEXT)
