"""Within reach of a seated visitor: all that is touched or read, and the answer to the warning."""

from __future__ import annotations

from itertools import chain

import pytest
from PySide6.QtCore import QPoint

from kiosk.machine.glass import REACH_MM
from kiosk.visit.session import State
from kiosk.workbench.layout.eyes import Seen
from tests.meeting import Meet
from tests.window import SCREENS, Visitor

HUNG = [((1080, 1920), (680, 1210), 700.0), ((1920, 1080), (952, 535), 900.0)]
"""Size in px and mm, and how high the lower edge hangs: 55 inches upright, 43 across."""

TALL = {"size": HUNG[0][0], "screen_mm": HUNG[0][1], "floor_mm": HUNG[0][2]}


def beyond(visitor: Visitor, *things: Seen) -> list[str]:
    """The names of those things that aren't wholly within 380 and 1220 mm above the floor."""
    glass, (low, high) = visitor.stage.field.glass, REACH_MM

    def out(seen: Seen) -> bool:
        top, bottom = seen.area.top() + 1, seen.area.bottom() - 1
        return glass.above_floor_mm(top) > high or glass.above_floor_mm(bottom) < low

    return [seen.name for seen in things if out(seen)]


def all_beyond(visitor: Visitor) -> list[str]:
    """The same of all that is touched, read, or stands on the map."""
    visitor.settle()
    visitor.frame()
    sight = visitor.look()
    marks = [seen for seen in sight.marks if not (seen.area.isEmpty() or sight.is_hidden(seen))]
    assert sight.targets
    assert sight.texts
    return beyond(visitor, *chain(sight.targets, sight.texts, marks))


@pytest.mark.parametrize(("size", "mm", "floor"), HUNG)
def test_the_warning_is_read_and_answered_in_reach_whatever_the_aids(
    meet: Meet, size: tuple[int, int], mm: tuple[float, float], floor: float
) -> None:
    visitor = meet(size=size, screen_mm=mm, floor_mm=floor, river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.wait_for(State.WARNING)
    visitor.frame()
    assert all_beyond(visitor) == []
    (answer,) = visitor.look().targets
    visitor.touch(answer)
    visitor.stage.preferences.toggleReachMode()
    visitor.wait_for(State.WARNING)
    assert all_beyond(visitor) == []


@pytest.mark.parametrize(("size", "mm", "floor"), HUNG)
def test_in_reach_all_is_touched_and_read_between_380_and_1220_mm(
    meet: Meet, size: tuple[int, int], mm: tuple[float, float], floor: float
) -> None:
    visitor = meet(size=size, screen_mm=mm, floor_mm=floor)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.toggleReachMode()
    assert visitor.stage.exhibit.exhibit.languages == ("en", "zh")
    for scale in (100, 200):
        visitor.stage.preferences.setTextScale(scale)
        for screen in (*SCREENS, "decisions", "disagreements"):
            visitor.stage.navigation.openPanel(screen)
            for language in ("en", "zh"):
                visitor.stage.preferences.chooseLanguage(language)
                assert all_beyond(visitor) == [], (screen, scale, language)
        for sheet in ("sources", "comfort", "key", "positions", "menu"):
            visitor.stage.navigation.openSheet(sheet)
            assert all_beyond(visitor) == [], (sheet, scale)
        visitor.stage.navigation.closeSheet()


def test_without_reach_all_of_the_glass_is_used(meet: Meet) -> None:
    visitor = meet(**TALL, river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.open("phases")
    assert all_beyond(visitor)
    visitor.stage.preferences.toggleReachMode()
    assert all_beyond(visitor) == []
    visitor.stage.session.leave()
    field = visitor.stage.field.area
    assert (field.y(), field.height()) == (0, visitor.window.height())


def test_the_map_in_reach_opens_what_is_touched_on_it(meet: Meet) -> None:
    visitor = meet(**TALL, river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.toggleReachMode()
    visitor.stage.navigation.openPanel("phases")
    visitor.settle()
    visitor.frame()
    mark = visitor.seen_symbols()[0]
    visitor.tap_map(mark.centre)
    assert str(visitor.stage.navigation.card).startswith("formations/")
    visitor.stage.navigation.closeCard()
    before = visitor.screen
    visitor.tap_map(QPoint(visitor.window.width() // 2, 20))  # the picture above: nothing is there
    assert (visitor.stage.navigation.card, visitor.screen) == ("", before)
