"""A `Timekeeper` that a test turns by hand."""

from __future__ import annotations

from collections.abc import Callable


class FakeWait:
    """One wait on a `FakeTime`."""

    def __init__(self, time: FakeTime, callback: Callable[[], None]) -> None:
        self._time = time
        self.callback = callback

    @property
    def remaining(self) -> int:
        return self._time.remaining(self)

    def start(self, ms: int) -> None:
        self._time.schedule(self, ms)

    def stop(self) -> None:
        self._time.cancel(self)


class FakeTime:
    """Time that passes only in `advance`; due waits fire in order, at their own moment."""

    def __init__(self) -> None:
        self._now = 0
        self._due: dict[FakeWait, int] = {}

    def single(self, callback: Callable[[], None]) -> FakeWait:
        return FakeWait(self, callback)

    def now_ms(self) -> int:
        return self._now

    def advance(self, ms: int) -> None:
        end = self._now + ms
        while self._due and min(self._due.values()) <= end:
            wait = min(self._due, key=lambda wait: self._due[wait])
            self._now = self._due.pop(wait)
            wait.callback()
        self._now = end

    def advance_s(self, seconds: float) -> None:
        self.advance(round(seconds * 1000))

    def hang_s(self, seconds: float) -> None:
        """Nothing runs meanwhile; afterwards what is due fires, once."""
        self._now += round(seconds * 1000)
        due = [wait for wait, moment in self._due.items() if moment <= self._now]
        for wait in due:
            del self._due[wait]
        for wait in due:
            wait.callback()

    @property
    def due(self) -> tuple[FakeWait, ...]:
        """The waits that are running."""
        return tuple(self._due)

    def waiting(self) -> int:
        """How many waits are running."""
        return len(self._due)

    def remaining(self, wait: FakeWait) -> int:
        return self._due.get(wait, self._now) - self._now

    def schedule(self, wait: FakeWait, ms: int) -> None:
        self.cancel(wait)
        self._due[wait] = self._now + ms

    def cancel(self, wait: FakeWait) -> None:
        self._due.pop(wait, None)
