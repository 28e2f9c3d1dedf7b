"""Hands on the map: it follows them without a leap, whatever fingers land, lift or are lost."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.map.camera import MapCamera
from kiosk.map.fingers import DOUBLE_MS, RESTING_MS, TREMOR_MM, Fingers
from kiosk.map.flight import Pose
from tests.map.test_camera import BOUNDS, FOCUS
from tests.qt.fake_time import FakeTime

MM = 4.0
VIEW = (114.0, 34.0, 116.0, 36.0)
HERE = (800.0, 300.0)


class Spots:
    """A ground on which one thing stands."""

    spot = (600.0, 200.0)

    def find(self, x: float, y: float) -> tuple[str, float, float] | None:
        near = math.dist((x, y), self.spot) < 10 * MM
        return ("places/spot", *self.spot) if near else None


class Table:
    """A camera, the hands over it, their time, and what they have touched."""

    def __init__(self) -> None:
        self.time = FakeTime()
        self.camera = MapCamera(BOUNDS)
        self.camera.setScreen(1280, 720, *FOCUS)
        self.camera.jump_to(VIEW)
        self.hands = Fingers(self.camera, Spots(), self.time)  # type: ignore[arg-type]
        self.hands.measure(MM)
        self.touched: list[str] = []
        self.hands.touched.connect(self.touched.append)

    @property
    def pose(self) -> Pose:
        return Pose(self.camera.originX, self.camera.originY, self.camera.scale)

    def slide(self, finger: int, start: tuple[float, float], *way: tuple[float, float]) -> None:
        """A finger lands and moves through `way`, a point every 16 ms."""
        self.hands.press(finger, start)
        for point in way:
            self.time.advance(16)
            self.hands.move({finger: point})

    def tap(self, at: tuple[float, float]) -> None:
        self.hands.press(0, at)
        self.time.advance(80)
        self.hands.release(0, at)

    def shift(self, before: Pose) -> tuple[float, float]:
        """By how many px the ground has moved since `before`."""
        return (
            (before.x - self.pose.x) * self.pose.scale,
            (before.y - self.pose.y) * self.pose.scale,
        )


@pytest.fixture
def table() -> Table:
    return Table()


def across(px: float, at: tuple[float, float] = HERE) -> tuple[float, float]:
    return at[0] + px, at[1]


def test_a_trembling_finger_still_taps(table: Table) -> None:
    before, spot = table.pose, Spots.spot
    table.slide(0, spot, across(4.5 * MM, spot), across(-4.5 * MM, spot), spot)
    table.hands.release(0, spot)
    table.time.advance(DOUBLE_MS)
    assert table.pose == before
    assert table.touched == ["places/spot"]


def test_a_drag_begins_where_the_finger_strays_and_then_follows_it(table: Table) -> None:
    before = table.pose
    table.slide(0, HERE, across(TREMOR_MM * MM + 1), across(TREMOR_MM * MM + 101))
    assert table.shift(before) == pytest.approx((101, 0))


def test_a_long_touch_is_a_tap_too(table: Table) -> None:
    table.hands.press(0, Spots.spot)
    table.time.advance_s(5)
    table.hands.release(0, Spots.spot)
    table.time.advance(DOUBLE_MS)
    assert table.touched == ["places/spot"]


def test_what_a_tap_finds_is_marked_at_once_and_opens_when_no_second_tap_comes(
    table: Table,
) -> None:
    table.tap((610.0, 210.0))
    assert (table.hands.marking, table.hands.markX, table.hands.markY) == (True, *Spots.spot)
    assert table.touched == []
    table.time.advance(DOUBLE_MS)
    assert (table.hands.marking, table.touched) == (False, ["places/spot"])


@pytest.mark.parametrize("at", [Spots.spot, HERE])
def test_a_double_tap_comes_nearer_and_opens_nothing(table: Table, at: tuple[float, float]) -> None:
    scale, ground = table.camera.scale, table.camera.ground_of(*at)
    table.tap(at)
    table.time.advance(DOUBLE_MS - 100)
    table.tap(across(3 * MM, at))
    table.camera.fly(1)
    table.time.advance_s(2)
    assert table.touched == []
    assert table.camera.scale == pytest.approx(2 * scale)
    assert math.dist(table.camera.screen_of(*ground), at) < 4 * MM


def test_a_second_tap_that_is_slow_to_lift_still_counts(table: Table) -> None:
    table.tap(Spots.spot)
    table.time.advance(DOUBLE_MS - 10)
    table.hands.press(0, Spots.spot)
    table.time.advance(200)
    assert table.touched == []
    table.hands.release(0, Spots.spot)
    assert table.camera.flying
    assert table.touched == []


def test_two_taps_far_apart_are_two_taps(table: Table) -> None:
    table.tap(HERE)
    table.tap(Spots.spot)
    table.time.advance(DOUBLE_MS)
    assert table.touched == ["places/spot"]
    assert not table.camera.flying


@pytest.mark.parametrize("end", ["drag", "cancel"])
def test_a_tap_that_goes_over_into_something_else_opens_nothing(table: Table, end: str) -> None:
    table.tap(Spots.spot)
    table.slide(0, Spots.spot, across(20 * MM, Spots.spot))
    if end == "drag":
        table.hands.release(0, across(20 * MM, Spots.spot))
    else:
        table.hands.cancel()
    table.time.advance_s(3)
    assert (table.touched, table.hands.marking) == ([], False)


def test_the_map_does_not_leap_when_a_second_finger_lands_or_lifts(table: Table) -> None:
    table.slide(0, HERE, across(40), across(60))
    before = table.pose
    table.hands.press(1, (500.0, 500.0))
    assert table.pose == before
    table.hands.move({0: across(60), 1: (500.0, 500.0)})
    assert table.pose == before
    table.hands.release(1, (500.0, 500.0))
    table.hands.move({0: across(60)})
    assert table.pose == before
    table.hands.move({0: across(70)})
    assert table.shift(before) == pytest.approx((10, 0))


def test_a_pinch_scales_as_its_fingers_part_and_keeps_the_ground_between_them(
    table: Table,
) -> None:
    table.hands.press(0, across(-50))
    table.hands.press(1, across(50))
    table.hands.move({0: across(-60), 1: across(60)})
    scale, ground = table.camera.scale, table.camera.ground_of(*HERE)
    table.hands.move({0: across(-90), 1: across(90)})
    assert table.camera.scale / scale == pytest.approx(1.5)
    assert table.camera.screen_of(*ground) == pytest.approx(HERE)


def test_fingers_that_meet_do_not_blow_the_map_up(table: Table) -> None:
    table.hands.press(0, across(-50))
    table.hands.press(1, across(50))
    table.hands.move({0: HERE, 1: HERE})
    small = table.camera.scale
    table.hands.move({0: across(-2), 1: across(2)})
    assert table.camera.scale == pytest.approx(small)


def test_a_palm_that_lies_on_the_glass_turns_no_drag_into_a_zoom(table: Table) -> None:
    table.hands.press(7, (500.0, 500.0))
    table.time.advance(RESTING_MS + 1)
    before = table.pose
    table.slide(0, HERE, across(TREMOR_MM * MM + 1), across(TREMOR_MM * MM + 50))
    assert table.shift(before) == pytest.approx((50, 0))
    table.hands.release(0, across(TREMOR_MM * MM + 50))
    table.tap(Spots.spot)
    table.time.advance(DOUBLE_MS)
    assert table.touched == ["places/spot"]


def test_a_finger_that_rests_on_its_way_goes_on(table: Table) -> None:
    table.slide(0, HERE, across(40))
    table.time.advance_s(10)
    before = table.pose
    table.hands.move({0: across(140)})
    assert table.shift(before) == pytest.approx((100, 0))


def test_a_fling_goes_on_slows_down_and_stops(table: Table) -> None:
    table.slide(0, HERE, *(across(20 * i) for i in range(1, 9)))
    table.hands.release(0, across(160))
    assert table.camera.gliding
    shifts = []
    for step in range(1, 11):
        before = table.pose
        table.camera.fly(step / 10)
        shifts.append(table.shift(before)[0])
    assert shifts == sorted(shifts, reverse=True)
    assert shifts[0] > 100
    assert shifts[-1] < shifts[0] / 10
    assert not table.camera.flying


def test_a_fling_of_20_px_a_frame_leaves_with_that_speed(table: Table) -> None:
    table.slide(0, HERE, *(across(20 * i) for i in range(1, 9)))
    table.hands.release(0, across(160))
    before = table.pose
    table.camera.fly(16 / table.camera.flightMs)
    assert table.shift(before)[0] == pytest.approx(20, rel=0.15)


@pytest.mark.parametrize("rest", [120, 500])
def test_a_hand_that_stops_before_it_lifts_puts_the_map_down(table: Table, rest: int) -> None:
    table.slide(0, HERE, *(across(20 * i) for i in range(1, 9)))
    table.time.advance(rest)
    table.hands.release(0, across(160))
    assert not table.camera.flying


def test_a_lifted_pinch_does_not_fling(table: Table) -> None:
    table.hands.press(0, across(-50))
    table.hands.press(1, across(50))
    for step in range(1, 8):
        table.time.advance(16)
        table.hands.move({0: across(-50 + 20 * step), 1: across(50 + 20 * step)})
    table.hands.release(0, across(90))
    table.hands.release(1, across(190))
    assert not table.camera.flying


def test_a_finger_stops_a_fling_at_once(table: Table) -> None:
    table.slide(0, HERE, *(across(20 * i) for i in range(1, 9)))
    table.hands.release(0, across(160))
    table.camera.fly(0.2)
    before = table.pose
    table.hands.press(0, HERE)
    table.camera.fly(0.6)
    assert (table.pose, table.camera.flying) == (before, False)


def test_with_reduced_motion_nothing_glides(table: Table) -> None:
    table.camera.setPace(0)
    table.slide(0, HERE, *(across(20 * i) for i in range(1, 9)))
    before = table.pose
    table.hands.release(0, across(160))
    assert (table.pose, table.camera.flying) == (before, False)


def test_a_button_wins_over_a_hand_that_was_there_before(table: Table) -> None:
    table.slide(0, HERE, across(40), across(60))
    table.camera.fly_to((111.0, 31.0, 113.0, 33.0))
    table.camera.fly(0.5)
    table.hands.move({0: across(120)})
    assert table.camera.flying
    table.camera.fly(1)
    landed = table.pose
    table.hands.move({0: across(130)})
    assert table.pose == landed
    table.hands.move({0: across(130 + TREMOR_MM * MM + 30)})
    right, down = table.shift(landed)
    assert right == pytest.approx(30, abs=11)
    assert down == pytest.approx(0)


def test_a_hand_that_comes_later_takes_the_map_from_a_flight_where_it_is(table: Table) -> None:
    table.camera.fly_to((111.0, 31.0, 113.0, 33.0))
    table.camera.fly(0.4)
    before = table.pose
    table.hands.press(0, HERE)
    assert table.camera.flying
    table.hands.move({0: across(TREMOR_MM * MM + 8)})
    assert not table.camera.flying
    assert table.shift(before) == (pytest.approx(8), pytest.approx(0))


def test_moves_and_lifts_of_fingers_that_never_landed_do_nothing(table: Table) -> None:
    before = table.pose
    table.hands.move({3: HERE})
    table.hands.release(3, HERE)
    table.hands.cancel()
    assert table.pose == before


points = st.tuples(st.floats(-200, 1500), st.floats(-200, 900))
acts = st.one_of(
    st.tuples(st.just("press"), st.integers(0, 9), points),
    st.tuples(st.just("move"), st.integers(0, 9), points),
    st.tuples(st.just("release"), st.integers(0, 9), points),
    st.tuples(st.just("cancel"), st.just(0), points),
    st.tuples(st.just("wait"), st.integers(0, 2000), points),
    st.tuples(st.just("fly"), st.integers(0, 10), points),
    st.tuples(st.just("button"), st.integers(0, 2), points),
)


@settings(max_examples=150)
@given(st.lists(acts, max_size=60))
def test_after_any_storm_of_hands_the_map_is_there_and_the_next_tap_works(
    storm: list[tuple[str, int, tuple[float, float]]],
) -> None:
    table = Table()
    for act, number, at in storm:
        match act:
            case "press" | "release":
                getattr(table.hands, act)(number, at)
            case "move":
                table.hands.move({number: at, (number + 1) % 10: (at[1], at[0])})
            case "cancel":
                table.hands.cancel()
            case "wait":
                table.time.advance(number)
            case "fly":
                table.camera.fly(number / 10)
            case "button":
                (
                    lambda: table.camera.zoom_to(1.6, *HERE),
                    lambda: table.camera.pan_to(200, 0),
                    lambda: table.camera.fly_to(VIEW),
                )[number]()
        pose = table.pose
        assert all(map(math.isfinite, (pose.x, pose.y, pose.scale)))
        assert pose.scale > 0
    for finger in range(10):
        table.hands.release(finger, HERE)
    table.time.advance_s(5)
    table.camera.fly(1)
    table.touched.clear()
    west, south, east, north = BOUNDS
    left, top, width, height = table.camera.focus
    lon, lat = table.camera.ground_of(left + width / 2, top + height / 2)
    assert west <= lon <= east
    assert south <= lat <= north
    table.tap(Spots.spot)
    table.time.advance(DOUBLE_MS)
    assert table.touched == ["places/spot"]
