"""Visit after visit leaves nothing behind."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QPoint

from tests.stage.window import Visitor, objects, walk

VISITS = 20
WARM_UP = 12
"""Visits until caches are full: every door four times."""


def visit(visitor: Visitor, number: int) -> None:
    """Wakes the kiosk, goes through a door, uses what is there, and leaves."""
    stage, navigation = visitor.stage, visitor.stage.navigation
    visitor.touch_at(QPoint(640, 3))
    visitor.stand_still()
    panel = stage.doors.rows[number % 4]["key"]
    navigation.openPanel(panel)
    navigation.forward()
    visitor.process()
    navigation.openSources()
    visitor.process()
    navigation.openCard(f"formations/{visitor.kiosk.exhibit.formations[number % 5].id}")
    stage.preferences.nextLanguage()
    stage.playhead.step(24)
    stage.zoomBy(1.6)
    visitor.process()
    visitor.touch(visitor.word("home"))
    visitor.leave()


def count(visitor: Visitor) -> tuple[int, int, int, int]:
    """QObjects, items and Python's wrappers of them, and waits, at rest in the attract show."""
    visitor.settle()
    visitor.time.advance_s(0)
    gc.collect()
    wrapped = sum(isinstance(thing, QObject) for thing in gc.get_objects())
    items = sum(1 for _ in walk(visitor.window.contentItem()))
    return objects([visitor.window, visitor.stage]), items, wrapped, visitor.time.waiting()


def rest(visitor: Visitor) -> None:
    """The first slide, a moment after it came up."""
    visitor.touch_at(QPoint(640, 3))
    visitor.stage.session.leave()
    visitor.settle()


def test_two_hundred_visits_leave_object_counts_flat(passer_by: Visitor) -> None:
    for number in range(WARM_UP):
        visit(passer_by, number)
    rest(passer_by)
    first = count(passer_by)
    for number in range(VISITS):
        visit(passer_by, number)
    rest(passer_by)
    assert count(passer_by) == first
