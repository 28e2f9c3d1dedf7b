"""Attacks: arrows from the symbol of who attacks to that of whom it attacks."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.map.boxes import Box
from kiosk.map.labels.result import FormationSign
from kiosk.map.signs.arrivals import GAP_MM
from kiosk.map.signs.marches import Arrow, Manner
from kiosk.map.signs.thrusts import NARROWEST_MM, gives_way, thrust
from kiosk.map.viewport import PlanePoint
from tests.exhibit.made import exhibit as made
from tests.map.looking import LANDSCAPE, PORTRAIT, Looking, told_once
from tests.map.signs.test_marches import hours, marches_of, station, unit
from tests.meeting import CONTENT, read

MM, SCALE, WIDE = 4.0, 10.0, 6.8
SYMBOL = Box.around(0.0, 0.0, 80.0, 60.0)


def led(foe: Box, *others: Box) -> tuple[list[Any], float] | None:
    """The way in px from the middle of who attacks, and the width, of an attack on a symbol."""
    spot = foe.centre[0] / SCALE, foe.centre[1] / SCALE
    arrow = thrust(
        Arrow(((0, 0), spot), "#3d6ea8", Manner.ATTACK, WIDE, formation="a", foe="b"),
        SYMBOL, foe, others, SCALE, MM,
    )  # fmt: skip
    return ([(x * SCALE, y * SCALE) for x, y in arrow.way], arrow.width_mm) if arrow else None


def test_an_attack_goes_from_edge_to_edge() -> None:
    found = led(SYMBOL.moved(300, 0))
    assert found
    way, width = found
    assert way == [pytest.approx((40 + GAP_MM * MM, 0)), pytest.approx((260 - GAP_MM * MM, 0))]
    assert width == WIDE


def test_it_is_narrower_where_there_is_little_room_and_none_where_there_is_none() -> None:
    found = {gap: led(SYMBOL.moved(80 + gap, 0)) for gap in (60, 32, 12, 0, -20)}
    widths = {gap: one and one[1] for gap, one in found.items()}
    assert widths[60] == WIDE
    assert NARROWEST_MM < (widths[32] or 0.0) < WIDE
    assert widths[12] is widths[0] is widths[-20] is None


def test_it_gets_past_what_stands_between_or_there_is_none() -> None:
    between = Box.around(150.0, 0.0, 40.0, 40.0)
    wall = Box.around(150.0, 0.0, 40.0, 4000.0)
    found = led(SYMBOL.moved(300, 0), between)
    assert found
    assert not any(between.is_cut(line) for line in itertools.pairwise(found[0]))
    assert led(SYMBOL.moved(300, 0), wall) is None


@pytest.mark.parametrize(
    ("march", "gives"),
    [
        ([(-9, 0), (0, 0)], False),  # it goes on
        ([(0, -9), (0, 0)], False),
        ([(9, 9), (0, 0)], True),  # it turns about
        ([(5, 9), (5, -9), (0, 0)], True),
        ([(5, -9), (5, 9), (4, 9), (6, 9)], True),  # it crosses
    ],
)
def test_a_march_gives_way_to_the_attack_of_who_marched(
    march: list[tuple[float, float]], gives: bool
) -> None:
    attack = Arrow(((0.0, 0.0), (20.0, 0.0)), "#3d6ea8", Manner.ATTACK, WIDE)
    assert gives_way(Arrow(tuple(march), "#3d6ea8", Manner.MARCH, WIDE), attack) is gives


def test_who_attacks_does_so_while_it_stands_there_and_its_foe_lives() -> None:
    enemy = {"side": "south"}
    marches, clock = marches_of(
        made(
            formations=[
                unit(
                    "a",
                    station(
                        0, (2, 5), state="attacking", attacks="b", ends=hours(20).isoformat(" ")
                    ),
                    station(30, (2, 8)),
                ),
                unit("b", station(0, (4, 5)), station(10, (4, 5), state="destroyed"), **enemy),
            ]
        )
    )

    def fought(at: float) -> list[tuple[str, str]]:
        moment = hours(at)
        found = marches.thrusts(clock.at(moment), moment)
        return [(arrow.formation, arrow.foe) for arrow in found]

    assert fought(0) == fought(9) == [("a", "b")]
    assert fought(10) == fought(25) == []


def attacks(look: Looking) -> list[tuple[str, str]]:
    return [(arrow.formation, arrow.foe) for arrow in look.picture.arrows if arrow.foe]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_on_28_october_arrows_point_at_the_106th_division(
    qapp: QGuiApplication, size: tuple[int, int], language: str
) -> None:
    look = Looking(read(CONTENT), size, language=language)
    look.take_lines()
    moment = dt.datetime(1945, 10, 28, 20)
    look.open("pocket", (moment - look.exhibit.exhibit.starts) / dt.timedelta(hours=1))
    assert {("column-1", "division-106"), ("column-2", "division-106")} <= {*attacks(look)}


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_no_name_lies_on_an_attack(qapp: QGuiApplication, size: tuple[int, int]) -> None:
    struck, count = [], 0
    for view, look in told_once(size, "en"):
        for arrow in look.picture.arrows:
            if not arrow.foe:
                continue
            count += 1
            way = [*itertools.pairwise(look.viewport.on_screen(arrow.way))]
            for name, area in look.labels():
                rect = area.boundingRect()
                box = Box(rect.left(), rect.top(), rect.right(), rect.bottom())
                if any(box.is_cut(line) for line in way):
                    struck.append(f"{view}: {name} on {arrow.formation}")
    assert count > 10
    assert struck == []


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_an_attack_goes_from_symbol_to_symbol_of_two_sides(
    qapp: QGuiApplication, size: tuple[int, int]
) -> None:
    count = 0
    for _, look in told_once(size, "en"):
        signs = [sign for sign in look.picture.signs if not sign.square]
        for arrow in look.picture.arrows:
            if arrow.foe:
                met = [touching(look, signs, end) for end in (arrow.way[0], arrow.way[-1])]
                own, foe = (one.symbol.side for one in met if one)
                assert own != foe
                count += 1
    assert count > 10


def touching(look: Looking, signs: list[FormationSign], end: PlanePoint) -> FormationSign | None:
    """The sign whose symbol an end of an arrow touches."""
    (x, y) = look.viewport.on_screen([end])[0]
    for sign in signs:
        left, top = look.at(sign)
        symbol = Box(0, 0, sign.symbol_width, sign.symbol_height)
        if symbol.moved(left + sign.dx, top + sign.dy).away(x, y) < 2 * GAP_MM * look.mm:
            return sign
    return None
