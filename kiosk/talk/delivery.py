"""The giving of a talk: where it stands, and what lies over the slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.qt.property import Property, QmlUncreatable
from kiosk.talk.poll import Poll
from kiosk.talk.stopwatch import Stopwatch

if TYPE_CHECKING:
    from kiosk.qt.timing import Timekeeper
    from kiosk.talk.slides import Slide

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

COLUMNS = 4
"""Slides side by side in the overview."""

TYPED_MS = 3000
"""The time a number that was typed waits for Enter, or for its next digit."""

NOTHING = -1
"""The typed number while none is being typed."""

TICK_MS = 1000


class Mode(StrEnum):
    """The state of the audience's screen."""

    SLIDE = "slide"
    BLACK = "black"
    KEY = "key"  # of the map
    OVERVIEW = "overview"
    OFFER = "offer"  # to go on where the talk was left
    ENDING = "ending"  # whether to end is asked
    ENDED = "ended"


class Act(StrEnum):
    """An act of the speaker, by a key or a hand."""

    FORWARD = "forward"
    BACK = "back"
    DOWN = "down"
    UP = "up"
    PICK = "pick"
    FIRST = "first"
    LAST = "last"
    BLACK = "black"
    OVERVIEW = "overview"
    KEY = "legend"
    ESCAPE = "escape"
    POINTER = "pointer"
    LANGUAGE = "language"
    ZOOM = "zoom"
    CLOSER = "closer"
    FURTHER = "further"
    NOTES = "notes"
    LARGER = "larger"  # the notes
    SMALLER = "smaller"
    READ_ON = "read-on"  # in the notes
    READ_BACK = "read-back"
    SWAP = "swap"
    FILM = "film"  # plays, or stands
    ROOM = "brightness"  # of the room
    PAUSE = "hold"  # the timer
    RESET = "restart"
    OTHER = "other"  # a key that means nothing, and still returns from black


LEFT_TO_OTHERS = frozenset(
    (
        *(Act.LANGUAGE, Act.ROOM, Act.ZOOM, Act.CLOSER, Act.FURTHER, Act.NOTES, Act.SWAP, Act.FILM),
        *(Act.LARGER, Act.SMALLER, Act.READ_ON, Act.READ_BACK),
    )
)
"""Acts that change nothing of where the talk stands."""

MOVES = {Act.FORWARD: 1, Act.BACK: -1, Act.DOWN: COLUMNS, Act.UP: -COLUMNS}
"""The number of slides that each moves in the overview."""


@dataclass(frozen=True)
class Bookmark:
    """A point of a talk: the slide by place and by what it shows, the click, the seconds."""

    slide: int
    show: str
    step: int
    seconds: float


