"""A time that stands still until it is told to pass or to leap."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from weakref import WeakValueDictionary


class HeldWait:
    """A wait on a held time."""

    def __init__(self, time: HeldTime, callback: Callable[[], None]) -> None:
        self._time, self._callback = time, callback
        self.due_ms: int | None = None
        """The time at which it ends; None while it does not run."""

    @property
    def remaining(self) -> int:
        """Milliseconds until it ends; 0 where it does not run."""
        return 0 if self.due_ms is None else max(0, self.due_ms - self._time.now_ms())

    def start(self, ms: int) -> None:
        """Waits for so long, or to be ended."""
        self.due_ms = self._time.now_ms() + ms

    def stop(self) -> None:
        """Does not wait."""
        self.due_ms = None

    def end(self) -> None:
        """Calls back, if it waits."""
        if self.due_ms is not None:
            self.due_ms = None
            self._callback()


class HeldTime:
    """A `Timekeeper` whose time stands still until it is told to pass or to leap."""

    def __init__(self) -> None:
        self._now_ms = 0
        self._numbers = count()
        self._waits: WeakValueDictionary[int, HeldWait] = WeakValueDictionary()

    def single(self, callback: Callable[[], None]) -> HeldWait:
        """A wait that ends when it is due, or at the next leap. The caller keeps it."""
        wait = self._waits[next(self._numbers)] = HeldWait(self, callback)
        return wait

    def now_ms(self) -> int:
        """Milliseconds passed so far."""
        return self._now_ms

    def pass_by(self, ms: int) -> None:
        """Lets some time pass; what is due ends at its moment, the first due first."""
        until = self._now_ms + ms
        while due := self._next(until):
            self._now_ms = max(self._now_ms, due.due_ms or 0)
            due.end()
        self._now_ms = until

    def leap(self, seconds: float) -> None:
        """Lets the time pass at once; every wait ends, however long it was."""
        self._now_ms += round(seconds * 1000)
        for wait in [*self._waits.values()]:
            wait.end()

    def _next(self, until: int) -> HeldWait | None:
        running = [wait for wait in self._waits.values() if wait.due_ms is not None]
        first = min(running, key=lambda wait: wait.due_ms or 0, default=None)
        return first if first and (first.due_ms or 0) <= until else None
