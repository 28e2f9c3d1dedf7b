"""The visit's state: attract, visit, warning, and what leads from one to another."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.qt.property import Property, QmlUncreatable
from kiosk.visit.presence import CLEAR_MM, Presence, clear_shift

if TYPE_CHECKING:
    from kiosk.qt.timing import Timekeeper

log = logging.getLogger(__name__)

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

LEAST_WARNING_S = 20
"""Seconds a visitor has at least to answer the warning (WCAG 2.2, criterion 2.2.1)."""


class State(StrEnum):
    """The state of a visit."""

    ATTRACT = "attract"
    VISIT = "visit"
    WARNING = "warning"


class Event(StrEnum):
    """An event of a visit."""

    TOUCHED = "touched"  # anything a visitor does
    IDLE = "idle"  # nothing was done for the idle limit
    RESUMED = "resumed"  # the warning's question was answered
    UNANSWERED = "unanswered"  # nobody answered the warning
    ENDED = "ended"  # the visitor ended the visit


TRANSITIONS: dict[tuple[State, Event], State] = {
    (State.ATTRACT, Event.TOUCHED): State.VISIT,
    (State.ATTRACT, Event.IDLE): State.ATTRACT,
    (State.ATTRACT, Event.RESUMED): State.ATTRACT,
    (State.ATTRACT, Event.UNANSWERED): State.ATTRACT,
    (State.ATTRACT, Event.ENDED): State.ATTRACT,
    (State.VISIT, Event.TOUCHED): State.VISIT,
    (State.VISIT, Event.IDLE): State.WARNING,
    (State.VISIT, Event.RESUMED): State.VISIT,
    (State.VISIT, Event.UNANSWERED): State.VISIT,
    (State.VISIT, Event.ENDED): State.ATTRACT,
    (State.WARNING, Event.TOUCHED): State.VISIT,
    (State.WARNING, Event.IDLE): State.WARNING,
    (State.WARNING, Event.RESUMED): State.VISIT,
    (State.WARNING, Event.UNANSWERED): State.ATTRACT,
    (State.WARNING, Event.ENDED): State.ATTRACT,
}


@QmlElement
@QmlUncreatable("The session is made by the application.")
class Session(QObject):
    """One visitor after another.

    A visit without activity for (`idle_s` + the panel's reading seconds) times the stretch is
    warned, and ends when `warning_s` pass without an answer; they begin anew once the warning has
    been drawn, and time in which nothing here could run doesn't count. Without an `idle_s` it ends
    when the visitor ends it. Media that plays holds the idle limit, which counts anew when the last
    of it is released. What touches one place for two minutes puts off no warning, answers none and
    wakes nobody, until one is answered. Reading seconds and stretch belong to the panel and to the
    preferences, which reset themselves; a visit's end leaves both as they are.

    Raises ValueError if the idle limit is not positive or the warning is shorter than 20 s.

    Signals:
        warned: the warning appeared; the moment for its sound.
        visitEnded: the next visitor must find everything as at the start.
    """

    stateChanged = Signal()
    secondsLeftChanged = Signal()
    warned = Signal()
    visitEnded = Signal()

    def __init__(
        self,
        timers: Timekeeper,
        idle_s: float | None = 60,
        warning_s: float = LEAST_WARNING_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        if idle_s is not None and not idle_s > 0:
            raise ValueError(f"an idle limit of {idle_s:g} s would end every visit at once")
        if not warning_s >= LEAST_WARNING_S:
            raise ValueError(
                f"a warning of {warning_s:g} s is too short; "
                f"a visitor has {LEAST_WARNING_S} s or more to answer"
            )
        self._timers = timers
        self._idle = timers.single(self._idle_over)
        self._countdown = timers.single(self._count_down)
        self._idle_s = idle_s
        self._warning_ms = round(warning_s * 1000)
        self._state = State.ATTRACT
        self._reading_s = 0.0
        self._stretch = self._patience = 1.0
        self._holds = 0
        self._presence = Presence()
        self._px_per_mm = 4.0
        self._woken_ms = 0
        self._active_ms = 0
        self._left_ms = 0
        self._step_ms = 0
        self._seconds_left = 0

    @Property(str, notify=stateChanged)
    def state(self) -> State:
        """The `State` as text."""
        return self._state

    @Property(int, notify=secondsLeftChanged)
    def secondsLeft(self) -> int:
        """Seconds left to answer the warning, rounded up; 0 outside it."""
        return self._seconds_left

    @property
    def awake_ms(self) -> int:
        """The time since the visit was woken, or its warning answered."""
        return self._timers.now_ms() - self._woken_ms

    def measure(self, px_per_mm: float) -> None:
        """Takes the physical scale of the screen."""
        self._px_per_mm = px_per_mm

    def touch_at(self, fingers: Iterable[tuple[int, float, float]]) -> None:
        """Fingers land, move or lift at points of the window, in px: perhaps a visitor's."""
        now_ms, forgotten_ms = self._timers.now_ms(), self._limit_ms() + self._warning_ms
        told = [
            self._presence.touch(
                finger, (x / self._px_per_mm, y / self._px_per_mm), now_ms, forgotten_ms
            )
            for finger, x, y in fingers
        ]
        for x, y in self._presence.news(now_ms):
            log.info(
                "touches %.0f mm from the left and %.0f mm from the top have stayed there for two "
                "minutes; they no longer put off the warning",
                *(x, y),
            )
        if any(told):
            self.touch()

    def lift(self, finger: int | None = None) -> None:
        """Notes that a finger has left the glass, or all have."""
        if finger is None:
            self._presence.lift_all()
        else:
            self._presence.lift(finger)

    @Slot(float, float, float, float, float, float, result=QPointF)
    def aside(
        self, x: float, y: float, width: float, height: float, spare_x: float, spare_y: float
    ) -> QPointF:
        """The px by which to shift a box, so that it keeps off what only dirt touches.

        There are `spare_x` and `spare_y` px of room on either side of it.
        """
        ways = [(0, 0), (0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1)]
        mm = self._px_per_mm
        shift = clear_shift(
            (x, y, width, height),
            [(across * spare_x, down * spare_y) for across, down in ways],
            [(at[0] * mm, at[1] * mm) for at in self._presence.dirt(self._timers.now_ms())],
            CLEAR_MM * mm,
        )
        return QPointF(*shift)

    @Slot()
    def touch(self) -> None:
        """A visitor did something: wakes, keeps awake, answers the warning."""
        self._happen(Event.TOUCHED)

    @Slot()
    def stay(self) -> None:
        """The visitor says that they are still there."""
        self._happen(Event.RESUMED)

    @Slot()
    def warningDrawn(self) -> None:
        """The warning is on the glass: a visitor has the whole time from now on."""
        if self._state is State.WARNING:
            self._begin_countdown()

    @Slot()
    def leave(self) -> None:
        """The visitor ends the visit."""
        self._happen(Event.ENDED)

    @Slot(float)
    def setReadingSeconds(self, seconds: float) -> None:
        """Takes the open panel's seconds of reading; all but a positive number counts as 0."""
        self._reading_s = seconds if math.isfinite(seconds) and seconds > 0 else 0.0
        self._await_idle()

    @Slot(float)
    def setStretch(self, factor: float) -> None:
        """Multiplies the idle limit, for large text or narration; never below 1."""
        self._stretch = factor if math.isfinite(factor) and factor > 1 else 1.0
        self._await_idle()

    def set_patience(self, factor: float) -> None:
        """Multiplies the warning's time from the next warning on, for who hears it; at least 1."""
        self._patience = factor if math.isfinite(factor) and factor > 1 else 1.0

    @Slot()
    def hold(self) -> None:
        """Media begins to play: the visit cannot become idle until `release`. Counted."""
        if self._state is not State.ATTRACT:
            self._holds += 1
            self._await_idle()

    @Slot()
    def release(self) -> None:
        """Media stopped; the last release begins the idle limit anew."""
        if self._holds:
            self._holds -= 1
            self._active_ms = self._timers.now_ms()
            self._await_idle()

    def _happen(self, event: Event) -> None:
        before, self._state = self._state, TRANSITIONS[self._state, event]
        if event in (Event.TOUCHED, Event.RESUMED):
            self._active_ms = self._timers.now_ms()
            if before is State.WARNING:
                self._presence.forget()
            if before is not State.VISIT:
                self._woken_ms = self._active_ms
        self._await_idle()
        if self._state is not before:
            self._enter()

    def _enter(self) -> None:
        self._countdown.stop()
        if self._state is State.WARNING:
            self._begin_countdown()
        else:
            self._set_seconds_left(0)
        if self._state is State.ATTRACT:
            self._holds = 0
            self._presence.part()
        self.stateChanged.emit()
        if self._state is State.WARNING:
            self.warned.emit()
        elif self._state is State.ATTRACT:
            self.visitEnded.emit()

    def close(self) -> None:
        """Waits for nothing any more."""
        self._idle.stop()
        self._countdown.stop()

    def _await_idle(self) -> None:
        self._idle.stop()
        if self._idle_s is not None and self._state is State.VISIT and not self._holds:
            passed_ms = self._timers.now_ms() - self._active_ms
            self._idle.start(max(0, self._limit_ms() - passed_ms))

    def _limit_ms(self) -> int:
        return round(((self._idle_s or 0) + self._reading_s) * self._stretch * 1000)

    @Slot()
    def _idle_over(self) -> None:
        self._happen(Event.IDLE)

    def _begin_countdown(self) -> None:
        self._left_ms = round(self._warning_ms * self._patience)
        self._step()

    @Slot()
    def _count_down(self) -> None:
        self._left_ms -= self._step_ms
        if self._left_ms <= 0:
            self._happen(Event.UNANSWERED)
            return
        self._step()

    def _step(self) -> None:
        """Counts by seconds that were waited for, so that no visit ends in one that hung."""
        self._step_ms = self._left_ms % 1000 or 1000
        self._countdown.start(self._step_ms)
        self._set_seconds_left(math.ceil(self._left_ms / 1000))

    def _set_seconds_left(self, seconds: int) -> None:
        if seconds != self._seconds_left:
            self._seconds_left = seconds
            self.secondsLeftChanged.emit()
