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


def test_a_short_phase_has_room_for_its_name(scale: Timescale) -> None:
    lengths = [scale.share_of(end) - scale.share_of(start) for start, end in PHASES]
    assert min(lengths) > 0.18
    assert lengths[0] > lengths[1] > lengths[2]


def test_time_without_a_phase_is_drawn_by_its_hours_alone() -> None:
    scale = Timescale(100.0, [(50.0, 100.0)])
    assert 0 < scale.share_of(50) < 0.5


def test_the_days_begin_at_full_days(scale: Timescale) -> None:
    assert [round(scale.hours_of(share)) for share in scale.days()] == list(range(0, 481, 24))


@given(st.floats(0, 480), st.floats(0, 480))
def test_it_goes_there_and_back_and_keeps_the_order(a: float, b: float) -> None:
    scale = Timescale(480.0, PHASES)
    assert scale.hours_of(scale.share_of(a)) == pytest.approx(a, abs=1e-6)
    if a < b:
        assert scale.share_of(a) <= scale.share_of(b)
