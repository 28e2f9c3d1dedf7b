"""The map: zoom, whole map, prepared views, what a tap opens, layers, names."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from PySide6.QtCore import QPoint

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import Ref
from kiosk.map.labels.areanames import GAP
from tests.meeting import Meet
from tests.stage.screens.conftest import (
    free_point,
    look_at_the_last_view,
    look_at_view,
    shown_symbols,
)
from tests.window import Visitor


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


def test_no_line_of_the_map_runs_behind_the_scale(maps: Visitor) -> None:
    (bar,) = (item for item in maps.named("ScaleBar") if item.isVisible())
    (tag,) = (item for item in bar.childItems() if item.objectName() == "Tag")
    ground = tag.mapRectToScene(tag.boundingRect())
    assert ground.contains(bar.mapRectToScene(bar.boundingRect()))
    left, top, width, height = maps.stage.camera.focus
    assert ground.right() >= left + width
    assert ground.bottom() >= top + height
    assert bar.property("most") >= bar.width() - tag.x()


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


def test_every_prepared_view_is_two_touches_away(maps: Visitor, exhibit: Exhibit) -> None:
    listed = [view for view in exhibit.map.views if view.listed]
    assert len(listed) < len(exhibit.map.views)  # the others serve stops
    assert [row.key for row in maps.stage.atlas.views.rows] == [view.id for view in listed]
    camera = maps.stage.camera
    poses = set()
    for row, view in zip(list(maps.stage.atlas.views.rows), listed, strict=True):
        look_at_view(maps, row.name)
        assert camera.destination == camera.fitted(view.bounds)
        assert [row.key for row in maps.stage.atlas.views.rows if row.current] == [view.id]
        poses.add(camera.destination)
    assert len(poses) == len(listed)


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
    assert any(event.text.in_(language) in text for text in maps.texts())
    place = exhibit.indexed("places")[event.place or ""]
    left, top, width, height = stage.camera.focus
    x, y = stage.camera.screen_of(*place.at)
    assert left <= x <= left + width
    assert top <= y <= top + height


@pytest.mark.parametrize("size", [(1280, 720), (1080, 1920)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_line_has_room_for_each_event(
    meet: Meet, exhibit: Exhibit, size: tuple[int, int], language: str
) -> None:
    visitor = meet(size=size, river=False)
    visitor.wake()
    visitor.stage.preferences.chooseLanguage(language)
    visitor.open("maps")
    visitor.settle()
    moment, lacking = visitor.stage.moment, []
    for event in exhibit.events:
        visitor.stage.playhead.goTo(event.at)
        visitor.process()
        told = visitor.word("told_of").format(moment.eventWhen, moment.eventText)
        if not visitor.has_button(told):
            lacking.append(told)
    assert lacking == []


def test_a_tap_on_a_symbol_opens_its_card(maps: Visitor, exhibit: Exhibit) -> None:
    stage, shown = maps.stage, shown_symbols(maps)
    kinds = []
    for centre, called in [(symbol.centre, symbol.name) for symbol in shown]:
        maps.tap_map(centre)
        card = Ref(stage.navigation.card)
        kinds.append(card.kind)
        name = exhibit.entry(card).name.in_(exhibit.exhibit.languages[0])
        assert called.startswith(name)
        assert stage.card.title == name
        maps.settle()
        assert name in maps.texts()
        maps.touch(maps.word("close"))
        maps.settle()
        assert stage.navigation.card == ""
    assert kinds.count("formations") >= 3
    assert set(kinds) <= {"formations", "places"}


def press_layer(maps: Visitor, layer: str) -> None:
    """Presses the button of a layer, which may stand on a later page of the open key."""
    word = maps.word(f"layer_{layer}")
    while not maps.has_button(word):
        assert maps.read_on()
    maps.touch(word)


def test_a_tap_on_a_place_opens_what_happened_there(maps: Visitor, exhibit: Exhibit) -> None:
    stage = maps.stage
    maps.touch(maps.word("legend"))
    maps.settle()
    press_layer(maps, "units")
    maps.touch(maps.word("close"))
    maps.settle()
    camera = stage.camera
    buttons = [button.area for button in maps.buttons()]
    left, top, width, height = camera.focus
    for row in stage.situation.names.rows:
        x = (row.plane_x - camera.originX) * camera.scale
        y = (row.plane_y - camera.originY) * camera.scale
        inside = left + 9 < x < left + width - 9 and top + 9 < y < top + height - 9
        if inside and not any(area.contains(x, y) for area in buttons):
            maps.tap_map(QPoint(round(x), round(y)))
            assert stage.navigation.card == Ref.of("places", row.key)
            assert stage.card.title == exhibit.indexed("places")[row.key].name.in_(
                exhibit.exhibit.languages[0]
            )
            return
    raise AssertionError("no place that can be touched")


def test_the_key_begins_with_the_key(maps: Visitor) -> None:
    maps.touch(maps.word("legend"))
    maps.settle()
    told = maps.texts()
    assert maps.stage.atlas.bodies.rows[0].name in told
    assert maps.word("layers") not in told


def test_a_tap_on_empty_ground_opens_nothing(maps: Visitor) -> None:
    maps.touch(maps.word("legend"))
    maps.settle()
    for layer in ("units", "places"):
        press_layer(maps, layer)
    maps.touch(maps.word("close"))
    maps.settle()
    maps.tap_map(free_point(maps))
    assert maps.stage.navigation.card == ""


@pytest.mark.parametrize("layer", ["units", "moves", "places"])
def test_a_layer_can_be_hidden_and_shown_again(maps: Visitor, layer: str) -> None:
    situation = maps.stage.situation

    def drawn() -> int:
        shown = {
            "units": len(situation.picture.signs),
            "moves": len(situation.picture.arrows),
            "places": len(situation.picture.names),
        }
        return shown[layer]

    look_at_the_last_view(maps)
    maps.touch(maps.word("legend"))
    maps.settle()
    before = drawn()
    assert before > 0
    press_layer(maps, layer)
    assert drawn() == 0
    maps.touch(maps.word(f"layer_{layer}"))  # it stays in sight
    assert drawn() == before


def test_doubt_is_told_of_what_is_chosen_and_by_its_layer_of_all(maps: Visitor) -> None:
    situation = maps.stage.situation
    look_at_the_last_view(maps)
    assert not situation.picture.rings
    sign = next(row for row in situation.signs.rows if not row.square)
    maps.stage.navigation.openCard(Ref.of("formations", sign.key))
    maps.settle()
    assert [ring.chosen for ring in situation.picture.rings] == [True]
    assert [row.key for row in situation.signs.rows if row.chosen] == [sign.key]
    maps.stage.navigation.closeCard()
    maps.settle()
    assert not situation.picture.rings
    maps.touch(maps.word("legend"))
    maps.settle()
    press_layer(maps, "uncertainty")
    assert len(situation.picture.rings) > 1


def test_hiding_a_drawn_layer_paints_the_ground_without_it(meet: Meet, exhibit: Exhibit) -> None:
    visitor = meet(painted=True)
    visitor.stand_still()
    visitor.wake()
    visitor.open("maps")
    plates = visitor.stage.plates

    def picture() -> bytes:
        image = plates.pictures.picture(plates.near.source.rpartition("/")[2])
        return bytes(image.constBits())

    visitor.touch(visitor.word("legend"))
    visitor.settle()
    layer = next(layer for layer in exhibit.map.layers if layer.style == "river")
    for _ in range(2):  # painted for where the camera rests
        visitor.stage.atlas.toggleLayer(layer.id)
        visitor.settle()
    before = picture()
    visitor.stage.atlas.toggleLayer(layer.id)
    without = picture()
    assert without != before
    visitor.stage.atlas.toggleLayer(layer.id)
    assert picture() == before


def test_a_large_area_is_named_while_it_holds(maps: Visitor, exhibit: Exhibit) -> None:
    stage, areas = maps.stage, exhibit.indexed("areas")
    named = set()
    for view in exhibit.map.views:
        stage.atlas.openView(view.id)
        maps.settle()
        for area in exhibit.areas:
            stage.playhead.seek((area.starts - exhibit.exhibit.starts) / dt.timedelta(hours=1))
            for row in stage.situation.names.rows:
                if row.kind == "area" and row.key != GAP:
                    shown = areas[Ref(row.key).key]
                    assert shown.starts <= stage.playhead.moment < shown.ends
                    named.add(shown.id)
    assert named


def test_no_symbol_stands_on_another(maps: Visitor) -> None:
    for row in list(maps.stage.atlas.views.rows):
        look_at_view(maps, row.name)
        symbols = maps.seen_symbols()
        assert symbols
        for one, other in itertools.combinations(symbols, 2):
            assert not one.area.intersects(other.area), (one.name, other.name)
