"""The map in the visitor's hands: zoom, whole map, prepared views, drag, pinch, tap, layers."""

from __future__ import annotations

import datetime as dt
import itertools
import math
import random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.exhibit.model import Exhibit
from kiosk.map.fingers import DOUBLE_MS
from kiosk.workbench.layout.eyes import Seen
from tests.meeting import Meet
from tests.window import Visitor


@pytest.fixture
def maps(visitor: Visitor) -> Visitor:
    visitor.open("maps")
    return visitor


def free_point(visitor: Visitor) -> QPoint:
    """A point of the map that is far from every button."""
    left, top, width, height = visitor.stage.camera.focus
    buttons = [button.area for button in visitor.buttons()]
    spots = [
        QPoint(round(left + width * i / 16), round(top + height * j / 16))
        for i, j in itertools.product(range(3, 14), repeat=2)
    ]

    def room(spot: QPoint) -> float:
        """Pixels to the nearest button."""
        return min(
            max(
                abs(spot.x() - area.center().x()) - area.width() / 2,
                abs(spot.y() - area.center().y()) - area.height() / 2,
            )
            for area in buttons
        )

    return max(spots, key=room)


def test_the_zoom_buttons_go_nearer_and_back(maps: Visitor) -> None:
    camera = maps.stage.camera
    start = camera.scale
    maps.touch(maps.word("zoom_in"))
    nearer = camera.scale
    assert nearer > start * 1.2
    maps.touch(maps.word("zoom_out"))
    assert camera.scale == pytest.approx(start)
    maps.touch(maps.word("zoom_out"))
    assert camera.scale < start / 1.2


def test_zooming_in_ends_at_the_nearest_look(maps: Visitor) -> None:
    camera = maps.stage.camera
    for _ in range(30):
        maps.touch(maps.word("zoom_in"))
    nearest = camera.scale
    maps.touch(maps.word("zoom_in"))
    assert camera.scale == pytest.approx(nearest)


def test_the_whole_map_is_one_touch_away(maps: Visitor, exhibit: Exhibit) -> None:
    for _ in range(3):
        maps.touch(maps.word("zoom_in"))
    maps.touch(maps.word("whole_map"))
    maps.settle()
    west, south, east, north = exhibit.map.bounds
    camera = maps.stage.camera
    left, top, width, height = camera.focus
    (x0, y0), (x1, y1) = camera.screen_of(west, north), camera.screen_of(east, south)
    assert x1 - x0 <= width + 1
    assert y1 - y0 <= height + 1
    assert x0 >= left - 1
    assert y0 >= top - 1


def test_every_prepared_view_is_one_touch_away(maps: Visitor, exhibit: Exhibit) -> None:
    assert [row["key"] for row in maps.stage.atlas.views.rows] == [
        view.id for view in exhibit.map.views
    ]
    camera = maps.stage.camera
    poses = set()
    for row, view in zip(list(maps.stage.atlas.views.rows), exhibit.map.views, strict=True):
        maps.touch(str(row["name"]))
        maps.settle()
        assert camera.destination == camera.fitted(view.bounds)
        assert [row["key"] for row in maps.stage.atlas.views.rows if row["current"]] == [view.id]
        poses.add(camera.destination)
    assert len(poses) == len(exhibit.map.views)


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


def shown_symbols(visitor: Visitor) -> list[Seen]:
    """The symbols that no button covers."""
    buttons = [button.area for button in visitor.buttons()]
    return [
        symbol
        for symbol in visitor.seen_symbols()
        if not any(area.contains(symbol.centre) for area in buttons)
    ]


def look_at_the_last_view(visitor: Visitor) -> None:
    """Through its button, to where there are symbols to touch."""
    visitor.touch(str(list(visitor.stage.atlas.views.rows)[-1]["name"]))
    visitor.settle()


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
    assert maps.stage.navigation.card.startswith("formations/")
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
    hands = maps.named("MapHands")[0]
    hands.forceActiveFocus()
    before = camera.destination
    maps.key(Qt.Key.Key_Plus)
    assert camera.scale > before.scale * 1.2
    maps.key(Qt.Key.Key_Right)
    maps.key(Qt.Key.Key_Down)
    assert camera.destination.x > before.x
    assert camera.destination.y > before.y
    maps.key(Qt.Key.Key_Home)
    assert camera.destination == camera.farthest()


def test_a_hand_on_the_map_leaves_the_prepared_view(maps: Visitor) -> None:
    maps.touch(str(next(iter(maps.stage.atlas.views.rows))["name"]))
    assert any(row["current"] for row in maps.stage.atlas.views.rows)
    at = free_point(maps)
    maps.drag(at, at + QPoint(-80, 0))
    assert not any(row["current"] for row in maps.stage.atlas.views.rows)


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


def test_the_line_tells_the_last_event_and_opens_the_list_there(
    maps: Visitor, exhibit: Exhibit
) -> None:
    stage, language = maps.stage, exhibit.exhibit.languages[0]
    told = [event for phase in exhibit.phases for event in phase.events]
    event = next(event for event in reversed(told) if event.hour_known and event.place)
    stage.playhead.goTo(event.at + dt.timedelta(minutes=30))
    maps.process()
    line = maps.button(f"{stage.moment.eventWhen}: {event.text.in_(language)}")
    assert f"{event.at:%H:%M}" in line.name
    maps.touch(line)
    maps.settle()
    assert stage.navigation.sheet == "events"
    assert stage.playhead.moment == event.at
    assert event.text.in_(language) in maps.texts()
    place = exhibit.indexed("places")[event.place or ""]
    left, top, width, height = stage.camera.focus
    x, y = stage.camera.screen_of(*place.at)
    assert left <= x <= left + width
    assert top <= y <= top + height


