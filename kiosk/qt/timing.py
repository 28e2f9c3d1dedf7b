"""Timers and the running clock, passed to everything that waits so that tests can turn them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


class Waiting(Protocol):
    """One wait at a time: starting it again forgets the wait before."""

    @property
    def remaining(self) -> int:
        """Milliseconds until it fires, 0 while it is stopped."""

    def start(self, ms: int) -> None:
        """Fires once after `ms` milliseconds."""

    def stop(self) -> None:
        """Stops it: it does not fire."""


class Timekeeper(Protocol):
    """The source of waits and of the running time: `Timers`, or a test's own."""

    def single(self, callback: Callable[[], None]) -> Waiting:
        """A stopped wait that calls `callback` when it fires. The caller keeps it."""

    def now_ms(self) -> int:
        """Milliseconds since some moment; never goes back."""


class Ticker(QObject):
    """A `Waiting` on Qt's event loop.

    Signals:
        fired: the wait is over.
    """

    fired = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.fired)

    @property
    def remaining(self) -> int:
        """Milliseconds until it fires, 0 while it is stopped."""
        return max(0, self._timer.remainingTime())

    def start(self, ms: int) -> None:
        """Fires once after `ms` milliseconds."""
        self._timer.start(ms)

    def stop(self) -> None:
        """Stops it: it does not fire."""
        self._timer.stop()


class Timers:
    """The real `Timekeeper`: Qt's timers and the system's monotonic clock."""

    def single(self, callback: Callable[[], None]) -> Ticker:
        """A stopped wait that calls `callback` when it fires. The caller keeps it."""
        ticker = Ticker()
        ticker.fired.connect(callback)
        return ticker

    def now_ms(self) -> int:
        """Milliseconds since some moment; never goes back."""
        return time.monotonic_ns() // 1_000_000
