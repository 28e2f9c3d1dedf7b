"""Thrusts: arrows from the symbol of who attacks to that of whom it attacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, product

from kiosk.map.boxes import Box, Point, crosses
from kiosk.map.signs.arrivals import GAP_MM, entry, length
from kiosk.map.signs.arrows import HEAD
from kiosk.map.signs.marches import Arrow

NARROWEST_MM = 3.9
"""The width of an arrow between two symbols that leave it little room; with less there is none."""

SHAFT = 0.2
"""The length of the shortest shaft, over its width."""

SWINGS = 0.0, 0.25, -0.25, 0.5, -0.5
"""The swings by which an arrow gets past others, over its length: the first that will do."""


def thrust(
    arrow: Arrow, own: Box, foe: Box, others: Sequence[Box], scale: float, mm: float
) -> Arrow | None:
    """An attack from the edge of the symbol of who attacks to the edge of its foe's.

    Both, and the `others` that it gets past, are boxes in px from where the arrow begins. It is
    narrower where the two leave it little room, and None where there is none or no way past.
    """
    first, last = (box.grown(GAP_MM * mm, GAP_MM * mm) for box in (own, foe))
    if first.meets(last):
        return None
    ways = [_way(first, last, swing) for swing in SWINGS]
    way = next((way for way in ways if not _meets(way, others)), None)
    width = min(arrow.width_mm, length(way) / mm / (HEAD + SHAFT)) if way else 0.0
    if way is None or width < NARROWEST_MM:
        return None
    x0, y0 = arrow.way[0]
    plane = tuple((x0 + x / scale, y0 + y / scale) for x, y in way)
    return replace(arrow, way=plane, width_mm=width)


def gives_way(march: Arrow, attack: Arrow) -> bool:
    """True if the march of who attacks crosses the attack, or points away from it."""
    (x0, y0), (x1, y1) = march.way[-2:]
    (x2, y2), (x3, y3) = attack.way[0], attack.way[-1]
    if (x1 - x0) * (x3 - x2) + (y1 - y0) * (y3 - y2) < 0:
        return True
    return any(crosses(*lines) for lines in product(pairwise(march.way), pairwise(attack.way)))


def _way(first: Box, last: Box, swing: float) -> list[Point]:
    """The way from box to box, past one side of the straight line between their middles."""
    (x0, y0), (x1, y1) = first.centre, last.centre
    bend = (x0 + x1) / 2 - (y1 - y0) * swing, (y0 + y1) / 2 + (x1 - x0) * swing
    if not swing or first.covers(bend) or last.covers(bend):
        return [entry(last.centre, first), entry(first.centre, last)]
    return [entry(bend, first), bend, entry(bend, last)]


def _meets(way: Sequence[Point], others: Sequence[Box]) -> bool:
    return any(box.is_cut(line) for box in others for line in pairwise(way))
