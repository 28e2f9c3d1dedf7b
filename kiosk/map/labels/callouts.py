"""Callouts: the words of proposals, each beside its own, with a thin line to it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kiosk.map.boxes import Box, Point, Size
from kiosk.map.labels.laying import Laying
from kiosk.map.labels.names import Names
from kiosk.map.labels.result import name_label
from kiosk.map.signs.proposals import STAY_MM, Leader, Proposal, width_mm
from kiosk.map.viewport import PlanePoint

FAR_MM = (8.0, 14.0, 20.0, 28.0, 38.0, 50.0)
"""The distances of words from their proposal that are tried."""

TURNS = 16
"""The directions that are tried."""

SHARES = (0.5, 0.7, 0.3)
"""The parts of its way at which the words of a proposal may be tied to it."""

LEADER_STEP_MM, LEADER_ROOM_MM = 2.0, 1.0
"""The distance of the points at which a leader is tried, and the room that it takes."""

CLEAR_MM = 1.5
"""Room between words and the end of their leader."""

OUT: Point = (math.inf, math.inf)
"""A spot where there is never room."""


class _Tie(NamedTuple):
    """A point of the plane that words may be tied to, its spot, and how far off its line is, px."""

    at: PlanePoint
    spot: Point
    off: float

    def leader(self, box: Box, clear: float) -> tuple[Point, Point]:
        """Both ends of the line from the proposal's edge to `clear` px before a box."""
        x, y = self.spot
        near = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
        far = math.dist(self.spot, near) or 1.0
        right, down = (near[0] - x) / far, (near[1] - y) / far
        first, last = min(self.off, far), max(self.off, far - clear)
        return (x + right * first, y + down * first), (x + right * last, y + down * last)


class Callouts:
    """Lays the words of one proposal after the other, where `names` finds room."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def lay(self, laying: Laying, index: int, proposal: Proposal) -> None:
        """Places words and leader; the leader crosses others only where there is no other room."""
        request = laying.request
        px = request.text_px
        size = request.area_size(px, proposal.words)
        scale, mm = laying.viewport.scale, laying.mm
        ties = [
            _Tie(at, laying.viewport.on_screen([at])[0], off)
            for at, off in _ties(proposal, scale, mm)
        ]
        tries = [
            (tie, middle)
            for far in FAR_MM
            for tie in ties
            for middle in _around(tie.spot, tie.off + far * mm, size)
        ]
        reached = [
            middle if self._reaches(laying, tie, Box.around(*middle, *size)) else OUT
            for tie, middle in tries
        ]
        key = f"proposals/{index}"
        placed = self._names.at(key, reached, size, told=True)
        placed = placed or self._names.at(key, [middle for _, middle in tries], size, told=True)
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
        start, end = tie.leader(box, CLEAR_MM * mm)
        laying.result.leaders.append(
            Leader(
                *tie.at,
                _from(tie.spot, start),
                _from(tie.spot, end),
                proposal.colour,
                proposal.yours,
            )
        )
        for point in _points(start, end, LEADER_STEP_MM * mm):
            laying.table.take(Box.around(*point, mm, mm))

    def _reaches(self, laying: Laying, tie: _Tie, box: Box) -> bool:
        """True if a leader to `box` meets nothing that stands already."""
        start, end = tie.leader(box, CLEAR_MM * laying.mm)
        room = LEADER_ROOM_MM * laying.mm
        return all(
            laying.table.is_free(Box.around(*point, room, room))
            for point in _points(start, end, LEADER_STEP_MM * laying.mm)
        )


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


def _points(start: Point, end: Point, step: float) -> Sequence[Point]:
    """Points along a line."""
    count = max(1, math.ceil(math.dist(start, end) / step))
    return [
        (
            start[0] + (end[0] - start[0]) * i / count,
            start[1] + (end[1] - start[1]) * i / count,
        )
        for i in range(count + 1)
    ]


def _from(spot: Point, point: Point) -> Point:
    return point[0] - spot[0], point[1] - spot[1]
