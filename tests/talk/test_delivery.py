"""Giving a talk: how it is stepped, left and taken up, a show of hands, and its time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.talk.delivery import COLUMNS, TYPED_MS, Act, Bookmark, Delivery, Mode
from kiosk.talk.slides import Slide
from tests.qt.fake_time import FakeTime

SLIDES = (Slide("title", 1, 60), Slide("phases/a", 3, 120), Slide("sources", 1, 60))
MANY = tuple(Slide(f"views/{i}", 1, 60) for i in range(9))


def given_talk(slides: tuple[Slide, ...] = SLIDES) -> tuple[Delivery, FakeTime]:
    time = FakeTime()
    return Delivery(slides, time), time


def after(acts: str, slides: tuple[Slide, ...] = SLIDES) -> Delivery:
    """A talk after acts, by name, a digit for a digit."""
    delivery, _ = given_talk(slides)
    for act in acts.split():
        if act.isdigit():
            delivery.type(int(act))
        else:
            delivery.act(act)
    return delivery


@pytest.mark.parametrize(
    ("acts", "place"),
    [
        ("", (0, 0)),
        ("forward", (1, 0)),
        ("forward forward", (1, 1)),
        ("pick down pick", (1, 2)),
        ("forward forward forward forward", (2, 0)),
        ("last forward", (2, 0)),
        ("back", (0, 0)),
        ("last back", (1, 2)),
        ("last up up", (1, 1)),
        ("forward back", (0, 0)),
        ("last first", (0, 0)),
        ("2 pick", (1, 0)),
        ("3 pick", (2, 0)),
        ("9 9 pick", (2, 0)),
        ("0 pick", (1, 0)),  # no number: as any Enter
        ("3 other pick", (1, 0)),  # another key forgets the number
        ("1 2 back pick", (1, 0)),
        ("black forward", (0, 0)),  # any key returns, and does nothing else
        ("black forward forward", (1, 0)),
        ("black 3 pick", (1, 0)),
        ("escape forward", (0, 0)),
        ("escape other forward", (1, 0)),
        ("overview forward pick", (1, 0)),
        ("overview down pick", (0, 0)),  # nothing is beneath
        ("overview last pick", (2, 0)),
        ("overview forward escape", (0, 0)),
        ("overview 3 pick", (2, 0)),
        ("overview black back", (0, 0)),
        ("pointer forward", (1, 0)),
        ("language", (0, 0)),
    ],
)
def test_where_acts_lead(acts: str, place: tuple[int, int]) -> None:
    delivery = after(acts)
    assert (delivery.slide, delivery.step) == place


@pytest.mark.parametrize(
    ("acts", "mode"),
    [
        ("", Mode.SLIDE),
        ("black", Mode.BLACK),
        ("black black", Mode.SLIDE),
        ("overview", Mode.OVERVIEW),
        ("overview overview", Mode.SLIDE),
        ("overview forward", Mode.OVERVIEW),
        ("overview pick", Mode.SLIDE),
        ("overview black other", Mode.OVERVIEW),
        ("escape", Mode.ENDING),
        ("escape 1", Mode.SLIDE),
        ("escape black", Mode.SLIDE),
        ("escape escape", Mode.ENDED),
        ("pointer escape", Mode.SLIDE),
        ("pointer escape escape", Mode.ENDING),
        ("black escape", Mode.SLIDE),
    ],
)
def test_what_lies_over_the_slide(acts: str, mode: Mode) -> None:
    assert after(acts).mode is mode


@pytest.mark.parametrize(
    ("acts", "cursor"),
    [("down", COLUMNS), ("down up", 0), ("down down", 8), ("down down down", 8), ("up", 0),
     ("last back", 7), ("last up first", 0), ("down forward", COLUMNS + 1)],
)  # fmt: skip
def test_the_overview_is_walked_by_rows_and_columns(acts: str, cursor: int) -> None:
    assert after(f"overview {acts}", MANY).cursor == cursor


def test_a_number_is_forgotten_after_a_while() -> None:
    delivery, time = given_talk()
    delivery.type(3)
    time.advance(TYPED_MS)
    delivery.act(Act.PICK)
    assert (delivery.slide, delivery.typed) == (1, -1)


def test_what_changes_nothing_of_the_talk_is_left_to_others() -> None:
    delivery, _ = given_talk()
    asked: list[str] = []
    delivery.asked.connect(asked.append)
    for act in Act:
        delivery.act(act)
        delivery.act(Act.OTHER)
    reading = ["larger", "smaller", "read-on", "read-back"]
    assert asked == [
        *("language", "zoom", "closer", "further", "notes"),
        *(*reading, "swap", "film", "brightness"),
    ]


def test_there_is_no_other_act() -> None:
    with pytest.raises(ValueError, match="applause"):
        after("applause")


@given(st.lists(st.sampled_from([*Act, *"0123456789"]), max_size=40))
def test_whatever_is_pressed_the_talk_stands_somewhere(acts: list[str]) -> None:
    delivery = after(" ".join(acts))
    assert 0 <= delivery.step < SLIDES[delivery.slide].steps
    assert 0 <= delivery.cursor < len(SLIDES)


# ------------------------------------------------------------ a show of hands


ASKED = (Slide("title", 1, 60), Slide("decisions/d", 6, 120))
"""A decision with two choices."""

TO_HANDS = "forward forward forward forward"


@pytest.mark.parametrize(
    ("acts", "hands"),
    [
        ("", [None, None]),
        ("1 2 pick", [12, None]),
        ("1 2 pick 7 pick", [12, 7]),
        ("1 2 pick 7 pick 9 pick", [9, 7]),  # after the last the first anew
        ("0 pick 3 pick", [0, 3]),
        ("1 2 back forward 4 pick", [4, None]),  # another key forgets the number
        ("1 2 pick back forward", [12, None]),
        ("black 4 pick", [None, None]),
    ],
)
def test_numbers_count_hands_while_they_are_shown(acts: str, hands: list[int | None]) -> None:
    delivery = after(f"{TO_HANDS} {acts}", ASKED)
    assert delivery.poll is not None
    assert delivery.poll.hands == hands


@pytest.mark.parametrize("acts", ["pick", "forward", "1 2 pick pick", "1 2 pick 7 pick forward"])
def test_the_click_after_a_show_of_hands_goes_on_whether_anybody_counts(acts: str) -> None:
    delivery = after(f"{TO_HANDS} {acts}", ASKED)
    assert (delivery.slide, delivery.step, delivery.polling) == (1, 4, False)


def test_a_number_of_hands_waits_until_it_is_entered() -> None:
    delivery, time = given_talk(ASKED)
    for _ in range(4):
        delivery.act(Act.FORWARD)
    delivery.type(8)
    time.advance_s(60)
    delivery.act(Act.PICK)
    assert delivery.poll is not None
    assert delivery.poll.hands == [8, None]


def test_hands_are_added_and_taken_one_by_one_only_while_they_are_shown() -> None:
    delivery = after(TO_HANDS, ASKED)
    assert delivery.poll is not None
    for choice, hands in ((1, 1), (1, 1), (1, -1), (0, -1)):
        delivery.addHands(choice, hands)
    assert delivery.poll.hands == [0, 1]
    delivery.act(Act.FORWARD)
    delivery.addHands(0, 1)
    delivery.act(Act.FIRST)
    delivery.addHands(0, 1)
    delivery.jump(1)
    assert delivery.poll.hands == [0, 1]


def test_an_ended_talk_says_so_and_waits_for_nothing() -> None:
    delivery, time = given_talk()
    ends: list[bool] = []
    delivery.ended.connect(lambda: ends.append(True))
    for act in (Act.FORWARD, Act.ESCAPE, Act.ESCAPE):
        delivery.act(act)
    assert (ends, time.waiting()) == ([True], 0)


# ------------------------------------------------------------ time


def test_time_runs_from_the_first_move() -> None:
    delivery, time = given_talk()
    time.advance_s(300)
    assert (delivery.watch.begun, delivery.watch.elapsed_s) == (False, 0)
    delivery.act(Act.FORWARD)
    time.advance_s(20)
    delivery.act(Act.LAST)
    time.advance_s(5)
    delivery.act(Act.BACK)
    time.advance_s(7)
    assert (delivery.watch.elapsed_s, delivery.watch.slide_s) == (32, 27)


@pytest.mark.parametrize(
    ("slide", "passed_s", "ahead_s"),
    [(1, 10, 50), (1, 60, 0), (1, 179, 0), (1, 200, -20), (2, 100, 80), (2, 241, -1)],
)
def test_ahead_and_behind_of_the_plan(slide: int, passed_s: float, ahead_s: float) -> None:
    delivery, time = given_talk()
    delivery.jump(slide)
    time.advance_s(passed_s)
    assert delivery.watch.ahead_s == ahead_s


def test_it_ticks_once_a_second_before_it_begins_too() -> None:
    delivery, time = given_talk()
    ticks: list[int] = []
    delivery.ticked.connect(lambda: ticks.append(time.now_ms()))
    time.advance_s(3)
    assert ticks == [1000, 2000, 3000]


# ------------------------------------------------------------ left and taken up


LEFT = Bookmark(slide=1, show="phases/a", step=2, seconds=90)


@pytest.mark.parametrize(
    ("act", "place", "mode"),
    [
        (Act.FORWARD, (1, 2), Mode.SLIDE),
        (Act.PICK, (1, 2), Mode.SLIDE),
        (Act.BACK, (0, 0), Mode.SLIDE),
        (Act.FIRST, (0, 0), Mode.SLIDE),
        (Act.ESCAPE, (0, 0), Mode.SLIDE),
        (Act.OTHER, (0, 0), Mode.OFFER),
        (Act.LANGUAGE, (0, 0), Mode.OFFER),
    ],
)
def test_a_talk_that_was_left_is_offered(act: Act, place: tuple[int, int], mode: Mode) -> None:
    delivery, _ = given_talk()
    delivery.offer(LEFT)
    assert (delivery.mode, delivery.offered) == (Mode.OFFER, 1)
    delivery.act(act)
    assert ((delivery.slide, delivery.step), delivery.mode) == (place, mode)


def test_its_time_goes_on() -> None:
    delivery, time = given_talk()
    delivery.offer(LEFT)
    delivery.act(Act.FORWARD)
    time.advance_s(5)
    assert (delivery.watch.elapsed_s, delivery.watch.slide_s) == (95, 5)
    assert delivery.bookmark == replace(LEFT, seconds=95)


@pytest.mark.parametrize(
    ("bookmark", "offered"),
    [
        (replace(LEFT, slide=2), 1),  # the slide has another place now
        (replace(LEFT, slide=99), 1),
        (replace(LEFT, show="phases/gone"), -1),
    ],
)
def test_a_slide_is_found_by_what_it_shows(bookmark: Bookmark, offered: int) -> None:
    delivery, _ = given_talk()
    delivery.offer(bookmark)
    assert delivery.offered == offered


def test_a_click_that_is_gone_becomes_the_slides_last() -> None:
    delivery, _ = given_talk()
    delivery.offer(replace(LEFT, step=7))
    delivery.act(Act.FORWARD)
    assert (delivery.slide, delivery.step) == (1, 2)


def test_the_timer_pauses_and_runs_on() -> None:
    delivery, time = given_talk()
    delivery.act(Act.PAUSE)
    assert not delivery.watch.paused  # before the talk has begun there is nothing to pause
    delivery.act(Act.FORWARD)
    time.advance_s(5)
    delivery.act(Act.PAUSE)
    time.advance_s(100)
    assert (delivery.watch.paused, delivery.watch.elapsed_s) == (True, 5)
    delivery.act(Act.LAST)  # the talk goes on, its time does not
    time.advance_s(7)
    delivery.act(Act.PAUSE)
    time.advance_s(3)
    assert (delivery.watch.elapsed_s, delivery.watch.slide_s) == (8, 3)


@pytest.mark.parametrize("paused", [False, True])
def test_the_timer_is_reset_and_begins_with_the_next_click(paused: bool) -> None:
    delivery, time = given_talk()
    delivery.act(Act.FORWARD)
    time.advance_s(50)
    if paused:
        delivery.act(Act.PAUSE)
    delivery.act(Act.RESET)
    time.advance_s(9)
    watch = delivery.watch
    assert (watch.elapsed_s, watch.slide_s, watch.begun, watch.paused) == (0, 0, False, False)
    delivery.act(Act.FORWARD)
    time.advance_s(4)
    assert (watch.elapsed_s, watch.slide_s) == (4, 4)
