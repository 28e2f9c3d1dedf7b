"""The playhead: taken in hand, played, and never outside the exhibit's time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.playhead import HELD_MS, REPEAT_MS, TICK_MS, Playhead, Stop
from tests.qt.fake_time import FakeTime

STARTS = dt.datetime(1900, 1, 1)
ENDS = dt.datetime(1900, 1, 3)  # 48 hours; 8 seconds at 6 hours a second


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def playhead(time: FakeTime) -> Playhead:
    return Playhead(STARTS, ENDS, time)


def test_it_stands_at_the_start(playhead: Playhead) -> None:
    assert (playhead.hours, playhead.span, playhead.playing) == (0.0, 48.0, False)
    assert playhead.moment == STARTS


@pytest.mark.parametrize(
    ("hours", "stands"),
    [(12.5, 12.5), (-3.0, 0.0), (99.0, 48.0), (float("inf"), 48.0), (float("nan"), 6.0)],
)
def test_seek_stays_within_the_exhibit(playhead: Playhead, hours: float, stands: float) -> None:
    playhead.seek(6)
    playhead.seek(hours)
    assert playhead.hours == stands


def test_step_goes_on_and_back(playhead: Playhead) -> None:
    playhead.step(5)
    playhead.step(-2)
    assert playhead.hours == 3
    playhead.step(-24)
    assert playhead.hours == 0


def press(playhead: Playhead, time: FakeTime, hours: float, held_ms: int) -> None:
    """A step button, held for so long."""
    playhead.hold(hours)
    time.advance(held_ms)
    playhead.tap(hours)
    playhead.letGo()


def test_a_short_press_steps_once(playhead: Playhead, time: FakeTime) -> None:
    press(playhead, time, 1, HELD_MS - 1)
    time.advance_s(5)
    assert (playhead.hours, time.waiting()) == (1.0, 0)


@pytest.mark.parametrize("step", [1.0, -1.0])
def test_a_held_button_goes_on_until_it_is_let_go(
    playhead: Playhead, time: FakeTime, step: float
) -> None:
    playhead.seek(20)
    press(playhead, time, step, HELD_MS + 4 * REPEAT_MS)
    time.advance_s(5)
    assert (playhead.hours, time.waiting()) == (20 + 5 * step, 0)
    press(playhead, time, step, 0)
    assert playhead.hours == 20 + 6 * step


def test_a_button_that_is_held_when_the_visit_ends_steps_no_more(
    playhead: Playhead, time: FakeTime
) -> None:
    playhead.hold(1)
    time.advance_s(2)
    playhead.reset()
    time.advance_s(2)
    assert (playhead.hours, time.waiting()) == (0.0, 0)


@pytest.mark.parametrize(
    ("moment", "stands"),
    [
        (dt.datetime(1900, 1, 2, 6, 30), 30.5),
        (dt.datetime(1899, 12, 31), 0.0),
        (dt.datetime(1901, 1, 1), 48.0),
    ],
)
def test_go_to_a_moment(playhead: Playhead, moment: dt.datetime, stands: float) -> None:
    playhead.goTo(moment)
    assert playhead.hours == stands
    assert playhead.moment == min(max(moment, STARTS), ENDS)


def test_it_plays_at_its_pace(playhead: Playhead, time: FakeTime) -> None:
    playhead.play()
    time.advance_s(2)
    playhead.set_pace(3.0)
    time.advance_s(2)
    assert playhead.hours == pytest.approx(2 * 6 + 2 * 3)
    assert playhead.playing


def test_it_stops_at_the_end_and_starts_over_from_there(playhead: Playhead, time: FakeTime) -> None:
    playhead.play()
    time.advance_s(60)
    assert (playhead.hours, playhead.playing, time.waiting()) == (48.0, False, 0)
    playhead.play()
    assert (playhead.hours, playhead.playing) == (0.0, True)


def test_it_plays_to_an_hour_and_stops_there(playhead: Playhead, time: FakeTime) -> None:
    playhead.seek(6)
    playhead.playTo(13)
    time.advance_s(60)
    assert (playhead.hours, playhead.playing) == (13.0, False)
    playhead.play()
    time.advance_s(60)
    assert playhead.hours == 48.0


@pytest.mark.parametrize("hours", [6.0, 2.0, -1.0, float("nan")])
def test_there_is_nothing_to_play_to_behind_it(playhead: Playhead, hours: float) -> None:
    playhead.seek(6)
    playhead.play()
    playhead.playTo(hours)
    assert (playhead.hours, playhead.playing) == (6.0, False)


def test_whoever_takes_it_in_hand_stops_it(playhead: Playhead, time: FakeTime) -> None:
    acts: tuple[Callable[[], None], ...] = (
        lambda: playhead.seek(3),
        lambda: playhead.step(1),
        lambda: playhead.goTo(STARTS),
        playhead.pause,
        playhead.reset,
    )
    for act in acts:
        playhead.play()
        act()
        stood = playhead.hours
        time.advance_s(5)
        assert (playhead.playing, playhead.hours, time.waiting()) == (False, stood, 0)


def test_reset_puts_the_hour_back(playhead: Playhead, time: FakeTime) -> None:
    playhead.play()
    time.advance_s(1)
    playhead.reset()
    assert (playhead.hours, playhead.playing) == (0.0, False)


def test_after_a_stall_it_does_not_leap(time: FakeTime) -> None:
    class Stalling(FakeTime):
        stalled = 0

        def now_ms(self) -> int:
            return super().now_ms() + self.stalled

    stalling = Stalling()
    playhead = Playhead(STARTS, ENDS, stalling)
    playhead.play()
    stalling.stalled = 5000
    stalling.advance(TICK_MS)
    assert playhead.hours == pytest.approx(0.2 * 6)


def test_signals_tell_of_changes_only(playhead: Playhead, time: FakeTime) -> None:
    told: list[str] = []
    playhead.hoursChanged.connect(lambda: told.append("hours"))
    playhead.playingChanged.connect(lambda: told.append("playing"))
    playhead.reset()
    playhead.pause()
    playhead.seek(0)
    assert told == []
    playhead.playTo(6 * TICK_MS / 1000)
    time.advance(TICK_MS)
    assert told == ["playing", "hours", "playing"]


@given(
    st.lists(
        st.one_of(
            st.tuples(st.sampled_from(["seek", "step", "playTo"]), st.floats()),
            st.tuples(st.sampled_from(["play", "pause"]), st.none()),
            st.tuples(st.just("advance"), st.integers(0, 20_000)),
        ),
        max_size=12,
    )
)
def test_it_never_leaves_the_exhibit(acts: list[tuple[str, float | int | None]]) -> None:
    time = FakeTime()
    playhead = Playhead(STARTS, ENDS, time)
    for name, value in acts:
        act = getattr(time if name == "advance" else playhead, name)
        act() if value is None else act(value)
        assert 0 <= playhead.hours <= playhead.span
        assert STARTS <= playhead.moment <= ENDS
        assert time.waiting() == playhead.playing


def test_it_stands_at_each_stop_for_its_seconds_and_announces_it(
    playhead: Playhead, time: FakeTime
) -> None:
    told: list[tuple[str, float]] = []
    playhead.nearing.connect(lambda hours: told.append(("nearing", hours)))
    playhead.standingChanged.connect(
        lambda: told.append(("stands" if playhead.standing else "goes on", playhead.hours))
    )
    playhead.play_by(24, [Stop(12.0, 4.0), Stop(18.0, 5.0)])
    assert playhead.directed
    time.advance_s(2 + 3.9)
    assert (playhead.hours, playhead.standing, playhead.playing) == (12.0, True, True)
    time.advance_s(0.2 + 1 + 4)
    assert (playhead.hours, playhead.standing) == (18.0, True)
    time.advance_s(10)
    assert (playhead.hours, playhead.playing, playhead.directed) == (24.0, False, False)
    assert told[:3] == [("nearing", 12.0), ("stands", 12.0), ("goes on", 12.0)]
    assert told[3:] == [("nearing", 18.0), ("stands", 18.0), ("goes on", 18.0)]


def test_a_pause_at_a_stop_ends_its_wait_and_what_is_behind_is_no_stop(
    playhead: Playhead, time: FakeTime
) -> None:
    stops = [Stop(6.0, 4.0)]
    playhead.play_by(12, stops)
    time.advance_s(2)
    playhead.pause()
    assert (playhead.hours, playhead.standing, time.waiting()) == (6.0, False, 0)
    playhead.play_by(12, stops)
    time.advance_s(0.5)
    assert playhead.hours > 6.0
