"""The corners that staff touch, and what chance makes of them."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from kiosk.desk.staff.knock import BETWEEN_MS, Knock, corner, is_sound, made

SECRET = (1, 3, 2, 4, 1, 3)


@pytest.mark.parametrize(
    ("x", "y", "found"),
    [
        *((0, 0, 1), (99, 99, 1), (1919, 0, 2), (1919, 1079, 3), (0, 1079, 4)),
        *((960, 0, 0), (100, 50, 0), (960, 540, 0)),
    ],
)
def test_where_the_corners_are(x: int, y: int, found: int) -> None:
    assert corner(x, y, 1920, 1080, 100) == found


def touched(knock: Knock, corners: tuple[int, ...], every_ms: int = 500) -> list[bool]:
    return [knock.touch(at, 10_000 + i * every_ms) for i, at in enumerate(corners)]


def test_the_last_of_a_whole_knock_opens() -> None:
    assert touched(Knock(SECRET), SECRET) == [False] * 5 + [True]


def test_what_was_touched_before_does_not_matter() -> None:
    assert touched(Knock(SECRET), (4, 4, 1, *SECRET))[-1]


@pytest.mark.parametrize("wrong", [(1, 3, 2, 4, 1), (1, 3, 2, 0, 4, 1, 3), (1, 3, 2, 4, 3, 1)])
def test_another_does_not(wrong: tuple[int, ...]) -> None:
    assert not any(touched(Knock(SECRET), wrong))


def test_a_slow_one_does_not() -> None:
    assert not any(touched(Knock(SECRET), SECRET, BETWEEN_MS + 1))


def test_it_opens_once() -> None:
    assert sum(touched(Knock(SECRET), SECRET * 2)) == 2
    assert sum(touched(Knock(SECRET), (*SECRET, *SECRET[1:]))) == 1


def test_without_a_secret_nothing_opens() -> None:
    assert not any(touched(Knock(()), SECRET))


def test_chance_makes_sound_ones_and_not_the_same() -> None:
    found = {made() for _ in range(100)}
    assert all(is_sound(one) for one in found)
    assert len(found) > 50
    assert not any(a == b for one in found for a, b in pairwise(one))


def test_a_child_that_taps_at_corners_opens_seldom() -> None:
    """Four taps of six in corners, a tap each half second: less than once in two hours."""
    tapping = random.Random(1945)
    taps = tuple(tapping.choice((0, 0, 1, 2, 3, 4)) for _ in range(100_000))
    assert 0 < sum(touched(Knock(SECRET), taps)) < 100_000 / (2 * 2 * 3600)


@pytest.mark.parametrize(
    "corners", [(), (1, 2, 3, 4), (1, 2, 1, 2, 1, 2), (1, 2, 3, 4, 5), (1,) * 13]
)
def test_what_is_no_secret(corners: tuple[int, ...]) -> None:
    assert not is_sound(corners)
