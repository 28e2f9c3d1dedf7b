"""Squares that stand for formations without room for their symbols, and their names."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kiosk.map.boxes import Box, Line, Point
from kiosk.map.labels.laying import Laying
from kiosk.map.labels.placing import beside
from kiosk.map.labels.slots import GAP_MM
from kiosk.map.labels.stands import Wish
from kiosk.map.signs.style import SQUARE_MM

AWAY_MM = (8.0, 14.0, 20.0, 28.0, 36.0)
"""How far off a name may stand at the end of a line to its square."""

LATERAL = 6
"""How many of the places beside a square are not above or below it."""

DIRECTIONS = 16
"""In how many directions a name is sought."""


@dataclass(frozen=True)
class Tag:
    """The name of a square, and the line to it if it stands off."""

    name: Box
    leader: Line | None


def pip_box(spot: Point, mm: float) -> Box:
    """The square at a spot."""
    return Box.around(*spot, SQUARE_MM * mm, SQUARE_MM * mm)


def find_tag(laying: Laying, wish: Wish, *, struck: bool) -> Tag | None:
    """Room for a name beside a square, or off it; taken, with the line to it.

    Where there is no other it may be `struck` through.
    """
    found = None
    for tag in _tags(laying, wish):
        if laying.holds_name(tag.name) and laying.pinned.is_free(tag.name):
            if not laying.is_struck(tag.name):
                return _taken(laying, tag)
            found = found or tag
    return _taken(laying, found) if found and struck else None


def _taken(laying: Laying, tag: Tag) -> Tag:
    laying.take_name(tag.name)
    if tag.leader:
        laying.take_leader(tag.leader)
    return tag


def _tags(laying: Laying, wish: Wish) -> Iterator[Tag]:
    yield from _beside(laying, wish)
    yield from _away(laying, wish)


def _beside(laying: Laying, wish: Wish) -> Iterator[Tag]:
    """Names right beside a square, where it is the nearest."""
    gap = (SQUARE_MM / 2 + GAP_MM) * laying.mm + wish.frame
    for name in islice(beside(*wish.spot, gap, [wish.name]), LATERAL):
        own = name.away(*wish.spot)
        if all(name.away(*other) > own for other in laying.marked if other != wish.spot):
            yield Tag(name, None)


def _away(laying: Laying, wish: Wish) -> Iterator[Tag]:
    """Names at the ends of lines that meet nothing."""
    (x, y), (width, height) = wish.spot, wish.name
    for far in AWAY_MM:
        for step in range(DIRECTIONS):
            turn = math.tau * step / DIRECTIONS
            dx, dy = math.cos(turn) * far * laying.mm, math.sin(turn) * far * laying.mm
            side = 1 if dx > -1 else -1
            name = Box.around(x + dx + side * width / 2, y + dy, width, height)
            leader = wish.spot, (x + dx, y + dy)
            if not laying.is_blocked(leader):
                yield Tag(name, leader)
