"""Time for what has gone from the map to fade before it is let go of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from kiosk.map.signs.style import FADE_MS
from kiosk.qt.timing import Timekeeper


class Fading(QObject):
    """Lets go, again and again, for as long as anything `leaves`."""

    def __init__(
        self,
        leaves: Callable[[], bool],
        let_go: Callable[[], None],
        timers: Timekeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._leaves, self._let_go = leaves, let_go
        self._timer = timers.single(self._on_faded)

    @Slot()
    def wait(self) -> None:
        """Waits for what leaves, if anything does and nothing is waited for."""
        if self._leaves() and not self._timer.remaining:
            self._timer.start(FADE_MS)

    def close(self) -> None:
        """Waits no more."""
        self._timer.stop()

    @Slot()
    def _on_faded(self) -> None:
        self._let_go()
        self.wait()
