"""Words at the gap between those who besiege a pocket: they stand where nobody does."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.map.boxes import Box
from kiosk.map.labels.areanames import GAP, GAP_MM
from tests.exhibit.made import ENDS, STARTS
from tests.exhibit.made import exhibit as made
from tests.map.looking import Looking
from tests.map.test_named import nearer

RING = [(4, 4), (6, 4), (6, 6), (4, 6)]
EAST, WEST, NORTH, SOUTH = (6.05, 5), (3.95, 5), (5, 6.05), (5, 3.95)
CORNERS = [(6.05, 6.05), (3.95, 6.05), (3.95, 3.95), (6.05, 3.95)]


def besieged(*spots: tuple[float, float], **asked: Any) -> Looking:
    """A pocket of the north about which the south stands."""
    span = {"starts": STARTS, "ends": ENDS}
    pocket = {"id": "x", "name": "x", "kind": "pocket", "ring": RING, "side": "north", **span}
    bodies = [
        {
            "id": f"u{i}", "name": "n", "side": "south", "echelon": "corps", "importance": 1,
            "track": [{"starts": STARTS, "at": at, "state": "attacking", "uncertainty_km": 1}],
        }
        for i, at in enumerate(spots)
    ]  # fmt: skip
    look = Looking(made(areas=[pocket], formations=bodies))
    look.open("all", 0)
    look.request = replace(look.request, **asked)
    nearer(look, 3)
    return look


def words_at_the_gap(*spots: tuple[float, float], **asked: Any) -> list[tuple[float, float]]:
    """Where they stand, from the middle of such a pocket."""
    look = besieged(*spots, **asked)
    x, y = look.viewport.spot(5, 5)
    found = [name for name in look.picture.names if name.key == GAP]
    at = [(look.at(name), name) for name in found]
    return [
        (left + name.label_x + name.label_width / 2 - x, top + name.label_y - y)
        for (left, top), name in at
    ]


@pytest.mark.parametrize(
    ("stand", "way"),
    [
        ([EAST], (-1, 0)),
        ([WEST], (1, 0)),
        ([NORTH], (0, 1)),
        ([SOUTH], (0, -1)),
    ],
    ids=["west", "east", "south", "north"],
)
def test_they_stand_on_the_side_that_nobody_is_known_to_shut(
    qapp: QGuiApplication, stand: list[tuple[float, float]], way: tuple[int, int]
) -> None:
    ((x, y),) = words_at_the_gap(*stand)
    assert x * way[0] + y * way[1] > 60
    assert abs(x * way[1] - y * way[0]) < 120


def test_there_are_none_where_all_is_shut_or_nobody_besieges(qapp: QGuiApplication) -> None:
    assert words_at_the_gap(EAST, WEST, NORTH, SOUTH, *CORNERS) == []
    assert words_at_the_gap() == []


@pytest.mark.parametrize(("stand", "tied"), [(NORTH, 0), (EAST, 1)], ids=["in it", "beside it"])
def test_away_from_the_gap_they_are_tied_to_it(
    qapp: QGuiApplication, stand: tuple[float, float], tied: int
) -> None:
    look = besieged(stand)
    (name,) = (name for name in look.picture.names if name.key == GAP)
    x, y = look.at(name)
    left, top = x + name.label_x, y + name.label_y
    words = Box(left, top, left + name.label_width, top + name.label_height)
    assert len(look.picture.leaders) == tied
    assert (words.away(x, y) > GAP_MM * look.mm) == bool(tied)
    for leader in look.picture.leaders:
        assert math.hypot(*leader.start) < look.mm
        assert 0 < words.away(x + leader.end[0], y + leader.end[1]) < 2 * look.mm


def test_there_are_none_where_areas_have_no_names(qapp: QGuiApplication) -> None:
    assert words_at_the_gap(NORTH, hidden=frozenset({"places"})) == []


def test_a_front_whose_ends_are_out_of_sight_is_named_level_beside_it(
    qapp: QGuiApplication,
) -> None:
    span = {"starts": STARTS, "ends": ENDS}
    line = [(-20, 5), *((x, 5) for x in range(1, 10)), (30, 5)]
    front = {"id": "x", "name": "Block", "kind": "front", "line": line, "side": "north", **span}
    look = Looking(made(areas=[front]))
    look.open("all", 0)
    (name,) = (name for name in look.picture.names if name.kind == "area")
    (x, y), room = look.at(name), look.viewport.room
    assert room.covers((x + name.label_x, y + name.label_y))
