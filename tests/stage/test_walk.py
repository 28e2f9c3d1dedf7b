"""The map by five keys: formations of each side, places, areas, and what is told of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.exhibit.geo import project
from kiosk.exhibit.ref import Ref
from kiosk.map.walk import MapWalk
from kiosk.stage.stage import Stage
from tests.meeting import SMALL, Meet
from tests.stage.test_five_keys import LESS, MORE, NEXT, OK, PREVIOUS, Driver, heard_by, woken
from tests.window import Visitor

BACK = Qt.Key.Key_Escape


@pytest.fixture
def driver(meet: Meet) -> Driver:
    """Somebody with five keys in the map of a page."""
    visitor = meet(SMALL)
    driver = woken(visitor)
    driver.take(visitor.door_name("phases"))
    driver.take(visitor.word("map"))
    return driver


@pytest.fixture
def walk(driver: Driver) -> MapWalk:
    found: MapWalk = driver.visitor.stage.walk
    return found


def chosen(visitor: Visitor) -> list[Ref]:
    return sorted(visitor.stage.situation.request.chosen)


def test_ok_goes_in_and_back_goes_out_as_it_was(driver: Driver, walk: MapWalk) -> None:
    visitor = driver.visitor
    assert walk.inside
    assert walk.told.startswith("Government. Government army: ")
    assert walk.told.endswith("1 of 1.")
    assert walk.told in driver.told
    assert walk.told in visitor.texts()
    assert chosen(visitor) == ["formations/government-army"]
    driver.press(BACK)
    assert not walk.inside
    assert walk.told == ""
    assert chosen(visitor) == []
    assert visitor.screen == "phases"
    assert driver.name == visitor.word("map")


def test_a_list_is_walked_and_another_turned_to(driver: Driver, walk: MapWalk) -> None:
    lists = []
    for _ in walk._rounds:
        lists.append(walk.told.split(".")[0])
        driver.press(MORE)
    assert lists[:3] == ["Government", "Jacobite", driver.visitor.word("places")]
    assert walk.told.startswith("Government")
    driver.press(MORE)
    first = walk.told
    driver.press(NEXT)
    assert walk.told != first
    assert not walk.told.startswith("Jacobite. ")  # the list is named as it is turned to
    assert chosen(driver.visitor) != ["formations/jacobite-army"]
    driver.press(PREVIOUS)
    assert f"Jacobite. {walk.told}" == first
    driver.press(LESS)
    assert walk.told.startswith("Government")


def test_places_come_from_north_to_south(driver: Driver, walk: MapWalk) -> None:
    exhibit = driver.visitor.stage.exhibit
    driver.press(MORE, MORE)
    order = []
    for _ in walk._spots:
        order.append(str(chosen(driver.visitor)[0].key))
        driver.press(NEXT)
    north = [exhibit.indexed("places")[key].at[1] for key in order]
    assert north == sorted(north, reverse=True)
    assert len(order) > 1


def test_formations_come_by_the_tree_of_command(meet: Meet) -> None:
    visitor = meet()
    walk = visitor.stage.walk
    visitor.stage.playhead.seek(visitor.stage.playhead.span / 2)
    walk.enter()
    keys = [spot.key for spot in walk._spots]
    parents = {one.id: one.parent for one in visitor.stage.exhibit.formations}
    for key in keys:
        if parents[key] in keys:
            assert keys.index(str(parents[key])) < keys.index(key)
    assert len(keys) > 5


def test_what_is_walked_to_is_brought_into_sight(driver: Driver, walk: MapWalk) -> None:
    camera = driver.visitor.stage.camera
    driver.press(MORE, MORE)
    for _ in walk._spots:
        driver.visitor.settle()
        x, y = driver.visitor.stage.situation.spot(chosen(driver.visitor)[0]) or (0, 0)
        px, py = project(x, y)
        left, top, width, height = camera.focus
        across = (px - camera.originX) * camera.scale
        down = (py - camera.originY) * camera.scale
        assert left <= across <= left + width
        assert top <= down <= top + height
        driver.press(NEXT)


def test_ok_opens_the_card_and_closing_it_comes_back(driver: Driver, walk: MapWalk) -> None:
    visitor = driver.visitor
    driver.press(OK)
    visitor.settle()
    assert visitor.stage.navigation.card == "formations/government-army"
    assert driver.name == visitor.stage.card.title
    driver.press(PREVIOUS)
    assert driver.name == visitor.word("close")
    driver.press(OK)
    visitor.settle()
    assert driver.name == visitor.word("map")
    assert walk.inside
    assert chosen(visitor) == ["formations/government-army"]


def test_help_tells_what_lies_round_about(driver: Driver, walk: MapWalk) -> None:
    heard = heard_by(driver.visitor)
    driver.press(Qt.Key.Key_F1)
    assert walk.around
    assert walk.around in heard[-1]
    assert driver.visitor.word("keys_on_map") in heard[-1]


def test_another_hour_keeps_to_the_thing_or_says_that_it_is_gone(meet: Meet) -> None:
    visitor = meet()
    stage = visitor.stage
    playhead, walk, clock = stage.playhead, stage.walk, stage.clock
    playhead.seek(playhead.span)
    late = [one for one in stage.exhibit.formations if one.track and one.id in seen_last(stage)]
    comer = max(late, key=lambda one: one.track[0].starts)
    walk.enter()
    while comer.id not in [spot.key for spot in walk._spots]:
        walk.turn(1)
    while chosen(visitor) != [f"formations/{comer.id}"]:
        walk.move(1)
    name = comer.name.in_("en")
    begins = (comer.track[0].starts - stage.exhibit.exhibit.starts).total_seconds() / 3600
    playhead.seek(begins + 1)
    assert f"{name}: " in walk.told
    playhead.seek(max(0.0, begins - 5))
    assert clock.sighting(comer.id, playhead.moment) is None
    assert walk.told == f"No longer on the map: {name}"
    walk.move(1)
    assert "no longer" not in walk.told


def seen_last(stage: Stage) -> set[str]:
    """The formations on the map at the moment."""
    return {one.formation for one in stage.clock.at(stage.playhead.moment)}


def test_nothing_is_told_before_somebody_asks(meet: Meet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MapWalk, "_standing", lambda self: pytest.fail("told unasked"))
    visitor = meet(SMALL)
    visitor.stand_still()
    visitor.wake()
    visitor.open("phases")
    visitor.stage.playhead.seek(3.0)
    visitor.process()
    assert visitor.stage.walk.told == ""
