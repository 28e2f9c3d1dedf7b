"""The visit's state: attract, visit, warning, and what leads from one to another."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.visit.property import Property, QmlUncreatable

if TYPE_CHECKING:
    from kiosk.visit.timing import Timekeeper

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

LEAST_WARNING_S = 20
"""Seconds a visitor has at least to answer the warning (WCAG 2.2, criterion 2.2.1)."""


class State(StrEnum):
    """Where the visit stands."""

    ATTRACT = "attract"
    VISIT = "visit"
    WARNING = "warning"


class Event(StrEnum):
    """What can happen to a visit."""

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
    been drawn, and time in which nothing here could run doesn't count. Media that plays holds the
    idle limit, which counts anew when the last of it is released. Reading seconds and stretch
    belong to the panel and to the preferences, which reset themselves; a visit's end leaves both as
    they are.

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
        idle_s: float = 60,
        warning_s: float = LEAST_WARNING_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        if not idle_s > 0:
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
        self._stretch = 1.0
        self._holds = 0
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
        """How long the open panel takes to read; anything but a positive number counts as 0."""
        self._reading_s = seconds if math.isfinite(seconds) and seconds > 0 else 0.0
        self._await_idle()

    @Slot(float)
    def setStretch(self, factor: float) -> None:
        """Multiplies the idle limit, for large text or narration; never below 1."""
        self._stretch = factor if math.isfinite(factor) and factor > 1 else 1.0
        self._await_idle()

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
        if self._state is State.VISIT and not self._holds:
            limit_ms = round((self._idle_s + self._reading_s) * self._stretch * 1000)
            passed_ms = self._timers.now_ms() - self._active_ms
            self._idle.start(max(0, limit_ms - passed_ms))

    def _idle_over(self) -> None:
        self._happen(Event.IDLE)

    def _begin_countdown(self) -> None:
        self._left_ms = self._warning_ms
        self._step()

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
