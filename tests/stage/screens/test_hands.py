"""Hands on the map: drag, pinch, double tap, wheel, mouse, arrows and keys, and many fingers."""

from __future__ import annotations

import math
import random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import Ref
from kiosk.map.fingers import DOUBLE_MS
from tests.stage.screens.conftest import (
    free_point,
    look_at_the_last_view,
    look_at_view,
    shown_symbols,
)
from tests.window import Visitor


def test_a_drag_takes_the_ground_along(maps: Visitor) -> None:
    camera, at = maps.stage.camera, free_point(maps)
    ground = camera.ground_of(at.x(), at.y())
    to = at + QPoint(40, -30)
    maps.drag(at, to)
    x, y = camera.screen_of(*ground)
    assert (x, y) == pytest.approx((to.x(), to.y()), abs=14)
    assert (x - at.x(), y - at.y()) != (0, 0)
    assert maps.screen == "maps"


@pytest.mark.parametrize(("before", "after"), [(60, 140), (160, 60)])
def test_a_pinch_zooms_about_the_fingers(maps: Visitor, before: int, after: int) -> None:
    camera, at = maps.stage.camera, free_point(maps)
    scale, ground = camera.scale, camera.ground_of(at.x(), at.y())
    maps.pinch(at, before, after)
    ratio = camera.scale / scale
    assert (ratio > 1.2) if after > before else (ratio < 1 / 1.2)
    x, y = camera.screen_of(*ground)
    assert (x, y) == pytest.approx((at.x(), at.y()), abs=12)


def test_a_drag_cannot_leave_the_map(maps: Visitor, exhibit: Exhibit) -> None:
    camera, at = maps.stage.camera, free_point(maps)
    for _ in range(30):
        maps.drag(at, at + QPoint(400, 300), steps=2)
    west, south, east, north = exhibit.map.bounds
    left, top, width, height = camera.focus
    lon, lat = camera.ground_of(left + width / 2, top + height / 2)
    assert west <= lon <= east
    assert south <= lat <= north


def test_a_double_tap_comes_nearer_and_opens_no_card(maps: Visitor) -> None:
    scale, at = maps.stage.camera.scale, shown_symbols(maps)[0].centre
    maps.touch_at(at)
    maps.tap_map(at)
    assert maps.stage.camera.scale == pytest.approx(2 * scale)
    assert maps.stage.navigation.card == ""


def test_the_wheel_zooms_about_the_pointer(maps: Visitor) -> None:
    camera, at = maps.stage.camera, free_point(maps)
    scale, ground = camera.scale, camera.ground_of(at.x(), at.y())
    QTest.wheelEvent(maps.window, QPointF(at), QPoint(0, 240))
    assert camera.scale > scale * 1.3
    assert camera.screen_of(*ground) == pytest.approx((at.x(), at.y()))


def test_the_mouse_drags_and_clicks_like_a_finger(maps: Visitor) -> None:
    at, camera = free_point(maps), maps.stage.camera
    symbol = shown_symbols(maps)[0].centre
    maps.click_at(symbol)
    maps.time.advance(DOUBLE_MS)
    assert Ref(maps.stage.navigation.card).kind == "formations"
    maps.stage.navigation.closeCard()
    before = camera.originX
    button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(maps.window, button, no_key, at)
    QTest.mouseMove(maps.window, at + QPoint(-60, 0))
    QTest.mouseRelease(maps.window, button, no_key, at + QPoint(-60, 0))
    assert camera.originX > before


@pytest.mark.parametrize(
    ("word", "east", "south"),
    [("north", 0, -1), ("south", 0, 1), ("west", -1, 0), ("east", 1, 0)],
)
def test_the_map_moves_by_single_touches(maps: Visitor, word: str, east: int, south: int) -> None:
    camera = maps.stage.camera
    maps.touch(maps.word("zoom_in"))
    assert not maps.has_button(maps.word(word))
    maps.touch(maps.word("move_map"))
    before = camera.destination
    maps.touch(maps.word(word))
    after = camera.destination
    across, down = ((after.x - before.x) * after.scale, (after.y - before.y) * after.scale)
    assert (round(across / 50) > 0, round(across / 50) < 0) == (east > 0, east < 0)
    assert (round(down / 50) > 0, round(down / 50) < 0) == (south > 0, south < 0)
    maps.touch(maps.word("move_map"))
    assert not maps.has_button(maps.word(word))


