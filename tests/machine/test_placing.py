"""A sound from a place: east and west are the ears, north and south an octave of its pitch."""

from __future__ import annotations

import array
import math
from collections.abc import Sequence

import pytest

from kiosk.machine.mouth import RATE, placed

HERTZ, SECONDS, LOUD = 1000, 0.03, 4000
NOTE = [round(LOUD * math.sin(math.tau * HERTZ * i / RATE)) for i in range(int(RATE * SECONDS))]


def heard(east: float, north: float) -> tuple[Sequence[int], Sequence[int]]:
    """The samples at the left ear and at the right."""
    both = array.array("h", placed(NOTE, east, north))
    return both[::2], both[1::2]


def power(ear: Sequence[int]) -> float:
    return sum(one * one for one in ear) / len(ear)


def hertz(ear: Sequence[int]) -> float:
    """The frequency, by the times that the wave comes up through nothing."""
    begins = [i for i in range(1, len(ear)) if ear[i - 1] < 0 <= ear[i]]
    return RATE * (len(begins) - 1) / (begins[-1] - begins[0])


@pytest.mark.parametrize("east", [-1, -0.5, 0, 0.5, 1])
def test_what_lies_east_is_at_the_right_and_as_loud(east: float) -> None:
    left, right = map(power, heard(east, 0))
    assert (right > left) is (east > 0)
    assert (left > right) is (east < 0)
    assert left + right == pytest.approx(power(NOTE), rel=0.01)


def test_the_ends_of_the_view_are_in_one_ear_alone() -> None:
    assert not any(heard(-1, 0)[1])
    assert not any(heard(1, 0)[0])


@pytest.mark.parametrize("north", [-1, -0.5, 0, 0.5, 1])
def test_what_lies_north_is_higher_by_up_to_an_octave(north: float) -> None:
    left, _ = heard(0, north)
    assert hertz(left) == pytest.approx(HERTZ * 2**north, rel=0.01)
    assert power(left) == pytest.approx(power(NOTE) / 2, rel=0.05)
