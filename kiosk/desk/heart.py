"""The heart: as long as pictures reach the screen, the service manager hears it beat."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.machine.service import is_listening, notify, watchdog_s
from kiosk.qt.seating import screen_of
from kiosk.qt.timing import Timekeeper

LEAST_MS = 1000
"""The least time between two beats."""

USUAL_S = 20.0
"""The watchdog's time where the manager names none."""

PARTS = 4
"""A frame is asked for so many times within the watchdog's time: a still screen beats too."""


class Heart(QObject):
    """A beat for each frame that reached the screen, one a second at most; ready with the first.

    A process whose loop or compositor hangs brings no frame, and so is found out. While the screen
    is off by our own order, or all are off, no frame comes either: then the loop alone beats.
    """

    def __init__(
        self, window: QQuickWindow, timers: Timekeeper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._timers = window, timers
        self._every_ms = round((watchdog_s() or USUAL_S) * 1000 / PARTS)
        self._asking = timers.single(self._ask)
        self._beaten_ms: int | None = None
        self._dark = False
        self._listening = is_listening()
        if self._listening:
            window.frameSwapped.connect(self._beat)
            self._asking.start(self._every_ms)

    def rest(self, dark: bool) -> None:
        """Takes note that the screen was put off, or on again, by our own order."""
        self._dark = dark
        if self._listening and not dark:
            self._window.update()

    def say(self, status: str) -> None:
        """Tells staff in a line how things are; "" where all is well."""
        notify(f"STATUS={' '.join(status.split())}")

    def close(self) -> None:
        """Beats no longer."""
        self._asking.stop()
        if self._listening:
            self._listening = False
            self._window.frameSwapped.disconnect(self._beat)

    @Slot()
    def _ask(self) -> None:
        if self._dark or screen_of("") is None:
            self._beat()
        else:
            self._window.update()
        self._asking.start(self._every_ms)

    @Slot()
    def _beat(self) -> None:
        now_ms = self._timers.now_ms()
        if self._beaten_ms is None:
            notify("READY=1")
        if self._beaten_ms is None or now_ms - self._beaten_ms >= LEAST_MS:
            self._beaten_ms = now_ms
            notify("WATCHDOG=1")