def test_a_tap_on_a_symbol_opens_its_card(maps: Visitor, exhibit: Exhibit) -> None:
    stage, shown = maps.stage, shown_symbols(maps)
    assert len(shown) >= 3
    for centre, called in [(symbol.centre, symbol.name) for symbol in shown]:
        maps.tap_map(centre)
        assert stage.navigation.card.startswith("formations/")
        formation = exhibit.indexed("formations")[stage.navigation.card.partition("/")[2]]
        name = formation.name.in_(exhibit.exhibit.languages[0])
        assert called.startswith(name)
        assert stage.card.title == name
        maps.settle()
        assert name in maps.texts()
        maps.touch(maps.word("close"))
        maps.settle()
        assert stage.navigation.card == ""


def test_a_tap_on_a_place_opens_what_happened_there(maps: Visitor, exhibit: Exhibit) -> None:
    stage = maps.stage
    maps.touch(maps.word("layers"))
    maps.settle()
    maps.touch(maps.word("layer_units"))
    maps.touch(maps.word("close"))
    maps.settle()
    camera = stage.camera
    buttons = [button.area for button in maps.buttons()]
    left, top, width, height = camera.focus
    for row in stage.ground.names.rows:
        x = (row["planeX"] - camera.originX) * camera.scale
        y = (row["planeY"] - camera.originY) * camera.scale
        inside = left + 9 < x < left + width - 9 and top + 9 < y < top + height - 9
        if inside and not any(area.contains(x, y) for area in buttons):
            maps.tap_map(QPoint(round(x), round(y)))
            assert stage.navigation.card == f"places/{row['key']}"
            assert stage.card.title == exhibit.indexed("places")[row["key"]].name.in_(
                exhibit.exhibit.languages[0]
            )
            return
    raise AssertionError("no place that can be touched")


def test_a_tap_on_empty_ground_opens_nothing(maps: Visitor) -> None:
    maps.touch(maps.word("layers"))
    maps.settle()
    for layer in ("layer_units", "layer_places"):
        maps.touch(maps.word(layer))
    maps.touch(maps.word("close"))
    maps.settle()
    maps.tap_map(free_point(maps))
    assert maps.stage.navigation.card == ""


@pytest.mark.parametrize("layer", ["units", "moves", "uncertainty", "places"])
def test_a_layer_can_be_hidden_and_shown_again(maps: Visitor, layer: str) -> None:
    ground = maps.stage.ground

    def drawn() -> int:
        shown = {
            "units": len(ground.units.rows),
            "moves": len(ground.arrows),
            "uncertainty": len(ground.rings),
            "places": len(ground.names.rows),
        }
        return shown[layer]

    view = list(maps.stage.atlas.views.rows)[-1]
    maps.touch(str(view["name"]))
    maps.settle()
    maps.touch(maps.word("layers"))
    maps.settle()
    before = drawn()
    assert before > 0
    maps.touch(maps.word(f"layer_{layer}"))
    assert drawn() == 0
    maps.touch(maps.word(f"layer_{layer}"))
    assert drawn() == before


def test_hiding_a_drawn_layer_paints_the_ground_without_it(meet: Meet, exhibit: Exhibit) -> None:
    visitor = meet(painted=True)
    visitor.stand_still()
    visitor.wake()
    visitor.open("maps")
    plates = visitor.stage.plates

    def picture() -> bytes:
        image = plates.pictures.picture(plates.near.source.rpartition("/")[2])
        return bytes(image.constBits())

    visitor.touch(visitor.word("layers"))
    visitor.settle()
    before = picture()
    layer = next(layer for layer in exhibit.map.layers if layer.style == "river")
    visitor.stage.atlas.toggleLayer(layer.id)
    without = picture()
    assert without != before
    visitor.stage.atlas.toggleLayer(layer.id)
    assert picture() == before


def test_a_large_area_is_named_while_it_holds(maps: Visitor, exhibit: Exhibit) -> None:
    stage, areas = maps.stage, exhibit.indexed("areas")
    stage.atlas.openView(exhibit.map.views[-1].id)
    maps.settle()
    named = set()
    for area in exhibit.areas:
        stage.playhead.seek((area.starts - exhibit.exhibit.starts) / dt.timedelta(hours=1))
        for row in stage.ground.names.rows:
            if row["kind"] == "area":
                shown = areas[str(row["key"]).removeprefix("areas/")]
                assert shown.starts <= stage.playhead.moment < shown.ends
                named.add(shown.id)
    assert named


def test_no_symbol_stands_on_another(maps: Visitor) -> None:
    for row in list(maps.stage.atlas.views.rows):
        maps.touch(str(row["name"]))
        maps.settle()
        symbols = maps.seen_symbols()
        assert symbols
        for one, other in itertools.combinations(symbols, 2):
            assert not one.area.intersects(other.area), (one.name, other.name)
