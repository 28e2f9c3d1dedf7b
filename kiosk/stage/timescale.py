"""The timeline's scale: hours of the campaign along a line on which every phase has room."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from kiosk.exhibit.model import Exhibit

BY_TIME = 0.35
"""The part of a phase's length that follows its hours; the rest is even, for its name."""


class Timescale:
    """Maps hours 0..span to shares 0..1 of a line and back; straight within a phase.

    `phases` are (start, end) in hours, in order, not overlapping.
    """

    def __init__(self, span: float, phases: Sequence[tuple[float, float]]) -> None:
        self._span = span
        self._hours = sorted({0.0, span, *(end for phase in phases for end in phase)})
        weights = []
        for start, end in pairwise(self._hours):
            told = any(first <= start and end <= last for first, last in phases)
            even = (1 - BY_TIME) / len(phases) if told else 0.0
            weights.append(BY_TIME * (end - start) / span + even)
        self._shares = [0.0, *(sum_ / sum(weights) for sum_ in accumulate(weights))]

    def share_of(self, hours: float) -> float:
        """The place of an hour on the line."""
        return _mapped(hours, self._hours, self._shares)

    def hours_of(self, share: float) -> float:
        """The hour that stands at a place on the line."""
        return _mapped(share, self._shares, self._hours)

    def days(self) -> list[float]:
        """The places at which days begin."""
        return [self.share_of(24.0 * day) for day in range(int(self._span // 24) + 1)]


def timescale_of(exhibit: Exhibit) -> Timescale:
    """Hours since the exhibit's start along its timeline."""
    main, hour = exhibit.exhibit, dt.timedelta(hours=1)
    phases = [
        ((phase.starts - main.starts) / hour, (phase.ends - main.starts) / hour)
        for phase in exhibit.phases
    ]
    return Timescale((main.ends - main.starts) / hour, phases)


def _mapped(value: float, knots: Sequence[float], values: Sequence[float]) -> float:
    value = min(max(value, knots[0]), knots[-1])
    i = min(max(bisect_right(knots, value) - 1, 0), len(knots) - 2)
    share = (value - knots[i]) / (knots[i + 1] - knots[i])
    return values[i] + share * (values[i + 1] - values[i])
