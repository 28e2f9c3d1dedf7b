"""The exhibit on a floor: its caretaker, the staff gate, and its day, put together."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickWindow

from kiosk.desk.caretaker import Caretaker
from kiosk.desk.counter import Counter
from kiosk.desk.day import Day
from kiosk.desk.health import touch_screens
from kiosk.desk.intake import Intake
from kiosk.desk.staff.quarters import Guarded, Quarters
from kiosk.desk.visits import Visits
from kiosk.machine import folders
from kiosk.machine.hours import Hours
from kiosk.machine.panel import Panel
from kiosk.machine.settings import Settings
from kiosk.qt.timing import Timekeeper
from kiosk.stage.stage import Stage

log = logging.getLogger(__name__)

LEAST_FREE = 200_000_000
"""Bytes of the disk that must be free when an exhibit opens."""

LONG_UP_MS = 6 * 3600 * 1000
"""An exhibit that has run for less is not started again at night."""


class OnFloor(Guarded, Protocol):
    """An exhibit that can be put on a floor; `follow` is called for each stage after the first."""

    stage: Stage
    follow: Callable[[], None]

    def guard_by(self, guard: QObject) -> None:
        """Has a filter asked before all others."""


class Floor(QObject):
    """Everything around a running exhibit that is not the exhibit.

    In a window of a `size`, for trying, nothing is locked and the hours are not kept.

    Signals:
        darkened: the screen goes off, by our own order (True), or on again (False).
    """

    darkened = Signal(bool)

    def __init__(
        self,
        kiosk: OnFloor,
        settings: Settings,
        timers: Timekeeper,
        languages: Sequence[Mapping[str, Any]],
        intake: Intake | None = None,
        *,
        content: Path,
        trouble: str = "",
        unattended: bool = True,
        visits: Visits | None = None,
        day: Day | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kiosk, self._settings, self._timers = kiosk, settings, timers
        self._began_ms = timers.now_ms()
        self._ground: QColor = kiosk.window.color()
        self._caretaker = Caretaker(
            kiosk.window, timers, settings, intake, content=content, trouble=trouble
        )
        hours = Hours(settings.hours if unattended else {})
        wanted = "" if settings.panel == "auto" else settings.panel
        self._day = day or Day(hours, Panel(wanted), timers)
        self._quarters = Quarters(
            kiosk,
            timers,
            languages,
            content=self._caretaker.content_lines,
            hours=self._day.says,
            set_today=self._day.set_today,
            shuffled=settings.shuffled_pin,
            locks=unattended,
        )
        if self._quarters.trouble:
            self._caretaker.tell(self._quarters.trouble)
        self._visits = visits
        self._counter = Counter(kiosk, visits, timers) if visits else None
        if self._counter:
            self._quarters.guard.counts = self._counter.touch
            kiosk.follow = self._counter.follow
        self._quarters.guard.lights = self._day.light
        kiosk.guard_by(self._quarters.guard)
        self._quarters.gate.moved.connect(self._on_gate)
        self._day.darkened.connect(self._on_dark)
        self._day.settled.connect(self._caretaker.note_off)
        self._day.due.connect(self._test)

    def open(self) -> None:
        """Begins the day, once the window is shown."""
        self._day.look()

    def close(self) -> None:
        """Takes all down."""
        self._day.close()
        self._quarters.close()
        self._caretaker.close()
        if self._visits:
            self._visits.close()

    @Slot()
    def _on_gate(self) -> None:
        self._day.hold(self._quarters.gate.is_open)

    @Slot(bool)
    def _on_dark(self, dark: bool) -> None:
        window: QQuickWindow = self._kiosk.window
        window.contentItem().setOpacity(0 if dark else 1)  # hidden, it would never come back
        window.setColor(QColor(Qt.GlobalColor.black) if dark else self._ground)
        self._quarters.guard.dark = dark
        self._kiosk.heed(not dark and not self._quarters.gate.is_open)
        self._caretaker.rest(dark)
        self.darkened.emit(dark)
        long_up = self._timers.now_ms() - self._began_ms > LONG_UP_MS
        if dark and self._settings.nightly_restart and long_up:
            log.info("the hours are over: the exhibit starts again, as its settings say")
            QCoreApplication.exit(0)

    @Slot()
    def _test(self) -> None:
        """Looks before the opening whether there is something to open."""
        self._caretaker.note_test(failures(self._kiosk.window))


def failures(window: QQuickWindow) -> list[str]:
    """The reasons for which a window is nothing to open an exhibit with."""
    found = []
    picture = window.grabWindow()
    across, down = max(1, picture.width() // 40), max(1, picture.height() // 40)
    points = (
        (x, y) for x in range(0, picture.width(), across) for y in range(0, picture.height(), down)
    )
    if len({picture.pixel(x, y) for x, y in points}) < 3:
        found.append("the picture is empty")
    if not touch_screens():
        found.append("there is no touch screen")
    try:
        if shutil.disk_usage(folders.state_folder()).free < LEAST_FREE:
            found.append("the disk is full")
    except OSError as error:
        found.append(f"the disk does not answer: {error.strerror}")
    if not os.access(folders.resources() / "sounds" / "still-there.wav", os.R_OK):
        found.append("its sound is gone")
    return found
