"""The touch that wakes the exhibit presses nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.meeting import Meet
from tests.window import PANELS, Visitor

Act = Callable[[Visitor, QPoint], None]


def by_finger(visitor: Visitor, at: QPoint) -> None:
    visitor.touch_at(at)


def by_mouse(visitor: Visitor, at: QPoint) -> None:
    visitor.click_at(at)


@pytest.mark.parametrize("act", [by_finger, by_mouse])
@pytest.mark.parametrize("panel", PANELS)
def test_a_touch_where_a_door_will_be_wakes_and_opens_nothing(
    visitor: Visitor, panel: str, act: Act
) -> None:
    at = visitor.door(panel).centre
    visitor.leave()
    act(visitor, at)
    assert (visitor.state, visitor.screen) == ("visit", "home")
    visitor.settle()
    act(visitor, at)
    assert visitor.screen == panel


def test_a_key_wakes_and_presses_nothing(visitor: Visitor) -> None:
    visitor.door("maps").item.forceActiveFocus()
    visitor.leave()
    visitor.key(Qt.Key.Key_Return)
    assert (visitor.state, visitor.screen) == ("visit", "home")


def test_a_key_presses_what_has_the_focus_once_awake(visitor: Visitor) -> None:
    visitor.door("maps").item.forceActiveFocus()
    visitor.key(Qt.Key.Key_Return)
    assert visitor.screen == "maps"


def test_a_drag_that_wakes_moves_nothing(visitor: Visitor) -> None:
    visitor.leave()
    middle = QPoint(visitor.window.width() // 4, visitor.window.height() // 3)
    visitor.swipe(middle, -60)
    assert (visitor.state, visitor.screen) == ("visit", "home")
    visitor.swipe(middle, -60)
    assert visitor.screen == "phases"


def test_a_touch_that_answers_the_warning_presses_nothing_beneath(visitor: Visitor) -> None:
    at = visitor.door("maps").centre
    visitor.wait_for("warning")
    visitor.touch_at(at)
    assert (visitor.state, visitor.screen) == ("visit", "home")


def shown(visitor: Visitor) -> bool:
    return visitor.window.cursor().shape() is not Qt.CursorShape.BlankCursor


def test_the_arrow_comes_with_the_mouse_and_goes_with_a_touch(passer_by: Visitor) -> None:
    assert not shown(passer_by)
    for x in range(2):
        QTest.mouseMove(passer_by.window, QPoint(100 + x, 100))
        assert shown(passer_by)
        passer_by.touch_at(QPoint(300, 3))
        assert not shown(passer_by)
    passer_by.click_at(QPoint(120, 100))
    assert shown(passer_by)
    passer_by.time.advance_s(5)
    assert not shown(passer_by)


def test_no_mouse_brings_the_arrow_where_nobody_operates_it(meet: Meet) -> None:
    watcher = meet(lobby=True)
    QTest.mouseMove(watcher.window, QPoint(100, 100))
    assert not shown(watcher)
