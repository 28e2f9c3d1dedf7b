"""Arrows end at the symbols of who went."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.map.boxes import Box, Point
from kiosk.map.signs.arrivals import GAP_MM, arrived
from kiosk.map.signs.marches import SHORTEST_MM, Arrow, Manner
from tests.map.looking import LANDSCAPE, PORTRAIT, told_once

MM, SCALE = 4.0, 10.0
SYMBOL = Box.around(0.0, 0.0, 80.0, 60.0)


def ended(way: list[Point], symbol: Box, *others: Box) -> list[Point] | None:
    """The way in px from where it ended, of an arrow that is to end at a symbol."""
    plane = tuple((x / SCALE, y / SCALE) for x, y in way)
    x0, y0 = way[-1]
    arrow = arrived(Arrow(plane, "#3d6ea8", Manner.MARCH, 6.0), symbol, others, SCALE, MM)
    return [(x * SCALE - x0, y * SCALE - y0) for x, y in arrow.way] if arrow else None


def test_an_arrow_ends_at_the_edge_of_its_symbol_which_stands_aside() -> None:
    way = ended([(0, 0), (400, 0)], SYMBOL.moved(0, -70))
    assert way
    assert way[0] == pytest.approx((-400, 0))
    assert SYMBOL.moved(0, -70).away(*way[-1]) == pytest.approx(GAP_MM * MM, abs=0.1)


def test_the_part_of_a_way_that_is_far_from_its_symbol_stays() -> None:
    way = ended([(0, 0), (300, 0), (1500, 0)], SYMBOL.moved(0, 70))
    assert way
    assert way[:2] == [pytest.approx((-1500, 0)), pytest.approx((-1200, 0))]
    assert all(y == pytest.approx(0) for x, y in way if x < -400)


def test_an_arrow_to_a_symbol_on_its_spot_ends_before_it() -> None:
    way = ended([(0, 0), (400, 0)], SYMBOL)
    assert way
    assert way[-1] == pytest.approx((-40 - GAP_MM * MM, 0))


@pytest.mark.parametrize("length", [35, 40 + SHORTEST_MM * MM])
def test_what_would_be_all_head_is_no_arrow(length: float) -> None:
    assert ended([(0, 0), (length, 0)], SYMBOL) is None


def test_an_arrow_does_not_bend_beneath_another() -> None:
    straight = [(-400.0, 0.0), (0.0, 0.0)]
    between = Box.around(-90.0, -70.0, 40.0, 40.0)
    symbol = SYMBOL.moved(0, -120)
    bent = ended([(0, 0), (400, 0)], symbol)
    assert bent
    assert any(between.is_cut(one) for one in itertools.pairwise(bent))
    stays = ended([(0, 0), (400, 0)], symbol, between)
    assert stays
    assert stays == [pytest.approx(at) for at in straight]


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_nearly_every_arrow_of_a_body_in_sight_touches_its_symbol(
    qapp: QGuiApplication, size: tuple[int, int]
) -> None:
    touches = []
    for _, look in told_once(size, "en"):
        signs = {sign.key: sign for sign in look.picture.signs if not sign.square}
        for arrow in look.picture.arrows:
            if (sign := signs.get(arrow.formation)) and not arrow.foe:
                (x, y), (tip_x, tip_y) = look.viewport.on_screen(
                    [(sign.plane_x, sign.plane_y), arrow.way[-1]]
                )
                symbol = Box(0, 0, sign.symbol_width, sign.symbol_height)
                away = symbol.moved(x + sign.dx, y + sign.dy).away(tip_x, tip_y)
                touches.append(away < 2 * GAP_MM * look.mm)
    assert sum(touches) > 0.9 * len(touches) > 9


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_no_arrow_in_sight_leads_to_where_nobody_is_shown(
    qapp: QGuiApplication, size: tuple[int, int]
) -> None:
    strays = []
    for name, look in told_once(size, "en"):
        room = look.viewport.room
        for arrow in look.picture.arrows:
            (tip,) = look.viewport.on_screen([arrow.way[-1]])
            shown = arrow.foe or arrow.formation in look.picture.formations
            if room.covers(tip) and not shown:
                strays.append(f"{name}: {arrow.formation}")
    assert not strays
