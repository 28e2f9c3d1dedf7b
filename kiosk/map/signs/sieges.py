"""Sieges: the arcs of those who stand about a pocket."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.exhibit.model import State

SIEGE_KM, SIEGE_DEGREES = 12.0, 40.0
"""The distance within which a body besieges a pocket, and the reach of its arc to each side."""

BESIEGING = frozenset({State.ATTACKING, State.DEFENDING})
"""The states of a body that shuts a pocket: who rests, marches or has gone over does not."""


@dataclass(frozen=True)
class Siege:
    """An arc of besiegers about a pocket, seen from its middle: radians clockwise from east."""

    begins: float
    ends: float
    colour: str
    side: int


def arcs(turns: Sequence[float], reach: float) -> list[tuple[float, float]]:
    """Arcs that reach so far to each side of some directions, in radians; none meets another."""
    found: list[tuple[float, float]] = []
    for turn in sorted(turns):
        begins, ends = turn - reach, turn + reach
        if found and begins <= found[-1][1]:
            begins = found.pop()[0]
        found.append((begins, ends))
    if len(found) > 1 and found[-1][1] - math.tau >= found[0][0]:
        begins, _ = found.pop()
        found[0] = begins - math.tau, found[0][1]
    if len(found) == 1 and found[0][1] - found[0][0] >= math.tau:
        return [(-math.pi, math.pi)]
    return found
