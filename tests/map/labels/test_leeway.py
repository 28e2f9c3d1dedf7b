"""Leeway: how far a symbol may step aside before it tells a wrong place."""

from __future__ import annotations

import pytest

from kiosk.map.boxes import Box, Point
from kiosk.map.labels.borders import Borders
from kiosk.map.labels.leeway import Leeway

ROOM = Box(0, 0, 800, 500)
SYMBOL = 50.0, 44.0
MM = 4.0
SPOT = 400.0, 250.0


def leeway(
    *lines: list[Point],
    beneath: list[Point] | None = None,
    enemies: tuple[Point, ...] = (),
    doubt: float = 100.0,
) -> Leeway:
    below = Borders(ROOM)
    below.take(beneath or [])
    borders = Borders(ROOM, below)
    for line in lines:
        borders.take(line)
    return Leeway(SPOT, SYMBOL, borders, enemies, MM, doubt)


@pytest.mark.parametrize(
    ("line", "dx", "allowed"),
    [
        ([(430, 0), (430, 500)], 20, True),
        ([(430, 0), (430, 500)], 40, False),
        ([(430, 0), (430, 500)], -40, True),
        ([(430, 0), (430, 200)], 40, True),
        ([(402, 0), (402, 500)], 40, True),
    ],
    ids=["on this side", "across", "away from it", "past its end", "from on it"],
)
def test_a_border_is_not_crossed(line: list[Point], dx: float, allowed: bool) -> None:
    assert leeway(line).allows(dx, 0) is allowed
    assert leeway(beneath=line).allows(dx, 0) is allowed


@pytest.mark.parametrize(("cap", "allowed"), [(0.0, True), (2.0, True), (4.0, False)])
def test_a_border_ends_where_its_drawn_line_does(cap: float, allowed: bool) -> None:
    line = [(430.0, 0.0), (430.0, 247.0)]
    for points in (line, line[::-1]):
        borders = Borders(ROOM)
        borders.take(points, cap)
        assert Leeway(SPOT, SYMBOL, borders, (), MM, 100.0).allows(40, 0) is allowed


@pytest.mark.parametrize(
    ("enemy", "dx", "allowed"),
    [
        ((460.0, 250.0), 28, True),
        ((460.0, 250.0), 32, False),
        ((460.0, 250.0), -50, True),
        ((410.0, 250.0), 6, False),
        ((400.0, 250.0), 50, True),
        ((700.0, 250.0), 60, True),
    ],
    ids=["half-way", "beyond", "backwards", "close by", "at the same spot", "far off"],
)
def test_an_enemy_is_met_half_way(enemy: Point, dx: float, allowed: bool) -> None:
    assert leeway(enemies=(enemy,)).allows(dx, 0) is allowed


@pytest.mark.parametrize(
    ("dx", "dy", "allowed"),
    [(33, 30, True), (34, 0, False), (0, 31, False), (-33, -30, True)],
    ids=["at its edge", "its spot beside it", "its spot below it", "to the other side"],
)
def test_without_doubt_it_covers_its_spot_or_touches_it(
    dx: float, dy: float, allowed: bool
) -> None:
    assert leeway(doubt=0).allows(dx, dy) is allowed


@pytest.mark.parametrize(("dx", "allowed"), [(39, True), (41, False)])
def test_it_steps_aside_no_farther_than_its_doubt(dx: float, allowed: bool) -> None:
    assert leeway(doubt=40).allows(dx, 0) is allowed


def test_at_its_spot_it_may_always_stand() -> None:
    around = [(390.0, 240.0), (410.0, 240.0), (410.0, 260.0), (390.0, 260.0), (390.0, 240.0)]
    hemmed_in = leeway(around, enemies=((401.5, 250.0),))
    assert hemmed_in.allows(0, 0)
    assert not hemmed_in.allows(-30, 0)


def test_a_symbol_on_both_sides_of_a_border_has_left_its_own() -> None:
    beside_it = leeway([(430, 0), (430, 500)])
    assert beside_it.is_left(Box.around(410, 250, *SYMBOL))
    assert not beside_it.is_left(Box.around(400, 250, *SYMBOL))
