from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.stage.timescale import Timescale

PHASES = [(0.0, 144.0), (144.0, 264.0), (264.0, 336.0), (336.0, 408.0), (408.0, 480.0)]


@pytest.fixture(scope="module")
def scale() -> Timescale:
    return Timescale(480.0, PHASES)


def test_it_runs_from_end_to_end(scale: Timescale) -> None:
    assert scale.share_of(0) == 0
    assert scale.share_of(480) == pytest.approx(1)
    assert scale.share_of(-5) == 0
    assert scale.hours_of(1.2) == pytest.approx(480)


def test_days_are_evenly_long_where_every_phase_has_room(scale: Timescale) -> None:
    lengths = {
        round(scale.share_of(24 * day + 24) - scale.share_of(24 * day), 9) for day in range(20)
    }
    assert lengths == {0.05}


def test_a_short_phase_has_room_for_its_name() -> None:
    short = Timescale(480.0, [(0.0, 470.0), (470.0, 480.0)])
    assert short.share_of(480) - short.share_of(470) == pytest.approx(0.09)
    assert short.share_of(235) == pytest.approx(0.91 / 2)


def test_time_without_a_phase_is_drawn_by_its_hours_alone() -> None:
    scale = Timescale(100.0, [(50.0, 100.0)])
    assert scale.share_of(50) == pytest.approx(0.5)


@given(st.floats(0, 480), st.floats(0, 480))
def test_it_goes_there_and_back_and_keeps_the_order(a: float, b: float) -> None:
    scale = Timescale(480.0, PHASES)
    assert scale.hours_of(scale.share_of(a)) == pytest.approx(a, abs=1e-6)
    if a < b:
        assert scale.share_of(a) <= scale.share_of(b)
