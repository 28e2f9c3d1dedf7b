"""Courses of rivers: the one that passes a point, and room for a name along it."""

from __future__ import annotations

import pytest

from kiosk.exhibit.files.courses import NEAREST_KM
from kiosk.map.labels.courses import Courses

STRAIGHT = [(float(x), 0.0) for x in range(0, 101, 10)]
BESIDE = [(float(x), 5.0) for x in range(0, 101, 10)]


@pytest.mark.parametrize(
    ("y", "passes"), [(0, True), (NEAREST_KM - 0.1, True), (NEAREST_KM + 0.1, False)]
)
def test_a_river_passes_what_is_near_it(y: float, passes: bool) -> None:
    courses = Courses()
    courses.take([STRAIGHT, [(0.0, 0.0)]])
    assert (courses.near((50.0, y)) is not None) is passes


def test_of_two_rivers_the_nearer_passes_until_others_are_taken() -> None:
    courses = Courses()
    courses.take([STRAIGHT, BESIDE])
    course = courses.near((50.0, 4.0))
    assert course is not None
    berth = course.berth(50, 20, 2, 1, above=True)
    assert berth is not None
    assert (berth.centre, berth.angle) == ((50.0, 3.0), 0)
    courses.take([])
    assert courses.near((50.0, 4.0)) is None


def test_a_line_is_one_that_goes_on_where_another_ended() -> None:
    courses = Courses()
    courses.take([[(0.0, 0.0), (50.0, 0.0)], [(50.0, 0.0), (90.0, 0.0)]])
    course = courses.near((50.0, 1.0))
    assert course is not None
    assert course.berth(50, 60, 2, 1, above=True) is not None


def test_a_steep_line_has_room_only_where_steep_names_may_be() -> None:
    courses = Courses()
    courses.take([[(0.0, float(y)) for y in range(0, 101, 10)]])
    course = courses.near((0.0, 50.0))
    assert course is not None
    view = (-50.0, 0.0, 50.0, 100.0)
    assert course.berths(20, 2, 1, view) == []
    assert {abs(berth.angle) for berth in course.berths(20, 2, 1, view, steepest=90)} == {90}
    assert course.within(view, 25) == [(0.0, 50.0), (0.0, 25.0), (0.0, 75.0)]
