"""Arrivals: arrows that end at the symbols of who went."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kiosk.map.boxes import Box, Point
from kiosk.map.signs.marches import SHORTEST_MM, Arrow

GAP_MM = 0.6
"""The room between the tip of an arrow and its symbol."""

BENT = 3.0
"""The part of its way over which an arrow turns to its symbol, over how far that stands aside."""


def arrived(
    arrow: Arrow, symbol: Box, others: Sequence[Box], scale: float, mm: float
) -> Arrow | None:
    """An arrow that ends at the edge of a symbol which stands aside from its spot.

    `symbol`, and the `others` that it must not come to lie under, are boxes in px from its end. It
    stays as it was where it would be too short or lie under one of them.
    """
    x0, y0 = arrow.way[-1]
    way = [((x - x0) * scale, (y - y0) * scale) for x, y in arrow.way]
    edge = symbol.grown(GAP_MM * mm, GAP_MM * mm)
    bent = _bent(way, edge)
    if bent is None or length(bent) < SHORTEST_MM * mm:
        return None
    new = [*pairwise(bent)]
    if any(any(map(box.is_cut, new)) and not any(map(box.is_cut, pairwise(way))) for box in others):
        return arrow
    return replace(arrow, way=tuple((x0 + x / scale, y0 + y / scale) for x, y in bent))


def _bent(way: Sequence[Point], edge: Box) -> list[Point] | None:
    """A way whose last part turns to a box and ends at it; None where it begins within."""
    aside = math.dist(edge.centre, way[-1])
    before, after = _parted(way, BENT * max(aside, edge.width / 2))
    if edge.covers(after[0]):
        before, after = [], [*way]
    if edge.covers(after[0]):
        return None
    tip = entry(after[0], edge)
    dx, dy = tip[0] - after[-1][0], tip[1] - after[-1][1]
    whole, gone, found = length(after), 0.0, [*before, after[0]]
    for (ax, ay), (bx, by) in pairwise(after):
        gone += math.dist((ax, ay), (bx, by))
        found.append((bx + dx * gone / whole, by + dy * gone / whole))
    return found


def entry(start: Point, box: Box) -> Point:
    """The point at which the straight line from outside to the middle of a box meets it."""
    (x, y), (cx, cy) = start, box.centre
    across, down = abs(cx - x), abs(cy - y)
    share = min(
        box.width / 2 / across if across else math.inf,
        box.height / 2 / down if down else math.inf,
    )
    return cx + (x - cx) * share, cy + (y - cy) * share


def _parted(way: Sequence[Point], last: float) -> tuple[list[Point], list[Point]]:
    """A way before its last part and that part, which begins with a point of its own."""
    left = last
    for i in range(len(way) - 1, 0, -1):
        stretch = math.dist(way[i - 1], way[i])
        if left < stretch:
            (ax, ay), (bx, by), share = way[i], way[i - 1], left / stretch
            return [*way[:i]], [(ax + (bx - ax) * share, ay + (by - ay) * share), *way[i:]]
        left -= stretch
    return [], [*way]


def length(way: Sequence[Point]) -> float:
    """The length of a way."""
    return sum(math.dist(a, b) for a, b in pairwise(way))
