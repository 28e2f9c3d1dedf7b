"""The name of a railway: along its line, level beside it, or along it however steep it is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.geo import project
from kiosk.map.boxes import Box
from kiosk.map.labels.courses import STEEPEST
from tests.exhibit.made import exhibit
from tests.map.looking import Looking

RAILWAY = {
    "id": "line",
    "name": "Northern line",
    "kind": "railway",
    "at": [5, 5],
    "precision_km": 1,
    "importance": 2,
    "sources": [],
}


def look_at(*line: tuple[float, float]) -> Looking:
    """A map with a railway of two stretches."""
    look = Looking(exhibit(places=[RAILWAY]))
    stops = [project(*stop) for stop in line]
    look.cartographer.take_rails([stops[:2], stops[1:]])
    look.open("all", 0)
    return look


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        (((1, 5), (5, 5), (9, 5)), 0, 1),
        (((3, 1), (5, 5), (7, 9)), 50, STEEPEST),
        (((5, 0), (5, 5), (5, 10)), 0, 0),
    ],
)
def test_a_railway_is_named_along_its_line_or_level_beside_a_steep_one(
    qapp: QGuiApplication, line: tuple[tuple[float, float], ...], low: float, high: float
) -> None:
    look = look_at(*line)
    (name,) = look.picture.names
    assert name.key == "line"
    assert low <= abs(name.angle) <= high
    assert not name.dot


def test_where_nothing_level_has_room_the_name_is_as_steep_as_its_line(
    qapp: QGuiApplication,
) -> None:
    look = look_at((5, 0), (5, 5), (5, 10))
    (x, _), room = look.viewport.spot(5, 5), look.viewport.room
    wide = 30 * look.mm
    sides = (
        Box(room.left, room.top, x - wide, room.bottom),
        Box(x + wide, room.top, room.right, room.bottom),
    )
    look.ask(kept=sides)
    (name,) = look.picture.names
    assert abs(name.angle) == pytest.approx(90)
