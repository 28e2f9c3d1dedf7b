"""The river of men as records: bands as wide as the figures, along ways on the plane."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.exhibit.dating import last_of, vague_of
from kiosk.exhibit.model import Certainty, Figure, View
from kiosk.map.signs.sieges import Siege
from kiosk.map.viewport import PlanePoint

Men = tuple[float, float]
"""The least and the most men that a body is said to have been."""


class Deed(StrEnum):
    """The deed that a band tells."""

    LEAVE = "leave"
    CLOSE_IN = "close_in"
    CHANGE_SIDES = "change_sides"
    TURN_BACK = "turn_back"


@dataclass(frozen=True)
class Band:
    """A way on the plane, oldest first, as wide as the men who went it.

    `times` are when its points were reached, `moment` when its deed was done. `men` is None where
    no figure is known; `side` counts from 0. `figures` are those that its words tell, none where
    another band of its side tells them; `place` is the id of the town that it leaves.
    """

    deed: Deed
    way: tuple[PlanePoint, ...]
    times: tuple[dt.datetime, ...]
    side: int
    colour: str
    moment: dt.datetime
    men: Men | None = None
    ends: bool = False
    figures: tuple[Figure, ...] = ()
    rough: bool = False
    place: str = ""

    @property
    def told(self) -> dt.datetime:
        """The moment by which its deed is dated: who stands until a day leaves on that day."""
        return self.moment if vague_of(self.moment) else last_of(self.moment)


@dataclass(frozen=True)
class Block:
    """A line on the plane that shut the way back from a moment on; `side` counts from 0."""

    line: tuple[PlanePoint, ...]
    since: dt.datetime
    side: int
    colour: str
    certainty: Certainty


@dataclass(frozen=True)
class River:
    """The bands of an exhibit, the main one first, and the ground on which its men were shut in.

    `turn` is the moment at which the main band ends; `bearing` the degrees clockwise from north
    that may be up. `named` are the ids of the places that are named, what matters most first, the
    first `vital` of them wherever there is room; `spots` is where the towns among them are.
    `sieges` stand about the pocket from when it is `shut`; `blocks` lie on the way back.
    """

    bands: tuple[Band, ...]
    pocket: tuple[PlanePoint, ...]
    turn: dt.datetime
    view: View
    named: tuple[str, ...] = ()
    vital: int = 0
    spots: tuple[PlanePoint, ...] = ()
    sieges: tuple[Siege, ...] = ()
    shut: dt.datetime = dt.datetime.max
    blocks: tuple[Block, ...] = ()

    @property
    def bearing(self) -> float:
        """The direction that may be up, in degrees clockwise from north."""
        return float(self.view.bearing)

    @property
    def main(self) -> tuple[PlanePoint, ...]:
        """The points of the plane that must be seen: of the main band, its end, its towns."""
        return (*self.bands[0].way, *self.pocket, *self.spots)

    @property
    def most(self) -> float:
        """The most men in one band; 0 without figures."""
        return max((band.men[1] for band in self.bands if band.men), default=0.0)


def men_of(figures: Sequence[Figure]) -> Men:
    """The least and the most men by some figures."""
    return min(f.low for f in figures), max(f.high or f.low for f in figures)
