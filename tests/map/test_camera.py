"""The camera: it ends exactly where it was sent, and never shows what lies beyond the map."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.exhibit.geo import project
from kiosk.map.camera import MapCamera
from kiosk.map.fitting import NEAREST_KM
from kiosk.map.flight import Pose, flight

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
    assert made.screen_of(*ground) == pytest.approx((px, py), abs=0.01)


def test_the_ground_follows_the_hand() -> None:
    made = camera()
    made.jump_to((114.0, 34.0, 116.0, 36.0))
    ground = made.ground_of(800, 300)
    made.pan(37, -21)
    assert made.screen_of(*ground) == pytest.approx((837, 279))


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


def distance(one: Pose, other: Pose) -> float:
    """How far the ground at the middle of the focus lies between two poses, in px of the first."""
    return math.hypot(other.x - one.x, other.y - one.y) * one.scale


def poses(camera: MapCamera, start: float, end: float, steps: int) -> list[Pose]:
    """Where a flight is at even steps of its time."""
    found = []
    for step in range(steps + 1):
        camera.fly(start + (end - start) * step / steps)
        found.append(pose_of(camera))
    return found


def pose_of(camera: MapCamera) -> Pose:
    left, top, width, height = FOCUS
    x = camera.originX + (left + width / 2) / camera.scale
    y = camera.originY + (top + height / 2) / camera.scale
    return Pose(x, y, camera.scale)


@given(views, views, views, st.floats(0.05, 0.95))
@example(
    (110.0, 32.28125, 111.0, 33.203125),
    (114.0, 37.0625, 114.5, 37.6640625),
    (110.0, 30.0, 111.0, 31.0),
    0.5,
)  # leaves the map's edge just there
def test_a_flight_that_is_sent_elsewhere_keeps_its_place_and_its_speed(
    start: tuple[float, float, float, float],
    first: tuple[float, float, float, float],
    other: tuple[float, float, float, float],
    turn: float,
) -> None:
    made, step = camera(), 1e-4
    made.jump_to(start)
    made.fly_to(first)
    if not made.flying:
        return
    before, at, beyond = (fly(made, time) for time in (turn - step, turn, turn + step))
    made.fly(turn)
    made.fly_to(other)
    assert distance(at, pose_of(made)) < 1e-6
    if not made.flying:
        return
    assert distance(at, fly(made, 0.0)) < 1e-3
    after = fly(made, step)
    moved = distance(before, beyond) * at.scale / before.scale / 2
    assert distance(at, after) == pytest.approx(moved, rel=0.1, abs=0.05)
    assert (after.scale / at.scale) ** 2 == pytest.approx(beyond.scale / before.scale, rel=0.0004)


def fly(camera: MapCamera, time: float) -> Pose:
    camera.fly(time)
    return pose_of(camera)


def test_the_speed_is_kept_when_the_next_flight_takes_longer() -> None:
    made = camera()
    made.jump_to((114.0, 34.0, 115.0, 35.0))
    made.fly_to((115.0, 34.0, 116.0, 35.0))
    first, then = poses(made, 0.499, 0.5, 1)
    per_ms = distance(first, then) / (0.001 * made.flightMs)
    made.setPace(2400)
    made.fly_to((116.0, 34.0, 117.0, 35.0))
    first, then = poses(made, 0.0, 0.001, 1)
    assert distance(first, then) / (0.001 * made.flightMs) == pytest.approx(per_ms, rel=0.05)


def test_without_pace_a_flight_is_a_cut() -> None:
    made, told = camera(), []
    made.departed.connect(lambda: told.append("departed"))
    made.landed.connect(lambda: told.append("landed"))
    made.setPace(0)
    view = (114.0, 34.0, 116.0, 36.0)
    made.fly_to(view)
    assert (made.flying, pose_of(made).scale) == (False, made.fitted(view).scale)
    assert told == ["landed"]


@given(views, st.floats(-9000, 9000), st.floats(-9000, 9000))
def test_a_fling_stays_on_the_map_and_ends(
    view: tuple[float, float, float, float], vx: float, vy: float
) -> None:
    made = camera()
    made.jump_to(view)
    made.fling(vx, vy)
    for step in range(1, 11):
        made.fly(step / 10)
        assert is_held(made)
    assert not made.flying


def test_a_fling_ends_at_the_edge() -> None:
    made = camera()
    made.jump_to((110.0, 39.0, 111.0, 40.0))
    made.fling(4000, 0)
    assert not made.flying
    made.fling(-300, 0)
    assert made.gliding


def test_a_fling_goes_one_screen_at_most() -> None:
    made = camera()
    made.jump_to((115.0, 35.0, 115.2, 35.2))
    before = pose_of(made)
    made.fling(1e6, 0)
    made.fly(1)
    assert distance(before, pose_of(made)) == pytest.approx(FOCUS[2], rel=0.01)


@pytest.mark.parametrize("values", [(math.nan, 0), (math.inf, 0), (0, 0)])
def test_a_fling_without_a_speed_is_none(values: tuple[float, float]) -> None:
    made = camera()
    made.jump_to((115.0, 35.0, 115.2, 35.2))
    made.fling(*values)
    assert not made.flying


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_moves_nothing(value: float) -> None:
    made = camera()
    made.jump_to((114.0, 34.0, 116.0, 36.0))
    before = pose_of(made)
    made.pan(value, 0)
    made.zoom(value, 600, 300)
    made.zoom(2, value, 300)
    made.zoom(0, 600, 300)
    made.zoom(-2, 600, 300)
    assert pose_of(made) == before
    made.pan(1e300, -1e300)
    assert is_held(made)


@given(st.floats(0.6, 1.8), st.floats(500, 1200), st.floats(100, 500), st.floats(0, 1))
def test_a_zoom_keeps_the_ground_under_its_point_all_the_way(
    factor: float, px: float, py: float, progress: float
) -> None:
    made = camera()
    made.jump_to((114.0, 34.0, 116.0, 36.0))
    ground = made.ground_of(px, py)
    made.zoom_to(factor, px, py)
    made.fly(progress)
    assert made.screen_of(*ground) == pytest.approx((px, py), abs=0.5)


def test_presses_of_a_zoom_button_add_up() -> None:
    made = camera()
    made.jump_to((114.0, 34.0, 116.0, 36.0))
    scale = made.scale
    for _ in range(3):
        made.zoom_to(1.2, 840, 300)
        made.fly(0.3)
    made.fly(1)
    assert made.scale == pytest.approx(scale * 1.2**3)


def test_a_hand_lets_go_of_the_view_once() -> None:
    made, taken = camera(), []
    made.taken.connect(lambda: taken.append(True))
    made.jump_to((114.0, 34.0, 116.0, 36.0))
    made.pan(3, 3)
    made.pan(3, 3)
    made.zoom_to(2, 800, 300)
    assert taken == [True]
