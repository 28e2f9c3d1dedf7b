"""Boxes and lines on the screen: which lines cross, what a line cuts, how far a point lies."""

from __future__ import annotations

import pytest

from kiosk.map.boxes import Box, Line, crosses


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (((0, 0), (10, 10)), ((0, 10), (10, 0)), True),
        (((0, 0), (10, 10)), ((20, 0), (20, 30)), False),
        (((0, 0), (10, 10)), ((10, 10), (20, 0)), False),
        (((0, 0), (10, 0)), ((0, 1), (10, 1)), False),
    ],
    ids=["through each other", "far apart", "end to end", "side by side"],
)
def test_lines_cross_only_within(one: Line, other: Line, meet: bool) -> None:
    assert crosses(one, other) is meet
    assert crosses(other, one) is meet


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        (((-10, 5), (30, 5)), True),
        (((5, 5), (30, 30)), True),
        (((4, 4), (6, 6)), True),
        (((-10, 15), (30, 15)), False),
        (((12, -10), (12, 30)), False),
    ],
    ids=["through", "out of it", "inside", "beneath", "beside"],
)
def test_a_line_cuts_a_box_it_enters(line: Line, cut: bool) -> None:
    assert Box(0, 0, 10, 10).is_cut(line) is cut


@pytest.mark.parametrize(
    ("point", "away"), [((5, 5), 0), ((5, 14), 4), ((-3, 5), 3), ((13, 14), 5), ((10, 10), 0)]
)
def test_how_far_a_point_is_from_a_box(point: tuple[float, float], away: float) -> None:
    assert Box(0, 0, 10, 10).away(*point) == away
