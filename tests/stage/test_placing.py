"""Placing: whatever is placed, no two boxes share ground and none leaves the room."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kiosk.stage.placing import Box, Table, beside, fan

ROOM = Box(0, 0, 800, 500)
spots = st.tuples(st.floats(-50, 850), st.floats(-50, 550))
sizes = st.tuples(st.floats(1, 300), st.floats(1, 90))


def apart(boxes: list[Box]) -> bool:
    return not any(one.meets(other) for one, other in itertools.combinations(boxes, 2))


@given(st.lists(st.tuples(spots, sizes), max_size=30), st.booleans())
def test_no_two_placed_boxes_meet(
    wanted: list[tuple[tuple[float, float], tuple[float, float]]], around: bool
) -> None:
    table = Table(ROOM)
    placed = []
    for (x, y), (width, height) in wanted:
        tries = fan(x, y, width, height) if around else beside(x, y, 4, [(width, height)])
        box = table.first_free(tries)
        if box is not None:
            placed.append(box)
            assert ROOM.holds(box)
    assert apart(placed)


@given(spots, sizes)
def test_a_free_table_takes_the_first_that_fits(
    spot: tuple[float, float], size: tuple[float, float]
) -> None:
    tries = list(fan(*spot, *size))
    fitting = [box for box in tries if ROOM.holds(box)]
    assert Table(ROOM).first_free(tries) == (fitting[0] if fitting else None)


@given(spots, sizes, spots, sizes)
def test_taken_ground_is_not_free(
    spot: tuple[float, float],
    size: tuple[float, float],
    other: tuple[float, float],
    other_size: tuple[float, float],
) -> None:
    table = Table(ROOM)
    taken, asked = Box.around(*spot, *size), Box.around(*other, *other_size)
    table.take(taken)
    assert table.is_free(asked) is (ROOM.holds(asked) and not asked.meets(taken))


@given(spots, sizes)
def test_a_fan_begins_at_the_spot_itself(
    spot: tuple[float, float], size: tuple[float, float]
) -> None:
    assert next(fan(*spot, *size)) == Box.around(*spot, *size)
