"""What is a visitor's touch, and where a button keeps off what is none: millimetres and minutes."""

from __future__ import annotations

import math

import pytest

from kiosk.visit.presence import DIRT_MS, Point, Presence, Spot, clear_shift

FORGOTTEN_MS = 80_000
HERE = (100.0, 50.0)


def tap(presence: Presence, at: Point, now_ms: int) -> bool:
    told = presence.touch(0, at, now_ms, FORGOTTEN_MS)
    presence.lift(0)
    return told


@pytest.mark.parametrize("every_s", [1, 5, 20, 60, 80])
@pytest.mark.parametrize("away", [0.0, 0.3, 5.0])
def test_taps_at_one_place_tell_of_a_visitor_for_two_minutes(every_s: int, away: float) -> None:
    presence = Presence()
    for count in range(60):
        now_ms = count * every_s * 1000
        told = tap(presence, (HERE[0] + away * (count % 2), HERE[1]), now_ms)
        assert told == (now_ms < DIRT_MS)


@pytest.mark.parametrize("every_s", [1, 5, 20, 200])
def test_what_trembles_without_lifting_does_too(every_s: int) -> None:
    presence = Presence()
    for count in range(200):
        now_ms = count * every_s * 1000
        told = presence.touch(0, (HERE[0] + 0.25 * (count % 2), HERE[1]), now_ms, FORGOTTEN_MS)
        assert told == (now_ms < DIRT_MS)


def test_a_place_left_alone_begins_anew() -> None:
    presence = Presence()
    assert all(tap(presence, HERE, count * (FORGOTTEN_MS + 1)) for count in range(20))


def test_taps_farther_apart_are_a_visitors() -> None:
    presence = Presence()
    tap(presence, HERE, 0)
    assert not presence.touch(1, (HERE[0] + 5.0, HERE[1]), DIRT_MS, DIRT_MS)
    assert presence.touch(2, (HERE[0] - 5.1, HERE[1]), DIRT_MS, DIRT_MS)


def test_two_dirty_places_hold_no_visit_between_them() -> None:
    presence = Presence()
    for second in range(0, 600, 10):
        at = HERE if second % 20 else (300.0, 200.0)
        told = tap(presence, at, second * 1000)
        assert told == (second * 1000 < DIRT_MS + 10_000 * bool(second % 20))


def test_a_visitor_beside_the_dirt_is_seen() -> None:
    presence = Presence()
    for second in range(0, 600, 5):
        presence.touch(1, HERE, second * 1000, FORGOTTEN_MS)
        assert tap(presence, (5.0 + second, 200.0), second * 1000)


def test_a_hand_that_strays_is_seen_as_long_as_it_does() -> None:
    presence = Presence()
    for second in range(0, 600, 5):
        at = (HERE[0] + 10 * math.sin(second), HERE[1] + 10 * math.cos(second))
        assert presence.touch(0, at, second * 1000, FORGOTTEN_MS)
    assert presence.touch(0, HERE, 600_000, FORGOTTEN_MS)
    assert not presence.touch(0, HERE, 600_000 + DIRT_MS, FORGOTTEN_MS)


def test_an_answer_begins_every_place_anew() -> None:
    presence = Presence()
    tap(presence, HERE, 0)
    assert not presence.touch(0, HERE, DIRT_MS, DIRT_MS)
    assert presence.dirt(DIRT_MS) == [HERE, HERE]  # its place, and the finger that is there
    presence.forget()
    assert presence.dirt(DIRT_MS) == []
    assert tap(presence, HERE, DIRT_MS + 1)


def test_a_place_is_news_once() -> None:
    presence = Presence()
    news = []
    for second in range(0, 600, 5):
        presence.touch(0, HERE, second * 1000, FORGOTTEN_MS)
        news += presence.news(second * 1000)
        if second == 300:
            presence.forget()
    assert news == [HERE]


def test_a_palm_is_a_spot_like_dirt() -> None:
    palm = Spot((0.0, 0.0), 0)
    palm.follow((1.5, 0.0), 1.5, 1000)
    assert palm.stayed(1500, 1500)
    palm.follow((1.6, 0.0), 1.5, 1600)
    assert not palm.stayed(3099, 1500)
    assert palm.stayed(3100, 1500)


@pytest.mark.parametrize(
    ("places", "shift"),
    [
        ([], (0, 0)),
        ([(0, 0)], (0, 0)),
        ([(170, 100)], (0, 0)),  # 50 beside it
        ([(169, 100)], (0, -90)),  # 49 beside it
        ([(100, 100)], (0, -90)),
        ([(100, 100), (100, 0)], (0, 90)),
        ([(100, 0), (100, 200), (100, 100)], (-200, 0)),
    ],
)
def test_a_button_keeps_fifty_from_dirt(places: list[Point], shift: Point) -> None:
    """A button 40 wide and 20 high in the middle of 100, 100."""
    shifts = [(0, 0), (0, -90), (0, 90), (-200, 0), (200, 0)]
    assert clear_shift((80, 90, 40, 20), shifts, places, 50) == shift


def test_where_there_is_no_room_it_stands_as_far_away_as_it_can() -> None:
    assert clear_shift((80, 90, 40, 20), [(0, 0), (0, -30), (0, 40)], [(100, 100)], 50) == (0, 40)


def test_where_one_visitor_began_the_next_may_begin_too() -> None:
    presence = Presence()
    assert presence.touch(1, (100.0, 100.0), 0, 10 * DIRT_MS)
    presence.lift(1)
    presence.part()
    assert presence.touch(1, (100.0, 100.0), 2 * DIRT_MS, 10 * DIRT_MS)


def test_dirt_is_remembered_when_a_visit_is_over() -> None:
    presence = Presence()
    for now_ms in range(0, DIRT_MS + 1, 20_000):
        presence.touch(1, (100.0, 100.0), now_ms, 10 * DIRT_MS)
        presence.lift(1)
    presence.part()
    assert not presence.touch(1, (100.0, 100.0), DIRT_MS + 20_000, 10 * DIRT_MS)
