"""The counter of visits: listens to a stage, and adds each visit when it has ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from kiosk.desk.visits import ACROSS, DOWN, Counts, Visits
from kiosk.qt.timing import Timekeeper
from kiosk.stage.stage import Stage
from kiosk.visit.session import State

LENGTHS = ((60, "under 1"), (180, "1 to 3"), (600, "3 to 10"), (float("inf"), "over 10"))
"""The lengths of visits in seconds, and in minutes as they are called."""


class Staged(Protocol):
    """The kiosk whose stage changes with its content."""

    stage: Stage


class Counter(QObject):
    """Counts what happens in a visit, and adds it in one piece when nobody is there any more.

    `follow` it again when the kiosk has another stage.
    """

    def __init__(
        self,
        kiosk: Staged,
        visits: Visits,
        timers: Timekeeper,
        now: Callable[[], dt.datetime] = dt.datetime.now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kiosk, self._visits, self._timers, self._now = kiosk, visits, timers, now
        self._counts = Counts()
        self._state = State.ATTRACT
        self._began_ms = self._since_ms = timers.now_ms()
        self._screen = ""
        self._used: set[tuple[str, str]] = set()
        self.follow()

    def follow(self) -> None:
        """Listens to the stage that the kiosk has now."""
        stage = self._kiosk.stage
        stage.session.stateChanged.connect(self._on_state)
        stage.navigation.screenChanged.connect(self._on_screen)
        preferences = stage.preferences
        for changed in (
            preferences.languageChanged,
            preferences.textScaleChanged,
            preferences.highContrastChanged,
            preferences.reducedMotionChanged,
            preferences.reachModeChanged,
            preferences.easyTextsChanged,
        ):
            changed.connect(self._on_aid)

    def touch(self, x: float, y: float) -> None:
        """Counts a touch at a place, as parts of the glass."""
        if self._state is not State.ATTRACT:
            column, row = int(min(max(x, 0), 0.999) * ACROSS), int(min(max(y, 0), 0.999) * DOWN)
            self._counts.add("touch", f"{column},{row}")

    @Slot()
    def _on_state(self) -> None:
        before, self._state = self._state, self._kiosk.stage.session.state
        if before is State.ATTRACT and self._state is State.VISIT:
            self._begin()
        elif before is State.WARNING:
            answered = self._state is State.VISIT
            self._counts.add("warning", "answered" if answered else "unanswered")
        if self._state is State.ATTRACT and before is not State.ATTRACT:
            self._end()

    def _begin(self) -> None:
        now_ms = self._timers.now_ms()
        self._counts = Counts()
        self._counts.add("attract", "", (now_ms - self._began_ms) / 1000)
        self._began_ms = self._since_ms = now_ms
        self._used = set()
        self._screen = str(self._kiosk.stage.navigation.screen)
        self._on_aid()

    def _end(self) -> None:
        now_ms = self._timers.now_ms()
        seconds = (now_ms - self._began_ms) / 1000
        self._leave_screen()
        self._counts.add("visit", "", seconds)
        self._counts.add("length", next(name for most, name in LENGTHS if seconds < most))
        self._counts.add("hour", f"{self._now():%H}")
        self._counts.add("left at", self._screen)
        for what, which in self._used:
            self._counts.add(what, which)
        self._began_ms = now_ms
        self._visits.add(self._now().date(), self._counts)

    @Slot()
    def _on_screen(self) -> None:
        screen = str(self._kiosk.stage.navigation.screen)
        going_on = self._kiosk.stage.session.state is not State.ATTRACT  # its end leads home
        if self._state is not State.ATTRACT and going_on and screen != self._screen:
            self._leave_screen()
            self._screen = screen

    def _leave_screen(self) -> None:
        now_ms = self._timers.now_ms()
        self._counts.add("screen", self._screen, (now_ms - self._since_ms) / 1000)
        self._since_ms = now_ms

    @Slot()
    def _on_aid(self) -> None:
        if self._state is State.ATTRACT:
            return
        aids = self._kiosk.stage.preferences
        self._used.add(("language", aids.language))
        if aids.textScale != 100:
            self._used.add(("text", f"{aids.textScale}"))
        for used, which in (
            (aids.highContrast, "contrast"),
            (aids.reducedMotion and not aids.still, "motion"),
            (aids.reachMode, "reach"),
            (aids.easyTexts, "easy"),
        ):
            if used:
                self._used.add(("aid", which))