@QmlElement
@QmlUncreatable("The application makes the delivery.")
class Delivery(QObject):
    """A talk under way. Time runs from the first move on.

    Signals:
        moved: another slide, or another click of it.
        modeChanged: something else is seen than before.
        cursorChanged: another slide is marked in the overview.
        typedChanged: another number is typed.
        counted: the hands that were shown are counted otherwise.
        pointingChanged: the pointer came or went.
        ticked: a second passed, or the timer was paused or reset.
        asked: an act of `LEFT_TO_OTHERS`.
        ended: the speaker ended the talk.
    """

    moved = Signal()
    modeChanged = Signal()
    cursorChanged = Signal()
    typedChanged = Signal()
    counted = Signal()
    pointingChanged = Signal()
    ticked = Signal()
    asked = Signal(str)
    ended = Signal()

    def __init__(
        self, slides: Sequence[Slide], timers: Timekeeper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._slides, self._timers = tuple(slides), timers
        self._tick = timers.single(self._on_tick)
        self._forget = timers.single(self._forget_typed)
        self._slide = self._step = self._cursor = 0
        self._mode = Mode.SLIDE
        self._before_black = Mode.SLIDE
        self._offered: Bookmark | None = None
        self._typed = NOTHING
        self._pointing = False
        self._polls = {slide.show: Poll(slide.choices) for slide in slides if slide.choices}
        self.watch = Stopwatch([slide.seconds for slide in self._slides], timers)
        self._tick.start(TICK_MS)

    # ------------------------------------------------------------ where it stands

    @property
    def at(self) -> Slide:
        """The slide at hand."""
        return self._slides[self._slide]

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All slides of the talk."""
        return self._slides

    @Property(int, notify=moved)
    def slide(self) -> int:
        """The place of the slide at hand."""
        return self._slide

    @Property(int, notify=moved)
    def step(self) -> int:
        """The click of the slide at hand, 0 as it opens."""
        return self._step

    @Property(int, constant=True)
    def count(self) -> int:
        """The number of slides."""
        return len(self._slides)

    @Property(str, notify=modeChanged)
    def mode(self) -> Mode:
        """The `Mode` as text."""
        return self._mode

    @Property(int, notify=cursorChanged)
    def cursor(self) -> int:
        """The slide that is marked in the overview."""
        return self._cursor

    @Property(int, constant=True)
    def columns(self) -> int:
        """Slides side by side in the overview."""
        return COLUMNS

    @Property(int, notify=typedChanged)
    def typed(self) -> int:
        """The number that is being typed; -1 for none."""
        return self._typed

    @property
    def poll(self) -> Poll | None:
        """The show of hands of the slide at hand."""
        return self._polls.get(self.at.show)

    @Property(bool, notify=moved)
    def polling(self) -> bool:
        """True while the group is to show hands."""
        return self.at.polls(self._step)

    @Property(bool, notify=pointingChanged)
    def pointing(self) -> bool:
        """True while the pointer is shown."""
        return self._pointing

    @property
    def bookmark(self) -> Bookmark:
        """The point where the talk stands, to be kept."""
        return Bookmark(self._slide, self.at.show, self._step, self.watch.elapsed_s)

    # ------------------------------------------------------------ acts

    @Slot(str)
    def act(self, name: str) -> None:
        """Does an `Act`. Raises ValueError if there is none of that name."""
        act, number = Act(name), self._typed
        self._type(NOTHING)
        if self._mode is Mode.BLACK:
            self._show(self._before_black)
        elif self._mode is Mode.ENDING and act is not Act.ESCAPE:
            self._show(Mode.SLIDE)
        elif act in LEFT_TO_OTHERS:
            self.asked.emit(act)
        elif self._mode is Mode.KEY:
            self._show(Mode.SLIDE)
        elif act in (Act.PAUSE, Act.RESET):
            (self.watch.pause if act is Act.PAUSE else self.watch.reset)()
            self.ticked.emit()
        elif act is Act.BLACK:
            self._before_black = self._mode
            self._show(Mode.BLACK)
        elif act is Act.PICK and number >= 0 and self._counting:
            self._polls[self.at.show].enter(number)
            self.counted.emit()
        elif act is Act.PICK and number > 0:
            self.jump(number - 1)
        else:
            {
                Mode.SLIDE: self._act_on_slide,
                Mode.OVERVIEW: self._act_on_overview,
                Mode.OFFER: self._act_on_offer,
                Mode.ENDING: self._act_on_ending,
                Mode.ENDED: self._act_on_ending,
            }[self._mode](act)

    def _act_on_slide(self, act: Act) -> None:
        if act in (Act.FORWARD, Act.DOWN, Act.PICK):
            self._walk(1)
        elif act in (Act.BACK, Act.UP):
            self._walk(-1)
        elif act is Act.FIRST:
            self._go(0, 0)
        elif act is Act.LAST:
            self._go(len(self._slides) - 1, 0)
        elif act is Act.OVERVIEW:
            self._mark(self._slide)
            self._show(Mode.OVERVIEW)
        elif act is Act.KEY:
            self._show(Mode.KEY)
        elif act is Act.POINTER or (act is Act.ESCAPE and self._pointing):
            self._pointing = not self._pointing
            self.pointingChanged.emit()
        elif act is Act.ESCAPE:
            self._show(Mode.ENDING)

    def _act_on_overview(self, act: Act) -> None:
        last = len(self._slides) - 1
        if act in MOVES:
            to = self._cursor + MOVES[act]
            self._mark(to if 0 <= to <= last else self._cursor)
        elif act in (Act.FIRST, Act.LAST):
            self._mark(0 if act is Act.FIRST else last)
        elif act is Act.PICK:
            self.jump(self._cursor)
        elif act in (Act.ESCAPE, Act.OVERVIEW):
            self._show(Mode.SLIDE)

    def _act_on_offer(self, act: Act) -> None:
        offered = self._offered
        if offered and act in (Act.FORWARD, Act.DOWN, Act.PICK):
            self.watch.begin(offered.seconds)
            self._go(offered.slide, offered.step)
        elif act not in (Act.BACK, Act.FIRST, Act.ESCAPE):
            return
        self._offered = None
        self._show(Mode.SLIDE)

    def _act_on_ending(self, act: Act) -> None:
        self.end()

    @Slot()
    def end(self) -> None:
        """Ends the talk."""
        self.close()
        self._show(Mode.ENDED)
        self.ended.emit()

    @Slot(int)
    def jump(self, slide: int) -> None:
        """Opens a slide; a number beyond the ends opens the first or the last."""
        self._show(Mode.SLIDE)
        self._go(max(0, min(slide, len(self._slides) - 1)), 0)

    @Slot(int, int)
    def addHands(self, choice: int, hands: int) -> None:
        """Counts so many hands more for a choice while hands are shown."""
        if self._counting:
            self._polls[self.at.show].add(choice, hands)
            self.counted.emit()

    @property
    def _counting(self) -> bool:
        return self.polling and self._mode is Mode.SLIDE

    def type(self, digit: int) -> None:
        """A digit of a number: of hands while they are shown, else of a slide, for Enter to take.

        Not in black, which it ends.
        """
        if self._mode not in (Mode.SLIDE, Mode.OVERVIEW):
            self.act(Act.OTHER)
            return
        number = max(0, self._typed) * 10 + digit
        self._type(number if number < 1000 else digit)
        if not self._counting:
            self._forget.start(TYPED_MS)

    @Slot()
    def _forget_typed(self) -> None:
        self._type(NOTHING)

    def _type(self, number: int) -> None:
        self._forget.stop()
        if number != self._typed:
            self._typed = number
            self.typedChanged.emit()

    # ------------------------------------------------------------ taking up again

    def offer(self, bookmark: Bookmark) -> None:
        """Asks whether to go on where the talk was left; not if that slide is gone."""
        shows = [slide.show for slide in self._slides]
        if shows[bookmark.slide : bookmark.slide + 1] != [bookmark.show]:
            if bookmark.show not in shows:
                return
            bookmark = Bookmark(
                shows.index(bookmark.show), bookmark.show, bookmark.step, bookmark.seconds
            )
        self._offered = bookmark
        self._show(Mode.OFFER)

    @Property(int, notify=modeChanged)
    def offered(self) -> int:
        """The slide that is offered to go on with; -1 for none."""
        return self._offered.slide if self._offered else -1

    def close(self) -> None:
        """Waits for nothing any more."""
        self._tick.stop()
        self._forget.stop()

    # ------------------------------------------------------------ moves

    def _walk(self, by: int) -> None:
        """Goes one click on or back; from a slide's start back to the end of the one before."""
        step = self._step + by
        if 0 <= step < self.at.steps:
            self._go(self._slide, step)
        elif by > 0 and self._slide + 1 < len(self._slides):
            self._go(self._slide + 1, 0)
        elif by < 0 and self._slide:
            self._go(self._slide - 1, self._slides[self._slide - 1].steps - 1)

    def _go(self, slide: int, step: int) -> None:
        step = max(0, min(step, self._slides[slide].steps - 1))
        if (slide, step) == (self._slide, self._step):
            return
        self.watch.begin()
        self.watch.turn_to(slide)
        self._slide, self._step = slide, step
        self.moved.emit()

    @Slot()
    def _on_tick(self) -> None:
        self._tick.start(TICK_MS)
        self.ticked.emit()

    def _mark(self, cursor: int) -> None:
        if cursor != self._cursor:
            self._cursor = cursor
            self.cursorChanged.emit()

    def _show(self, mode: Mode) -> None:
        if mode is not self._mode:
            self._mode = mode
            self.modeChanged.emit()
