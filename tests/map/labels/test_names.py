"""Names that keep their places while time runs."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from kiosk.map.boxes import Box, Point
from kiosk.map.labels.borders import Borders
from kiosk.map.labels.laying import SIDE_BY_SIDE_MM, Laying, Lines, Pocket
from kiosk.map.labels.names import UNCROWDED, Names
from kiosk.map.labels.placing import Table
from kiosk.map.labels.request import Request
from kiosk.map.viewport import Viewport


def test_a_river_that_has_left_the_view_has_no_name_until_it_is_back() -> None:
    names = Names()
    laying: Any = SimpleNamespace(holds=True, mm=4.0, settle=False)
    names.begin(laying, [])
    names.recall(({"zhang": 3}, {}, {}))
    assert names.at("zhang", [], (80, 20)) is None
    assert names.memory() == ({"zhang": 3}, {}, {})


ROOM = Box(0, 0, 1000, 600)
ARROW, FRONT, CONTROL = (200.0, 300.0), (700.0, 300.0), Box(400, 0, 600, 80)


@pytest.fixture
def laying() -> Laying:
    """A laying with an arrow at the left, a line that shuts at the right, a control at the top."""
    rails, dots, strokes, fronts, proposed = (Table(ROOM) for _ in range(5))
    lines = Lines(rails, dots, strokes, fronts, proposed, Borders(ROOM), Borders(ROOM))
    strokes.take(Box.around(*ARROW, 40, 40))
    for table in (strokes, fronts):
        table.take(Box.around(*FRONT, 40, 40))
    request = Request("en", px_per_mm=4.0, kept=(CONTROL,))
    seen = Viewport(ROOM, 0.0, 0.0, 1.0, 1.0, 600.0)
    return Laying(request, seen, lines, 0.0, settle=True, holds=False)


@pytest.mark.parametrize(
    ("spots", "found"),
    [
        ([FRONT, ARROW], ARROW),
        ([FRONT, ARROW, (450, 500)], (450, 500)),
        ([FRONT], FRONT),
    ],
)
def test_a_name_strikes_an_arrow_rather_than_a_line_that_shuts(
    laying: Laying, spots: list[Point], found: Point
) -> None:
    names = Names()
    names.begin(laying, [])
    placed = names.at("matou", spots, (80, 20), UNCROWDED)
    assert placed
    assert placed.box.centre == found
    assert names.at("cuiqu", [FRONT], (80, 20)) is None


def test_the_name_of_who_is_not_in_a_pocket_does_not_stand_in_it(laying: Laying) -> None:
    ring = [(100.0, 100.0), (300.0, 100.0), (300.0, 300.0), (100.0, 300.0)]
    laying.pockets.append(Pocket.of(ring))
    inside, outside = Box.around(200, 200, 80, 20), Box.around(400, 200, 80, 20)
    assert laying.is_shut_in(inside, (310, 200))
    assert not laying.is_shut_in(inside, (150, 150))
    assert not laying.is_shut_in(outside, (150, 150))


def test_words_beside_a_control_do_not_read_as_its_own(laying: Laying) -> None:
    apart = SIDE_BY_SIDE_MM * laying.mm
    for beside, holds in ((apart - 4, False), (apart + 4, True)):
        name = Box(CONTROL.left - beside - 120, 20, CONTROL.left - beside, 50)
        assert laying.table.is_free(name)
        assert laying.holds_name(name) is holds
