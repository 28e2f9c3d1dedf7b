"""A time that stands still until it is told to leap."""

from __future__ import annotations

from collections.abc import Callable


class HeldWait:
    """A wait that ends only by hand."""

    remaining = 0

    def __init__(self, callback: Callable[[], None]) -> None:
        self._callback = callback
        self._running = False

    def start(self, ms: int) -> None:
        """Waits to be ended."""
        self._running = True

    def stop(self) -> None:
        """Does not wait."""
        self._running = False

    def end(self) -> None:
        """Calls back, if it waits."""
        if self._running:
            self._running = False
            self._callback()


class HeldTime:
    """A `Timekeeper` whose time stands still until it is told to leap."""

    def __init__(self) -> None:
        self._now_ms = 0
        self._waits: list[HeldWait] = []

    def single(self, callback: Callable[[], None]) -> HeldWait:
        """A wait that `leap` ends."""
        self._waits.append(HeldWait(callback))
        return self._waits[-1]

    def now_ms(self) -> int:
        """Milliseconds leapt so far."""
        return self._now_ms

    def leap(self, seconds: float) -> None:
        """Lets the time pass at once; every wait ends, however long it was."""
        self._now_ms += round(seconds * 1000)
        for wait in self._waits:
            wait.end()
