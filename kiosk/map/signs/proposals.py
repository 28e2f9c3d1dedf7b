"""Proposals: ways that somebody could have gone, the visitor's own and the one that was taken."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtGui import QColor

from kiosk.exhibit.model import Certainty
from kiosk.map.boxes import Box, Point
from kiosk.map.ground.palette import Palette
from kiosk.map.signs.arrows import BARB, HEAD, arrow_mark, arrow_sides
from kiosk.map.signs.lines import BEND_MM, Px, dashed, from_first, rounded, stretches
from kiosk.map.signs.marches import Arrow, Manner
from kiosk.map.signs.marks import Mark, Stroke, mark_about, pen_of
from kiosk.map.viewport import PlanePoint

WIDTH_MM, TAIL = 14.0, 0.85
"""Width of a proposal's arrow at its neck, and its tail over that: the map is about it."""

HEADS = 1.7
"""The length of the shortest arrow, in lengths of its head: a shorter way has a slimmer one."""

STAY_MM = 17.0
"""Radius of the ring about a place at which to stay: a symbol stands within it."""

YOURS_MM, DONE_MM, CASING_MM = 1.5, 2.0, 1.6
"""Width of the visitor's line and of the other's ring, and by how much their ground is wider."""

DASH_MM, GAP_MM = 5.0, 2.4
"""Dash and gap of the visitor's line."""

HEAD_WIDE = 2 * BARB
"""The width of an arrow's head over its neck's."""

TAIL_MM, LEAST = 14.0, 0.6
"""The length at its start where who goes it may stand, and the part that is seen at the least."""

LEADER_MM = 0.8
"""Width of the line from a proposal to its words."""


@dataclass(frozen=True)
class Proposal:
    """A way on the plane, from its start to its end; a single point is a place to stay at.

    `words` name it. It is `yours`, the visitor's, hollow and amber, or what was done, in the
    `colour` and form of the `side`, which counts from 0, that did it.
    """

    way: tuple[PlanePoint, ...]
    words: str
    colour: str
    side: int = 0
    yours: bool = False

    @property
    def stays(self) -> bool:
        """True for a single place."""
        return len(set(self.way)) == 1


@dataclass(frozen=True)
class Leader:
    """A line from a proposal to its words, both ends in px from the point (x, y) of the plane."""

    x: float
    y: float
    start: Point
    end: Point
    colour: str
    yours: bool


def width_mm(proposal: Proposal, scale: float, mm: float) -> float:
    """The width of its arrow at the neck; the arrow of a short way is slimmer."""
    length = sum(math.dist(a, b) for a, b in pairwise(proposal.way)) * scale / mm
    return min(WIDTH_MM, length / (HEAD * HEADS))


def beyond(way: Sequence[Point], length: float) -> list[Point]:
    """The part of a way that is left after a length at its start, and most of it at the least."""
    lengths = [math.dist(a, b) for a, b in pairwise(way)]
    left = min(length, (1 - LEAST) * sum(lengths))
    for i, stretch in enumerate(lengths):
        if left < stretch:
            (x0, y0), (x1, y1), part = way[i], way[i + 1], left / stretch
            return [(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part), *way[i + 1 :]]
        left -= stretch
    return [*way]


def head_of(way: Sequence[Point], thick: float) -> Point:
    """The middle of the head of an arrow so `thick`."""
    (x0, y0), (x1, y1) = way[-2:]
    back = HEAD_WIDE * thick / 2 / (math.dist((x0, y0), (x1, y1)) or 1.0)
    return x1 + (x0 - x1) * back, y1 + (y0 - y1) * back


def begun_at(proposal: Proposal, symbols: Sequence[Box], scale: float, mm: float) -> Proposal:
    """A proposal from the edge on of the symbol at its start, to be seen from end to end.

    `symbols` are boxes in px from that start.
    """
    (x0, y0), *_ = proposal.way
    way = [((x - x0) * scale, (y - y0) * scale) for x, y in proposal.way]
    stood = [box.grown(mm, mm) for box in symbols if box.covers((0.0, 0.0))]
    length = 0.0
    while any(box.covers(beyond(way, length)[0]) for box in stood) and length < TAIL_MM * mm:
        length += mm
    if proposal.stays or not length:
        return proposal
    seen = beyond(way, length)
    return replace(proposal, way=tuple((x0 + x / scale, y0 + y / scale) for x, y in seen))


def proposal_mark(proposal: Proposal, scale: float, mm: float, palette: Palette) -> Mark:
    """An arrow, or a ring about the place to stay at; hollow and in dashes if it is yours."""
    if proposal.stays:
        step = math.tau / 72
        around = [cmath.rect(STAY_MM * mm, step * i) for i in range(73)]
        return mark_about(proposal.way[0], around, 3 * mm, _ring(proposal, around, mm, palette))
    width = width_mm(proposal, scale, mm)
    if not proposal.yours:
        known = Certainty.DOCUMENTED
        arrow = Arrow(proposal.way, proposal.colour, Manner.MARCH, width, known, proposal.side)
        return arrow_mark(arrow, scale, mm, palette, TAIL)
    way = from_first(proposal.way, scale)
    sides = arrow_sides(rounded(way, BEND_MM * mm), width * mm, TAIL)
    left, right = sides or ([], [])
    around = [*left, *reversed(right), *left[:1]]
    return mark_about(proposal.way[0], way, 2 * width * mm, _hollow(around, mm, palette))


def leader_mark(leader: Leader, mm: float, palette: Palette) -> Mark:
    """A thin line in the colour of its proposal."""
    ends = [complex(*leader.start), complex(*leader.end)]
    colour = QColor(palette.amber) if leader.yours else palette.line_of(leader.colour)
    strokes = (
        Stroke(stretches(ends), pen_of(QColor(palette.casing), (LEADER_MM + 0.8) * mm)),
        Stroke(stretches(ends), pen_of(colour, LEADER_MM * mm)),
    )
    return mark_about((leader.x, leader.y), ends, 2 * mm, strokes)


def _ring(
    proposal: Proposal, around: Sequence[Px], mm: float, palette: Palette
) -> Iterator[Stroke]:
    if proposal.yours:
        yield from _hollow(around, mm, palette)
        return
    casing, colour = QColor(palette.casing), palette.line_of(proposal.colour)
    yield Stroke(stretches(around), pen_of(casing, (DONE_MM + CASING_MM) * mm))
    yield Stroke(stretches(around), pen_of(colour, DONE_MM * mm))


def _hollow(around: Sequence[Px], mm: float, palette: Palette) -> Iterator[Stroke]:
    """An outline in dashes; what is beneath it shows, which may be what was done."""
    yield Stroke(stretches(around), pen_of(QColor(palette.casing), (YOURS_MM + CASING_MM) * mm))
    yield Stroke(
        dashed(around, DASH_MM * mm, GAP_MM * mm), pen_of(QColor(palette.amber), YOURS_MM * mm)
    )
