"""Callouts: words of proposals and of crowded places, each tied to its own by a thin line."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise, product

from kiosk.map.boxes import Box, Point, Size
from kiosk.map.ground.palette import TABLE
from kiosk.map.labels.laying import Laying
from kiosk.map.labels.names import ANY, UNCROWDED, UNSTRUCK, Names
from kiosk.map.labels.result import Placed, name_label
from kiosk.map.labels.ties import CLEAR_MM, Tie
from kiosk.map.signs.proposals import STAY_MM, Leader, Proposal, width_mm
from kiosk.map.viewport import PlanePoint

FAR_MM = (8.0, 14.0, 20.0, 28.0, 38.0, 50.0)
"""The distances of words from their proposal that are tried."""

TIED_MM = (8.0, 11.0, 14.0, 19.0, 25.0)
"""The distances of a place's name from its dot that are tried."""

TURNS = 16
"""The directions that are tried."""

SHARES = (0.5, 0.7, 0.3)
"""The parts of its way at which the words of a proposal may be tied to it."""

OFF_MM = 2.6
"""The distance of a name's line from the middle of its dot, whose own ground it keeps off."""

OUT: Point = (math.inf, math.inf)
"""A spot where there is never room."""


class Callouts:
    """Lays the words of one proposal after the other, where `names` finds room."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def lay(self, laying: Laying, index: int, proposal: Proposal) -> None:
        """Places words and leader; for want of room it crosses others, then they lie on a line."""
        request = laying.request
        px = request.text_px
        size = request.area_size(px, proposal.words)
        scale, mm = laying.viewport.scale, laying.mm
        ties = [
            Tie(at, laying.viewport.on_screen([at])[0], off)
            for at, off in _ties(proposal, scale, mm)
        ]
        key = f"proposals/{index}"
        tries = [
            (tie, middle)
            for far in FAR_MM
            for tie in ties
            for middle in _around(tie.spot, tie.off + far * mm, size)
        ]
        reached = [
            middle if tie.reaches(laying, Box.around(*middle, *size)) else OUT
            for tie, middle in tries
        ]
        every = [middle for _, middle in tries]
        placed = None
        for allowed, spots in product((UNSTRUCK, UNCROWDED), (reached, every)):
            placed = placed or self._names.at(key, spots, size, allowed)
        if placed is None:
            return
        box = placed.box
        near = (tie for tie, middle in tries if math.dist(middle, box.centre) < 0.5)
        tie = min(near, key=lambda tie: box.away(*tie.spot))
        laying.result.names.append(
            name_label(
                key,
                "yours" if proposal.yours else "area",
                tie.at,
                tie.spot,
                placed,
                proposal.words,
                px,
                tint="" if proposal.yours else proposal.colour,
                chosen=proposal.yours,
            )
        )
        ends = tie.take(laying, box, CLEAR_MM * mm)
        laying.result.leaders.append(Leader(*tie.at, *ends, proposal.colour, proposal.yours))


def tied(
    laying: Laying,
    names: Names,
    key: str,
    place: str,
    at: PlanePoint,
    size: Size,
    allowed: int = ANY,
) -> tuple[Placed, Leader] | None:
    """Room for the name of a place, under a key, about whose dot there is none, and its line."""
    mm, spot = laying.mm, laying.viewport.on_screen([at])[0]
    tie = Tie(at, spot, OFF_MM * mm)
    middles = [middle for far in TIED_MM for middle in _around(spot, far * mm, size)]
    boxes = [Box.around(*middle, *size) for middle in middles]
    free = [
        middle
        if laying.is_own(place, spot, box)
        and tie.reaches(laying, box)
        and not tie.crosses(laying, box)
        else OUT
        for middle, box in zip(middles, boxes, strict=True)
    ]
    placed = names.at(key, free, size, allowed)
    if placed is None:
        return None
    ends = tie.take(laying, placed.box, CLEAR_MM * mm)
    return placed, Leader(*at, *ends, TABLE.muted, yours=False)


def _ties(proposal: Proposal, scale: float, mm: float) -> Iterator[tuple[PlanePoint, float]]:
    """Points of the plane at which words may be tied to it, and how many px its line is off."""
    if proposal.stays:
        yield proposal.way[0], STAY_MM * mm
        return
    half = width_mm(proposal, scale, mm) * mm / 2
    length = sum(math.dist(a, b) for a, b in pairwise(proposal.way))
    for share in SHARES:
        left = length * share
        for (x0, y0), (x1, y1) in pairwise(proposal.way):
            stretch = math.dist((x0, y0), (x1, y1))
            if 0 < left <= stretch:
                part = left / stretch
                yield (x0 + (x1 - x0) * part, y0 + (y1 - y0) * part), half
                break
            left -= stretch


def _around(spot: Point, gap: float, size: Size) -> Iterator[Point]:
    """The middles of boxes `gap` px off a spot, those to the right and left first."""
    turns = sorted(range(TURNS), key=lambda turn: abs(math.sin(math.tau * turn / TURNS)))
    for turn in turns:
        right, down = math.cos(math.tau * turn / TURNS), math.sin(math.tau * turn / TURNS)
        across = size[0] / 2 * max(-1.0, min(1.0, 2 * right))
        yield spot[0] + right * gap + across, spot[1] + down * (gap + size[1] / 2)
