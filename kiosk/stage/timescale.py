"""The timeline's scale: hours of the campaign along a line on which every phase has room."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from kiosk.exhibit.model import Exhibit

LEAST = 0.09
"""The least share of the line that a phase has, for its name; of many phases less."""

SHORTEST_S, LONGEST_S = 25, 60
"""The seconds in which a phase is played."""

RUN_S, HOURS_A_SECOND = 8, 6
"""The least seconds in which a phase passes, and the pace where nothing else is needed."""


class Timescale:
    """Maps hours 0..span to shares 0..1 of a line and back.

    Straight, but that each of `phases` has room for its name; they are (start, end) in hours, in
    order, not overlapping.
    """

    def __init__(self, span: float, phases: Sequence[tuple[float, float]]) -> None:
        self._span = span
        self._hours = sorted({0.0, span, *(end for phase in phases for end in phase)})
        stretches = list(pairwise(self._hours))
        named = [any(a <= start and end <= b for a, b in phases) for start, end in stretches]
        shares = [(end - start) / span for start, end in stretches]
        weights = _lifted(shares, named, min(LEAST, 0.5 / max(1, len(phases))))
        self._shares = [0.0, *accumulate(weights)]

    def share_of(self, hours: float) -> float:
        """The place of an hour on the line."""
        return _mapped(hours, self._hours, self._shares)

    def hours_of(self, share: float) -> float:
        """The hour that stands at a place on the line."""
        return _mapped(share, self._shares, self._hours)


def timescale_of(exhibit: Exhibit) -> Timescale:
    """Hours since the exhibit's start along its timeline."""
    main, hour = exhibit.exhibit, dt.timedelta(hours=1)
    phases = [
        ((phase.starts - main.starts) / hour, (phase.ends - main.starts) / hour)
        for phase in exhibit.phases
    ]
    return Timescale((main.ends - main.starts) / hour, phases)


def run_s(hours: float, standing_s: float) -> float:
    """The seconds in which a clock that stands for some of them passes the hours of a phase."""
    return max(
        RUN_S, min(max(hours / HOURS_A_SECOND, SHORTEST_S - standing_s), LONGEST_S - standing_s)
    )


def pace_of(exhibit: Exhibit) -> float:
    """Hours of the campaign in a second, so that a phase plays for 25 to 60 seconds.

    Where phases differ too much for both, none takes longer.
    """
    lengths = [(phase.ends - phase.starts) / dt.timedelta(hours=1) for phase in exhibit.phases]
    return max(min(lengths) / SHORTEST_S, max(lengths) / LONGEST_S)


def _lifted(shares: Sequence[float], named: Sequence[bool], least: float) -> list[float]:
    """Shares of 1, those of what is named not less than `least`; the others give way evenly."""
    low: set[int] = set()
    while True:
        rest = sum(share for i, share in enumerate(shares) if i not in low)
        scale = (1 - least * len(low)) / rest if rest else 0.0
        short = {
            i for i, share in enumerate(shares) if named[i] and i not in low
            and share * scale < least
        }  # fmt: skip
        if not short:
            return [least if i in low else share * scale for i, share in enumerate(shares)]
        low |= short


def _mapped(value: float, knots: Sequence[float], values: Sequence[float]) -> float:
    value = min(max(value, knots[0]), knots[-1])
    i = min(max(bisect_right(knots, value) - 1, 0), len(knots) - 2)
    share = (value - knots[i]) / (knots[i + 1] - knots[i])
    return values[i] + share * (values[i + 1] - values[i])