def test_the_map_moves_by_keys(maps: Visitor) -> None:
    camera = maps.stage.camera

    def press(word: str) -> None:
        maps.button(maps.word(word)).item.forceActiveFocus()
        maps.key(Qt.Key.Key_Return)
        maps.settle()

    before = camera.destination
    press("zoom_in")
    assert camera.scale > before.scale * 1.2
    press("move_map")
    press("east")
    press("south")
    assert camera.destination.x > before.x
    assert camera.destination.y > before.y


def test_a_hand_on_the_map_leaves_the_prepared_view(maps: Visitor) -> None:
    look_at_view(maps, next(iter(maps.stage.atlas.views.rows)).name)
    assert any(row.current for row in maps.stage.atlas.views.rows)
    at = free_point(maps)
    maps.drag(at, at + QPoint(-80, 0))
    assert not any(row.current for row in maps.stage.atlas.views.rows)


def test_one_drags_while_another_presses_a_button(maps: Visitor) -> None:
    camera, at = maps.stage.camera, free_point(maps)
    plus = maps.button(maps.word("zoom_in")).centre
    maps.down(at, 0)
    for step in range(1, 5):
        maps.move(at + QPoint(-20 * step, 0), 0)
    scale, before = camera.scale, camera.originX
    maps.down(plus, 1)
    maps.up(plus, 1)
    assert camera.scale > scale * 1.2
    maps.move(at + QPoint(-180, 0), 0)
    assert camera.originX != before
    maps.up(at + QPoint(-180, 0), 0)
    maps.tap_map(shown_symbols(maps)[0].centre)
    assert maps.stage.navigation.card != ""


def test_a_touch_that_the_system_takes_away_leaves_nothing_behind(maps: Visitor) -> None:
    camera, at = maps.stage.camera, free_point(maps)
    maps.down(at)
    maps.move(at + QPoint(-60, 0))
    stood = camera.destination
    maps.take_away()
    assert camera.destination == stood
    maps.drag(at, at + QPoint(60, 0))
    assert camera.destination != stood
    maps.tap_map(shown_symbols(maps)[0].centre)
    assert maps.stage.navigation.card != ""


def test_a_finger_may_leave_the_window(maps: Visitor) -> None:
    at = free_point(maps)
    maps.drag(at, QPoint(at.x(), -300), QPoint(-500, at.y()))
    look_at_the_last_view(maps)
    maps.tap_map(shown_symbols(maps)[0].centre)
    assert maps.stage.navigation.card != ""


@pytest.mark.parametrize("seed", range(3))
def test_after_a_storm_of_ten_fingers_the_next_tap_works(maps: Visitor, seed: int) -> None:
    chance, down = random.Random(seed), dict[int, QPoint]()
    left, top, width, height = maps.stage.camera.focus
    for _ in range(120):
        finger = chance.randrange(10)
        at = QPoint(
            round(left + width * chance.uniform(0.05, 0.85)),
            round(top + height * chance.uniform(0.05, 0.95)),
        )
        if finger not in down:
            down[finger] = at
            maps.down(at, finger)
        elif chance.random() < 0.3:
            maps.up(down.pop(finger), finger)
        else:
            down[finger] = at
            QTest.touchEvent(maps.window, maps.finger).move(finger, at).commit()
        if chance.random() < 0.03:
            maps.take_away()
            down.clear()
        camera = maps.stage.camera
        assert all(map(math.isfinite, (camera.originX, camera.originY, camera.scale)))
    for finger, at in down.items():
        maps.up(at, finger)
    maps.time.advance_s(1)
    stage = maps.stage
    assert maps.screen == "maps"
    stage.navigation.closeCard()
    maps.settle()
    look_at_the_last_view(maps)
    maps.tap_map(shown_symbols(maps)[0].centre)
    assert stage.navigation.card != ""


def test_a_hand_that_stays_on_the_map_when_the_visit_ends_moves_nothing(maps: Visitor) -> None:
    at = free_point(maps)
    maps.down(at)
    maps.move(at + QPoint(-60, 0))
    maps.leave()
    maps.process()
    before = maps.stage.camera.destination
    QTest.touchEvent(maps.window, maps.finger).move(0, at + QPoint(90, 40)).commit()
    maps.process()
    assert maps.stage.camera.destination == before
    maps.up(at + QPoint(90, 40))
