"""The map in the visitor's hands: zoom, whole map, prepared views, drag, pinch, tap, layers."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint

from kiosk.exhibit.model import Exhibit
from tests.stage.conftest import Meet
from tests.stage.window import Visitor


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
    assert [row["key"] for row in maps.stage.views.rows] == [view.id for view in exhibit.map.views]
    camera = maps.stage.camera
    poses = set()
    for row, view in zip(list(maps.stage.views.rows), exhibit.map.views, strict=True):
        maps.touch(str(row["name"]))
        maps.settle()
        assert camera.destination == camera.fitted(view.bounds)
        assert [row["key"] for row in maps.stage.views.rows if row["current"]] == [view.id]
        poses.add(camera.destination)
    assert len(poses) == len(exhibit.map.views)


def test_a_drag_takes_the_ground_along(maps: Visitor) -> None:
    camera, at = maps.stage.camera, free_point(maps)
    ground = camera.ground_of(at.x(), at.y())
    to = at + QPoint(40, -30)
    maps.drag(at, to)
    x, y = camera.screen_of(*ground)
    assert (x, y) == (pytest.approx(to.x(), abs=14), pytest.approx(to.y(), abs=14))
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
    assert (x, y) == (pytest.approx(at.x(), abs=12), pytest.approx(at.y(), abs=12))


def test_a_drag_cannot_leave_the_map(maps: Visitor, exhibit: Exhibit) -> None:
    camera, at = maps.stage.camera, free_point(maps)
    for _ in range(30):
        maps.drag(at, at + QPoint(400, 300), steps=2)
    west, south, east, north = exhibit.map.bounds
    left, top, width, height = camera.focus
    lon, lat = camera.ground_of(left + width / 2, top + height / 2)
    assert west <= lon <= east
    assert south <= lat <= north


def test_a_tap_on_a_symbol_opens_its_card(maps: Visitor, exhibit: Exhibit) -> None:
    stage = maps.stage
    buttons = [button.area for button in maps.buttons()]
    shown = [
        symbol
        for symbol in maps.seen_symbols()
        if not any(area.contains(symbol.centre) for area in buttons)
    ]
    assert len(shown) >= 3
    for symbol in shown:
        maps.touch_at(symbol.centre)
        assert stage.navigation.card.startswith("formations/")
        formation = exhibit.indexed("formations")[stage.navigation.card.partition("/")[2]]
        name = formation.name.in_(exhibit.exhibit.languages[0])
        assert symbol.name.startswith(name)
        assert stage.cardTitle == name
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
            maps.touch_at(QPoint(round(x), round(y)))
            assert stage.navigation.card == f"places/{row['key']}"
            assert stage.cardTitle == exhibit.indexed("places")[row["key"]].name.in_(
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
    maps.touch_at(free_point(maps))
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

    view = list(maps.stage.views.rows)[-1]
    maps.touch(str(view["name"]))
    maps.settle()
    before = drawn()
    assert before > 0
    maps.touch(maps.word("layers"))
    maps.settle()
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

    before = picture()
    visitor.touch(visitor.word("layers"))
    visitor.settle()
    layer = next(layer for layer in exhibit.map.layers if layer.style == "river")
    visitor.stage.toggleLayer(layer.id)
    without = picture()
    assert without != before
    visitor.stage.toggleLayer(layer.id)
    assert picture() == before


def test_no_symbol_stands_on_another(maps: Visitor) -> None:
    for row in list(maps.stage.views.rows):
        maps.touch(str(row["name"]))
        maps.settle()
        symbols = maps.seen_symbols()
        assert symbols
        for one, other in itertools.combinations(symbols, 2):
            assert not one.area.intersects(other.area), (one.name, other.name)
