"""The morph of an area's outline into that of the area which follows it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, pairwise

from kiosk.exhibit.model import AreaKind
from kiosk.map.signs.marches import DrawnArea
from kiosk.map.viewport import PlanePoint

POINTS = 48
"""The points at which both outlines are taken."""

Step = tuple[DrawnArea, DrawnArea]
"""An area that is no more, and the one that has come in its place."""


def steps_of(before: Iterable[DrawnArea], after: Iterable[DrawnArea]) -> list[Step]:
    """The pockets that took another outline between two pictures, each once."""
    gone = [area for area in before if area.kind is AreaKind.POCKET]
    come = [area for area in after if area.kind is AreaKind.POCKET]
    new = [area for area in come if not any(_same(area, old) for old in gone)]
    old = [area for area in gone if not any(_same(area, one) for one in come)]
    steps: list[Step] = []
    for area in new:
        near = [one for one in old if one.colour == area.colour and _meet(one, area)]
        if near:
            first = min(near, key=lambda one: math.dist(one.middle, area.middle))
            old.remove(first)
            steps.append((first, area))
    return steps


def between(step: Step, share: float) -> DrawnArea:
    """The area at a share 0..1 of its morph, its besiegers those of the later one."""
    after = step[1]
    points = tuple(
        (x + (end_x - x) * share, y + (end_y - y) * share) for (x, y), (end_x, end_y) in _ways(step)
    )
    return replace(after, points=points[:-1] if after.closed else points)


@lru_cache(maxsize=16)
def _ways(step: Step) -> Sequence[tuple[PlanePoint, PlanePoint]]:
    """The points of the first outline, each with the one that it comes to."""
    before, after = step
    starts, ends = _taken(before), _taken(after)
    if after.closed:
        ends = _turned(ends, starts, closed=True)
    else:
        starts = _turned(starts, ends, closed=before.closed)
    return list(zip(starts, ends, strict=True))


def _same(one: DrawnArea, other: DrawnArea) -> bool:
    return one.points == other.points and one.closed == other.closed


def _meet(one: DrawnArea, other: DrawnArea) -> bool:
    """True if the boxes of two areas overlap."""
    (left, top, right, bottom), (x0, y0, x1, y1) = _box(one), _box(other)
    return left < x1 and x0 < right and top < y1 and y0 < bottom


def _box(area: DrawnArea) -> tuple[float, float, float, float]:
    xs, ys = zip(*area.points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _taken(area: DrawnArea) -> list[PlanePoint]:
    """Points evenly along an outline, the last of a ring its first."""
    line = [*area.points, area.points[0]] if area.closed else list(area.points)
    passed = [0.0, *accumulate(math.dist(a, b) for a, b in pairwise(line))]
    found: list[PlanePoint] = []
    at = 0
    for i in range(POINTS + 1):
        goal = passed[-1] * i / POINTS
        while at < len(line) - 2 and passed[at + 1] < goal:
            at += 1
        share = (goal - passed[at]) / ((passed[at + 1] - passed[at]) or 1.0)
        (x, y), (end_x, end_y) = line[at], line[at + 1]
        found.append((x + (end_x - x) * share, y + (end_y - y) * share))
    return found


def _turned(
    points: Sequence[PlanePoint], goal: Sequence[PlanePoint], *, closed: bool
) -> list[PlanePoint]:
    """An outline's points from where on, and in which direction, they are nearest to others."""
    ways = [list(points), list(points)[::-1]]
    if closed:
        ways = [
            [*way[:-1][turn:], *way[:-1][:turn], way[:-1][turn]]
            for way in ways
            for turn in range(POINTS)
        ]
    return min(ways, key=lambda way: sum(map(math.dist, way, goal)))
