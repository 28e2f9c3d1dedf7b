"""The day of an exhibit: the screen goes on before it opens, off when it has closed."""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.machine.hours import Hours
from kiosk.machine.panel import BLACK, Panel
from kiosk.qt.timing import Timekeeper

log = logging.getLogger(__name__)

LOOK_MS = 20_000
"""The time between two looks at the clock; a clock that jumps is followed so soon."""

EARLY = dt.timedelta(minutes=5)
"""The screen is on so long before the exhibit opens, and what shows itself then is tested."""

LIGHT_MS = 60_000
"""The time for which staff in the dark have light to knock."""

TEST_MS = 15_000
"""The time from the screen's being on to the test."""


class Day(QObject):
    """Follows the hours by the clock on the wall, and staff's word for today.

    The panel is asked aside: it may take seconds. `staff` holds the screen on while it says so.

    Signals:
        darkened: the screen goes off, by our own order (True), or on again (False).
        settled: the panel was asked, and how it is now in a line, "" if it is simply on.
        due: the screen has been on for a while before the opening: the time for a test.
    """

    darkened = Signal(bool)
    settled = Signal(str)
    due = Signal()
    _answered = Signal(bool, str)

    def __init__(
        self,
        hours: Hours,
        panel: Panel,
        timers: Timekeeper,
        now: Callable[[], dt.datetime] = dt.datetime.now,
        parent: QObject | None = None,
        *,
        threaded: bool = True,
    ) -> None:
        super().__init__(parent)
        self._hours, self._panel, self._now, self._threaded = hours, panel, now, threaded
        self._look = timers.single(self.look)
        self._test = timers.single(self._on_due)
        self._light = timers.single(self._on_unlit)
        self._lit = False
        self._dark = False
        self._staff = False
        self._today: tuple[dt.date, str] | None = None
        self._busy = False
        self._answered.connect(self._on_answer)

    @property
    def dark(self) -> bool:
        """True while the screen is off by our own order."""
        return self._dark

    def says(self) -> str:
        """The hours of today in figures, with staff's word."""
        word = {"open": "→ 24:00", "shut": "–"}.get(self._word(self._now().date()), "")
        return word or self._hours.says(self._now().date())

    def set_today(self, word: str) -> None:
        """Takes staff's word for today: "open", "shut", or "" for the usual hours."""
        self._today = (self._now().date(), word) if word else None
        self.look()

    def hold(self, staff: bool) -> None:
        """Keeps the screen on while staff are at the gate."""
        self._staff = staff
        self.look()

    def light(self) -> None:
        """Puts the screen on for a minute."""
        self._lit = True
        self._light.start(LIGHT_MS)
        self.look()

    @Slot()
    def look(self) -> None:
        """Looks at the clock, and puts the screen as it must be."""
        self._look.start(LOOK_MS)
        dark = not (self._staff or self._lit or self._open())
        if dark != self._dark and not self._busy:
            self._dark = dark
            self.darkened.emit(dark)
            self._ask(on=not dark)

    def close(self) -> None:
        """Looks no longer; the screen stays on."""
        self._look.stop()
        self._test.stop()
        self._light.stop()
        if self._dark:
            self._panel.put(on=True)

    def _open(self) -> bool:
        now = self._now()
        word = self._word(now.date())
        if word:
            return word == "open"
        return self._hours.is_open(now) or self._hours.is_open(now + EARLY)

    def _word(self, day: dt.date) -> str:
        return self._today[1] if self._today and self._today[0] == day else ""

    def _ask(self, *, on: bool) -> None:
        def ask() -> None:
            self._answered.emit(on, self._panel.put(on))

        self._busy = True
        if self._threaded:
            threading.Thread(target=ask, name="panel", daemon=True).start()
        else:
            ask()

    @Slot(bool, str)
    def _on_answer(self, on: bool, way: str) -> None:
        self._busy = False
        if on:
            said = ""
            self._test.start(TEST_MS)
        elif way == BLACK:
            said = "black, as the hours are over; its backlight is still on"
        else:
            said = f"the screen is off, as the hours are over (by {way})"
        log.info("%s", said or "the screen is on")
        self.settled.emit(said)
        self.look()

    @Slot()
    def _on_unlit(self) -> None:
        self._lit = False
        self.look()

    @Slot()
    def _on_due(self) -> None:
        if not self._dark:
            self.due.emit()
