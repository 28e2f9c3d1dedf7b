"""The camera: it ends exactly where it was sent, and never shows what lies beyond the map."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.geo import project
from kiosk.stage.camera import NEAREST_KM, MapCamera, Pose, flight

BOUNDS = (110.0, 30.0, 120.0, 40.0)
FOCUS = (400.0, 0.0, 880.0, 600.0)
views = st.tuples(
    st.floats(110, 119), st.floats(30, 39), st.floats(0.05, 1), st.floats(0.05, 1)
).map(lambda v: (v[0], v[1], v[0] + v[2], v[1] + v[3]))
hands = st.one_of(
    st.tuples(st.just("pan"), st.floats(-3000, 3000), st.floats(-3000, 3000)),
    st.tuples(st.just("zoom"), st.floats(0.05, 20), st.floats(0, 1280), st.floats(0, 720)),
)


def camera() -> MapCamera:
    made = MapCamera(BOUNDS)
    made.setScreen(1280, 720, *FOCUS)
    return made


def is_held(camera: MapCamera) -> bool:
    """Whether the focus shows the map only, or all of the map in one direction."""
    left, top = project(BOUNDS[0], BOUNDS[3])
    right, bottom = project(BOUNDS[2], BOUNDS[1])
    pose = camera.destination
    across, down = FOCUS[2] / pose.scale, FOCUS[3] / pose.scale
    fits_x = left - 1e-6 <= pose.x - across / 2 and pose.x + across / 2 <= right + 1e-6
    fits_y = top - 1e-6 <= pose.y - down / 2 and pose.y + down / 2 <= bottom + 1e-6
    centred_x = across >= right - left and pose.x == pytest.approx((left + right) / 2)
    centred_y = down >= bottom - top and pose.y == pytest.approx((top + bottom) / 2)
    return bool((fits_x or centred_x) and (fits_y or centred_y))


@given(views, views)
def test_a_flight_ends_exactly_at_its_view(
    start: tuple[float, float, float, float], end: tuple[float, float, float, float]
) -> None:
    made = camera()
    made.jump_to(start)
    made.fly_to(end)
    for step in range(11):
        made.fly(step / 10)
    assert not made.flying
    assert made.destination == made.fitted(end)


@given(views, views, st.floats(0, 1))
def test_a_flight_stays_finite_and_begins_and_ends_where_it_should(
    start: tuple[float, float, float, float],
    end: tuple[float, float, float, float],
    progress: float,
) -> None:
    made = camera()
    first, last = made.fitted(start), made.fitted(end)
    pose = flight(first, last, FOCUS[2], progress)
    assert 0 < pose.scale <= max(first.scale, last.scale) * 1.001
    assert flight(first, last, FOCUS[2], 0) == first
    assert flight(first, last, FOCUS[2], 1) == last


@given(views)
def test_a_view_is_seen_whole_in_the_free_part(view: tuple[float, float, float, float]) -> None:
    made = camera()
    made.jump_to(view)
    west, south, east, north = view
    (x0, y0), (x1, y1) = made.screen_of(west, north), made.screen_of(east, south)
    if (x1 - x0) / made.pxPerGroundKm > 1 and made.pxPerGroundKm * NEAREST_KM < FOCUS[2] * 0.99:
        assert x0 >= FOCUS[0] - 1
        assert y0 >= FOCUS[1] - 1
        assert x1 <= FOCUS[0] + FOCUS[2] + 1
        assert y1 <= FOCUS[1] + FOCUS[3] + 1


@given(views, st.lists(hands, max_size=12))
def test_no_hand_moves_it_off_the_map(
    view: tuple[float, float, float, float], moves: list[tuple[str, float]]
) -> None:
    made = camera()
    made.jump_to(view)
    for name, *values in moves:
        getattr(made, name)(*values)
        assert is_held(made)
        assert FOCUS[2] / made.pxPerGroundKm >= NEAREST_KM * 0.99


@given(st.floats(0.8, 1.25), st.floats(500, 1200), st.floats(100, 500))
def test_the_ground_under_a_pinch_stays_there(factor: float, px: float, py: float) -> None:
    made = camera()
    made.jump_to((114.0, 34.0, 116.0, 36.0))
    ground = made.ground_of(px, py)
    made.zoom(factor, px, py)
    x, y = made.screen_of(*ground)
    assert (x, y) == (pytest.approx(px, abs=0.01), pytest.approx(py, abs=0.01))


def test_the_ground_follows_the_hand() -> None:
    made = camera()
    made.jump_to((114.0, 34.0, 116.0, 36.0))
    ground = made.ground_of(800, 300)
    made.pan(37, -21)
    assert made.screen_of(*ground) == (pytest.approx(837), pytest.approx(279))


def test_a_hand_ends_a_flight() -> None:
    made = camera()
    made.jump_to((114.0, 34.0, 116.0, 36.0))
    made.fly_to((111.0, 31.0, 112.0, 32.0))
    made.fly(0.3)
    made.pan(5, 5)
    pose = made.destination
    made.fly(0.9)
    assert (made.flying, made.destination) == (False, pose)


def test_a_resized_screen_shows_the_same_view() -> None:
    made = camera()
    view = (114.0, 34.0, 116.0, 36.0)
    made.jump_to(view)
    made.setScreen(720, 1280, 0, 0, 720, 640)
    assert made.destination == made.fitted(view)
    assert isinstance(made.destination, Pose)
