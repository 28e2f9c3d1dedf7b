"""Scenes in the window: solved before they are touched; what stands on the map comes and goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.exhibit.model import Exhibit
from kiosk.map.picture import Cartographer, Drawing, MapPicture
from kiosk.map.signs.style import FADE_MS
from kiosk.map.viewport import Viewport
from kiosk.stage.foresight import PAUSE_MS, REST_MS
from kiosk.stage.page import record_of
from kiosk.visit.navigation import Screen
from kiosk.workbench.layout.motion import side_of_name
from tests.meeting import Meet
from tests.window import Visitor

TICK_MS = 100
LONG_ENOUGH_MS = REST_MS + 60 * PAUSE_MS


@pytest.fixture
def passer_by(meet: Meet) -> Visitor:
    """Somebody before a kiosk that solves every picture itself."""
    return meet(shared=False)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The moments of the pictures that are begun to be drawn."""
    found: list[str] = []
    drawing = Cartographer.drawing

    def noted(self: Cartographer, *asked: Any, **how: Any) -> Drawing:
        found.append(str(asked[0]))
        return drawing(self, *asked, **how)

    monkeypatch.setattr(Cartographer, "drawing", noted)
    return found


def test_the_next_stop_is_solved_while_all_rests(
    visitor: Visitor, exhibit: Exhibit, begun: list[str]
) -> None:
    visitor.open("phases")
    visitor.stage.navigation.forward()
    visitor.settle()
    visitor.time.advance(REST_MS - 1)
    begun.clear()
    visitor.time.advance(LONG_ENOUGH_MS)
    assert str(exhibit.phases[2].moment) in begun
    assert str(exhibit.phases[0].moment) not in begun  # somebody was there
    begun.clear()
    visitor.stage.navigation.forward()
    visitor.settle()
    assert visitor.stage.situation.picture.signs
    assert begun == []


def test_each_stop_of_the_tour_is_solved_ahead_after_the_first_of_its_kind(
    visitor: Visitor, exhibit: Exhibit, begun: list[str]
) -> None:
    visitor.open("phases")
    navigation, seen, found = visitor.stage.navigation, {(Screen.PHASES, True)}, []
    before = None
    while navigation.stop != before:
        visitor.stage.session.touch()
        visitor.time.advance(LONG_ENOUGH_MS)
        begun.clear()
        before = navigation.stop
        navigation.forward()
        visitor.settle()
        record = record_of(exhibit, navigation.stop)
        kind = navigation.screen, record is None or record.view is not None
        if kind in seen and begun:
            found.append(f"{navigation.screen} {navigation.stop.index}")
        seen.add(kind)
    assert len(seen) > len(Screen) - 2
    assert found == []


def test_what_is_solved_ahead_is_what_is_seen(visitor: Visitor, begun: list[str]) -> None:
    def seen(*, ahead: bool) -> Iterator[MapPicture]:
        for turn in (visitor.stage.navigation.forward, visitor.stage.navigation.back) * 2:
            if ahead:
                visitor.time.advance(LONG_ENOUGH_MS)
            turn()
            visitor.settle()
            yield visitor.stage.situation.picture

    visitor.open("phases")
    at_once = [*seen(ahead=False)]
    assert begun
    assert [*seen(ahead=True)] == at_once


def test_nothing_is_solved_while_the_campaign_plays_or_nobody_is_there(
    visitor: Visitor, begun: list[str]
) -> None:
    visitor.open("phases")
    visitor.stage.timeline.playPhase()
    for _ in range(20):
        visitor.time.advance(TICK_MS)
        begun.clear()
        visitor.time.advance(1)
        assert begun == []
    visitor.leave()
    begun.clear()
    visitor.time.advance(LONG_ENOUGH_MS)
    assert begun == []


def played(visitor: Visitor) -> Iterator[tuple[Viewport | None, dict[str, str]]]:
    """The viewport, and the side of each place's name, at each tick of a phase."""
    visitor.open("phases")
    visitor.stage.navigation.openPhase(1)
    visitor.settle()
    visitor.stage.timeline.playPhase()
    while visitor.stage.playhead.playing:
        visitor.stage.session.touch()
        visitor.time.advance(TICK_MS)
        visitor.process()
        picture = visitor.stage.situation.picture
        names = {name.key: side_of_name(name) for name in picture.names if name.dot and name.lead}
        yield picture.memory.viewport, names


def test_a_name_comes_back_to_its_side(visitor: Visitor) -> None:
    sides: dict[str, str] = {}
    seen: Viewport | None = None
    away: set[str] = set()
    back = 0
    for viewport, now in played(visitor):
        if viewport != seen:
            seen, sides, away = viewport, {}, set()
        back += len(now.keys() & away)
        assert {key: sides[key] for key in now if key in sides}.items() <= now.items()
        sides |= now
        away = sides.keys() - now.keys()
    assert back


def leaving(visitor: Visitor) -> list[float]:
    """How much is seen of each thing that has gone and is not let go of."""
    return [item.opacity() for item in visitor.named("Leaving") if item.isVisible()]


def test_what_stands_on_the_map_fades_as_it_comes_and_goes(passer_by: Visitor) -> None:
    passer_by.wake()
    passer_by.open("phases")
    passer_by.stage.navigation.openPhase(2)
    passer_by.settle()
    assert max(leaving(passer_by), default=0.0) == 0
    assert all(item.opacity() == 1 for item in passer_by.stands())
    passer_by.stage.atlas.toggleLayer("units")
    passer_by.process()
    gone = leaving(passer_by)
    assert gone
    assert max(gone) > 0
    assert not passer_by.stage.situation.signs.rows
    passer_by.settle()
    assert max(leaving(passer_by)) == 0
    passer_by.time.advance(2 * FADE_MS)
    passer_by.process()
    assert leaving(passer_by) == []
    passer_by.stage.atlas.toggleLayer("units")
    passer_by.process()
    assert min(item.opacity() for item in passer_by.stands()) < 1
    passer_by.settle()
    assert all(item.opacity() == 1 for item in passer_by.stands())


def test_with_less_motion_it_is_there_or_not(visitor: Visitor) -> None:
    visitor.open("phases")
    visitor.stage.navigation.openPhase(2)
    visitor.settle()
    visitor.stage.atlas.toggleLayer("units")
    visitor.process()
    assert max(leaving(visitor), default=0.0) == 0
    visitor.stage.atlas.toggleLayer("units")
    visitor.process()
    assert visitor.stands()
    assert all(item.opacity() == 1 for item in visitor.stands())
