"""The visit's states, pair by pair, and its timers, second by second."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product

import pytest

from kiosk.visit.session import TRANSITIONS, Event, Session, State
from tests.qt.fake_time import FakeTime

A, V, W = State.ATTRACT, State.VISIT, State.WARNING

PAIRS = [
    (A, Event.TOUCHED, V),
    (A, Event.IDLE, A),
    (A, Event.RESUMED, A),
    (A, Event.UNANSWERED, A),
    (A, Event.ENDED, A),
    (V, Event.TOUCHED, V),
    (V, Event.IDLE, W),
    (V, Event.RESUMED, V),
    (V, Event.UNANSWERED, V),
    (V, Event.ENDED, A),
    (W, Event.TOUCHED, V),
    (W, Event.IDLE, W),
    (W, Event.RESUMED, V),
    (W, Event.UNANSWERED, A),
    (W, Event.ENDED, A),
]


class Visit:
    """A session on a fake time, with what it has signalled."""

    def __init__(self) -> None:
        self.time = FakeTime()
        self.session = Session(self.time)
        self.states: list[str] = []
        self.seconds: list[int] = []
        self.warnings = 0
        self.ended = 0
        self.session.stateChanged.connect(self._note_state)
        self.session.secondsLeftChanged.connect(self._note_seconds)
        self.session.warned.connect(self._note_warning)
        self.session.visitEnded.connect(self._note_end)

    def bring_to(self, state: State) -> None:
        if state is not State.ATTRACT:
            self.session.touch()
        if state is State.WARNING:
            self.time.advance_s(60)
        assert self.session.state is state
        self.states.clear()

    def _note_state(self) -> None:
        self.states.append(self.session.state)

    def _note_seconds(self) -> None:
        self.seconds.append(self.session.secondsLeft)

    def _note_warning(self) -> None:
        self.warnings += 1

    def _note_end(self) -> None:
        self.ended += 1


@pytest.fixture
def visit() -> Visit:
    return Visit()


def test_every_pair_has_a_row() -> None:
    assert {(state, event) for state, event, _ in PAIRS} == set(product(State, Event))


@pytest.mark.parametrize(("state", "event", "after"), PAIRS)
def test_the_table(state: State, event: Event, after: State) -> None:
    assert TRANSITIONS[state, event] is after


ACTIONS: dict[Event, Callable[[Visit], None]] = {
    Event.TOUCHED: lambda visit: visit.session.touch(),
    Event.RESUMED: lambda visit: visit.session.stay(),
    Event.ENDED: lambda visit: visit.session.leave(),
    Event.IDLE: lambda visit: visit.time.advance_s(60),
    Event.UNANSWERED: lambda visit: visit.time.advance_s(20),
}

REACHED = [
    (state, event, after)
    for state, event, after in PAIRS
    if (state, event) not in {(W, Event.IDLE), (V, Event.UNANSWERED)}  # held by timers' own tests
]


@pytest.mark.parametrize(("state", "event", "after"), REACHED)
def test_the_session_follows_the_table(
    visit: Visit, state: State, event: Event, after: State
) -> None:
    visit.bring_to(state)
    ACTIONS[event](visit)
    assert visit.session.state is after
    assert visit.states == ([] if after is state else [after])


@pytest.mark.parametrize(
    ("state", "event", "warned", "ended"),
    [
        (A, Event.TOUCHED, 0, 0),
        (A, Event.ENDED, 0, 0),
        (V, Event.ENDED, 0, 1),
        (V, Event.IDLE, 1, 0),
        (W, Event.TOUCHED, 1, 0),
        (W, Event.RESUMED, 1, 0),
        (W, Event.UNANSWERED, 1, 1),
        (W, Event.ENDED, 1, 1),
    ],
)
def test_the_warning_and_the_end_are_signalled_once(
    visit: Visit, state: State, event: Event, warned: int, ended: int
) -> None:
    visit.bring_to(state)
    ACTIONS[event](visit)
    assert (visit.warnings, visit.ended) == (warned, ended)


def test_attract_runs_no_timer_however_long_it_lasts(visit: Visit) -> None:
    visit.time.advance_s(100_000)
    assert visit.session.state is A
    assert visit.time.waiting() == 0


def test_a_visit_is_warned_at_the_limit_and_not_before(visit: Visit) -> None:
    visit.session.touch()
    visit.time.advance(59_999)
    assert visit.session.state is V
    visit.time.advance(1)
    assert visit.session.state is W


@pytest.mark.parametrize("action", [Event.TOUCHED, Event.RESUMED])
def test_activity_begins_the_limit_anew(visit: Visit, action: Event) -> None:
    visit.session.touch()
    for _ in range(100):
        visit.time.advance_s(59)
        ACTIONS[action](visit)
    assert visit.states == [V]
    visit.time.advance_s(60)
    assert visit.session.state is W


def test_the_warning_counts_twenty_seconds_down(visit: Visit) -> None:
    visit.bring_to(W)
    assert visit.session.secondsLeft == 20
    visit.time.advance(19_999)
    assert visit.session.state is W
    visit.time.advance(1)
    assert visit.session.state is A
    assert visit.seconds == [*range(20, -1, -1)]


def test_the_seconds_begin_when_the_warning_has_been_drawn(visit: Visit) -> None:
    visit.bring_to(W)
    visit.time.advance_s(15)
    visit.session.warningDrawn()
    assert visit.session.secondsLeft == 20
    visit.time.advance(19_999)
    assert visit.session.state is W
    visit.time.advance(1)
    assert visit.session.state is A


@pytest.mark.parametrize("state", [A, V])
def test_nothing_is_counted_without_a_warning(visit: Visit, state: State) -> None:
    visit.bring_to(state)
    visit.session.warningDrawn()
    assert visit.session.secondsLeft == 0
    visit.time.advance(59_999)
    assert visit.session.state is state


def test_seconds_in_which_the_exhibit_hung_do_not_count(visit: Visit) -> None:
    visit.bring_to(W)
    visit.time.hang_s(30)
    assert (visit.session.state, visit.session.secondsLeft) == (W, 19)
    visit.time.advance(18_999)
    assert visit.session.state is W
    visit.time.advance(1)
    assert visit.session.state is A


def test_the_warning_can_be_answered_without_limit(visit: Visit) -> None:
    visit.session.touch()
    for _ in range(50):
        visit.time.advance_s(79)
        assert visit.session.state is W
        visit.session.stay()
        assert visit.session.secondsLeft == 0
    assert (visit.warnings, visit.ended) == (50, 0)


def test_an_answered_warning_gives_the_whole_limit_again(visit: Visit) -> None:
    visit.bring_to(W)
    visit.time.advance_s(19)
    visit.session.touch()
    visit.time.advance(59_999)
    assert visit.session.state is V


@pytest.mark.parametrize(
    ("reading", "stretch", "limit"),
    [
        (0.0, 1.0, 60),
        (30.0, 1.0, 90),
        (30.0, 2.0, 180),
        (-5.0, 0.2, 60),
        (float("nan"), float("nan"), 60),
        (float("inf"), float("inf"), 60),
    ],
)
def test_reading_and_stretch_lengthen_the_limit(
    visit: Visit, reading: float, stretch: float, limit: int
) -> None:
    visit.session.setReadingSeconds(reading)
    visit.session.setStretch(stretch)
    visit.session.touch()
    visit.time.advance(limit * 1000 - 1)
    assert visit.session.state is V
    visit.time.advance(1)
    assert visit.session.state is W


def test_a_longer_text_counts_from_the_last_activity(visit: Visit) -> None:
    visit.session.touch()
    visit.time.advance_s(50)
    visit.session.setReadingSeconds(30)
    visit.time.advance(39_999)
    assert visit.session.state is V
    visit.time.advance(1)
    assert visit.session.state is W


def test_a_shorter_text_warns_at_the_next_turn_of_the_clock(visit: Visit) -> None:
    visit.session.setReadingSeconds(60)
    visit.session.touch()
    visit.time.advance_s(100)
    visit.session.setReadingSeconds(0)
    assert visit.session.state is V
    visit.time.advance(0)
    assert visit.session.state is W


def test_media_holds_the_limit_until_its_last_release(visit: Visit) -> None:
    visit.session.touch()
    visit.session.hold()
    visit.session.hold()
    visit.time.advance_s(1000)
    visit.session.release()
    visit.time.advance_s(1000)
    assert visit.session.state is V
    visit.session.release()
    visit.time.advance(59_999)
    assert visit.session.state is V
    visit.time.advance(1)
    assert visit.session.state is W


def test_a_touch_while_media_plays_arms_nothing(visit: Visit) -> None:
    visit.session.touch()
    visit.session.hold()
    visit.session.touch()
    assert visit.time.waiting() == 0


def test_a_release_too_many_is_no_credit(visit: Visit) -> None:
    visit.session.touch()
    visit.session.release()
    visit.session.hold()
    visit.time.advance_s(1000)
    assert visit.session.state is V


@pytest.mark.parametrize("before", [A, V])
def test_a_hold_never_reaches_the_next_visit(visit: Visit, before: State) -> None:
    visit.bring_to(before)
    visit.session.hold()
    visit.session.leave()
    visit.session.touch()
    visit.time.advance_s(60)
    assert visit.session.state is W


def test_a_visit_that_ends_leaves_no_timer(visit: Visit) -> None:
    visit.bring_to(W)
    visit.session.leave()
    assert visit.time.waiting() == 0
    assert visit.session.secondsLeft == 0


def test_reading_and_stretch_outlive_a_visit(visit: Visit) -> None:
    visit.session.setReadingSeconds(20)
    visit.session.touch()
    visit.session.leave()
    visit.session.touch()
    visit.time.advance_s(79)
    assert visit.session.state is V


def test_a_handler_that_touches_as_the_visit_ends_begins_the_next(visit: Visit) -> None:
    visit.bring_to(V)
    visit.session.visitEnded.connect(visit.session.touch)
    visit.session.leave()
    assert visit.session.state is V
    assert visit.time.waiting() == 1


SPOT = [(0, 400.0, 200.0)]
BUTTON = [(1, 800.0, 200.0)]


def dirty(visit: Visit, state: State) -> None:
    """Brings a visit to `state` by a spot that taps every twenty seconds, and nothing else."""
    for _ in range(60):
        if visit.session.state is state and visit.time.now_ms() > 120_000:
            return
        visit.session.touch_at(SPOT)
        visit.session.lift(0)
        visit.time.advance_s(20)
    raise AssertionError(f"no {state} in twenty minutes")


def test_a_visit_ends_though_the_glass_is_dirty(visit: Visit) -> None:
    dirty(visit, A)
    assert visit.states == [V, W, A]
    assert visit.time.now_ms() <= 200_000


def test_dirt_wakes_nobody_once_it_is_known(visit: Visit) -> None:
    dirty(visit, A)
    for _ in range(100):
        visit.session.touch_at(SPOT)
        visit.session.lift(0)
        visit.time.advance_s(20)
    assert visit.states == [V, W, A]
    visit.session.touch_at(BUTTON)
    assert visit.session.state is V


def test_one_answer_continues_and_gives_the_place_its_two_minutes_again(visit: Visit) -> None:
    dirty(visit, W)
    visit.session.touch_at(SPOT)
    assert visit.session.state is W
    visit.session.touch_at(BUTTON)
    assert visit.session.state is V
    for _ in range(6):
        visit.time.advance_s(20)
        visit.session.touch_at(SPOT)
    visit.time.advance(59_999)
    assert visit.session.state is V
    visit.time.advance(1)
    assert visit.session.state is W


def test_dirt_is_logged_once(visit: Visit, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "kiosk")
    dirty(visit, W)
    visit.session.touch_at(BUTTON)
    visit.session.lift(1)
    dirty(visit, A)
    assert [record.getMessage() for record in caplog.records] == [
        "touches 100 mm from the left and 50 mm from the top have stayed there for two minutes; "
        "they no longer put off the warning"
    ]


@pytest.mark.parametrize(
    ("idle_s", "warning_s", "sentence"),
    [
        (0.0, 20.0, "an idle limit of 0 s would end every visit at once"),
        (float("nan"), 20.0, "an idle limit of nan s would end every visit at once"),
        (60.0, 19.5, "a warning of 19.5 s is too short; a visitor has 20 s or more to answer"),
    ],
)
def test_limits_that_would_be_unfair_are_refused(
    idle_s: float, warning_s: float, sentence: str
) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        Session(FakeTime(), idle_s, warning_s)
