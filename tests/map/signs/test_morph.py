"""An outline becomes the next one step by step, and never leaves the ground between them."""

from __future__ import annotations

import math

import pytest

from kiosk.exhibit.model import AreaKind, Certainty
from kiosk.map.signs.marches import DrawnArea
from kiosk.map.signs.morph import between, steps_of


def ring(x: float, radius: float, turn: float = 0.0, closed: bool = True) -> DrawnArea:
    spots = [math.tau * i / 12 + turn for i in range(12)]
    points = tuple((x + radius * math.cos(a), radius * math.sin(a)) for a in spots)
    return DrawnArea(points, closed, "#3d6ea8", AreaKind.POCKET, Certainty.INFERRED)


BEFORE, AFTER = ring(0, 10), ring(1, 6, turn=2.0)


def test_a_pocket_that_took_another_outline_is_a_step() -> None:
    assert steps_of([BEFORE], [AFTER]) == [(BEFORE, AFTER)]
    assert steps_of([BEFORE], [BEFORE]) == []
    assert steps_of([BEFORE], []) == steps_of([], [AFTER]) == []


def test_two_that_lie_apart_are_none() -> None:
    assert steps_of([BEFORE], [ring(100, 6)]) == []


@pytest.mark.parametrize("before", [BEFORE, ring(0, 10, closed=False)], ids=["ring", "line"])
def test_it_goes_evenly_from_one_to_the_other(before: DrawnArea) -> None:
    radii = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        area = between((before, AFTER), share)
        assert area.closed
        mean = sum(math.hypot(x - share, y) for x, y in area.points) / len(area.points)
        radii.append(mean)
    assert radii == sorted(radii, reverse=True)
    assert radii[0] == pytest.approx(10, rel=0.05)
    assert radii[-1] == pytest.approx(6, rel=0.05)


def test_no_point_goes_farther_than_it_must() -> None:
    start, end = between((BEFORE, AFTER), 0.0), between((BEFORE, AFTER), 1.0)
    ways = [math.dist(a, b) for a, b in zip(start.points, end.points, strict=True)]
    assert max(ways) < 7
