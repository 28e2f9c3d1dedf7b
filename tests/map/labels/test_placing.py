"""Placing: whatever is placed, no two boxes share ground and none leaves the room."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kiosk.map.boxes import Box
from kiosk.map.labels.placing import Table, beside

ROOM = Box(0, 0, 800, 500)
spots = st.tuples(st.floats(-50, 850), st.floats(-50, 550))
sizes = st.tuples(st.floats(1, 300), st.floats(1, 90))


def apart(boxes: list[Box]) -> bool:
    return not any(one.meets(other) for one, other in itertools.combinations(boxes, 2))


@given(st.lists(st.tuples(spots, sizes), max_size=30))
def test_no_two_placed_boxes_meet(
    wanted: list[tuple[tuple[float, float], tuple[float, float]]],
) -> None:
    table = Table(ROOM)
    placed = []
    for (x, y), (width, height) in wanted:
        box = next(filter(table.is_free, beside(x, y, 4, [(width, height)])), None)
        if box is not None:
            table.take(box)
            placed.append(box)
            assert ROOM.holds(box)
    assert apart(placed)


@given(spots, sizes)
def test_on_a_bare_table_all_that_fits_is_free(
    spot: tuple[float, float], size: tuple[float, float]
) -> None:
    for box in beside(*spot, 4, [size]):
        assert Table(ROOM).is_free(box) is ROOM.holds(box)


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
