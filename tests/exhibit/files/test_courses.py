"""Rivers and railways: the line that a name stands for, and whether a view shows it."""

from __future__ import annotations

import pytest

from kiosk.exhibit.files.courses import Courses, courses, whole
from kiosk.exhibit.geo import runs_through
from kiosk.exhibit.model import Exhibit, LayerStyle, Place
from tests.meeting import SMALL

BOX = (0.0, 0.0, 2.0, 1.0)


def at(lon: float, lat: float) -> Place:
    record = {"id": "water", "name": "Water", "kind": "river", "at": [lon, lat]}
    return Place.model_validate(record | {"precision_km": 1, "importance": 2})


def test_the_nearest_line_is_the_river_of_a_name(small: Exhibit) -> None:
    (nairn,) = lines = courses(SMALL, small.map, LayerStyle.RIVER)
    assert nairn[0] == (-4.25, 57.38)
    far = ((-4.4, 57.4), (-4.3, 57.6))
    named = Courses([far, *lines])
    assert named.of(at(-4.0, 57.5)) == nairn
    assert named.of(at(-4.31, 57.59)) == far
    assert named.of(at(-3.0, 57.5)) is None
    assert Courses([]).of(at(-4.0, 57.5)) is None


def test_a_line_that_goes_on_where_another_ends_is_one_with_it() -> None:
    a, b, c, d = (0.0, 0.0), (1.0, 0.0), (2.0, 1.0), (9.0, 9.0)
    assert whole([(a, b), (b, c), (d, a), ()]) == [(a, b, c), (d, a)]


@pytest.mark.parametrize(
    ("line", "runs"),
    [
        ([(0.5, 0.5), (0.6, 0.6)], True),
        ([(-1, 0.5), (3, 0.5)], True),
        ([(1, -1), (1, 2)], True),
        ([(-1, 0.5), (3, 3)], False),
        ([(-0.5, 0.8), (0.5, 1.1)], True),
        ([(-1, -1), (-1, 2), (3, 2)], False),
        ([(-1, 1), (3, 1)], True),
        ([(3, 0.5), (4, 0.5)], False),
        ([(3, 3), (1, 2), (1, 0.9)], True),
    ],
)
def test_a_line_runs_through_a_box_if_any_stretch_does(
    line: list[tuple[float, float]], runs: bool
) -> None:
    assert runs_through(BOX, line) is runs
    assert runs_through(BOX, line[::-1]) is runs
