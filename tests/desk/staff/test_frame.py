"""A touch frame that is mounted wrongly, found out by four targets."""

from __future__ import annotations

import pytest

from kiosk.desk.deploy.rules import MATRICES
from kiosk.desk.staff.frame import TURNS, Point, turn_of
from kiosk.desk.staff.gate import TARGETS


def told_by(matrix: str, shown: Point) -> Point:
    """Where a frame tells a touch of `shown`, if the matrix is what puts it right."""
    grid = [(x / 40, y / 40) for x in range(41) for y in range(41)]
    a, b, c, d, e, f = map(float, matrix.split())
    return min(
        grid,
        key=lambda at: (
            abs(a * at[0] + b * at[1] + c - shown[0]) + abs(d * at[0] + e * at[1] + f - shown[1])
        ),
    )


@pytest.mark.parametrize("degrees", MATRICES)
def test_a_turned_frame_is_told_with_the_setting_that_mends_it(degrees: int) -> None:
    told = [told_by(MATRICES[degrees], target) for target in TARGETS]
    assert turn_of(TARGETS, told) == str(degrees)


def test_a_straight_one_is_straight_even_for_large_fingers() -> None:
    assert turn_of(TARGETS, [(x + 0.05, y - 0.04) for x, y in TARGETS]) == ""


def test_touches_of_nowhere_are_no_turn() -> None:
    assert turn_of(TARGETS, [(0.5, 0.5)] * 4) is None


def test_no_two_turns_look_alike() -> None:
    for name, turned in TURNS.items():
        alike = [
            other
            for other in TURNS
            if other != name
            and all(
                abs(turned(at)[axis] - TURNS[other](at)[axis]) < 0.15
                for at in TARGETS
                for axis in (0, 1)
            )
        ]
        assert alike == []
