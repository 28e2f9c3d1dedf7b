"""The time that a talk has taken, slide by slide; the clock is passed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.qt.timing import Timekeeper


class Stopwatch:
    """Runs from `begin` on, on one slide after another; `planned` are their seconds."""

    def __init__(self, planned: Sequence[float], timers: Timekeeper) -> None:
        self._planned, self._timers = tuple(planned), timers
        self._slide = 0
        self._since_ms: int | None = None
        self._begun = False
        self.reset()

    @property
    def begun(self) -> bool:
        """True once time has run."""
        return self._begun

    @property
    def paused(self) -> bool:
        """True while time that has run is held."""
        return self._begun and self._since_ms is None

    def begin(self, before_s: float = 0.0) -> None:
        """Lets time run, with what had passed before; nothing if it has begun."""
        if not self._begun:
            self._begun, self._before_s, self._since_ms = True, before_s, self._timers.now_ms()

    def pause(self) -> None:
        """Holds the time, or lets it run on; nothing before it has begun."""
        if self.paused:
            self._since_ms = self._timers.now_ms()
        elif self._begun:
            self._spent_ms[self._slide] += self._running_ms()
            self._since_ms = None

    def reset(self) -> None:
        """Forgets all time, and waits to begin."""
        self._spent_ms = [0] * len(self._planned)
        self._before_s, self._begun = 0.0, False
        self._since_ms = None

    def turn_to(self, slide: int) -> None:
        """Counts time to another slide from now on."""
        self._spent_ms[self._slide] += self._running_ms()
        self._slide = slide
        if self._since_ms is not None:
            self._since_ms = self._timers.now_ms()

    @property
    def elapsed_s(self) -> float:
        """Seconds in all."""
        return self._before_s + (sum(self._spent_ms) + self._running_ms()) / 1000

    @property
    def slide_s(self) -> float:
        """Seconds of the slide at hand, all visits to it together."""
        return (self._spent_ms[self._slide] + self._running_ms()) / 1000

    @property
    def ahead_s(self) -> float:
        """The seconds that the talk is ahead of its plan; less than 0 if it is late.

        On time is who is within the planned time of the slide at hand.
        """
        before = sum(self._planned[: self._slide])
        after = before + self._planned[self._slide]
        return max(0.0, before - self.elapsed_s) + min(0.0, after - self.elapsed_s)

    def _running_ms(self) -> int:
        return 0 if self._since_ms is None else self._timers.now_ms() - self._since_ms
