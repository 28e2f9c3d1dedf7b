"""Visit after visit leaves nothing behind."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint

from kiosk.exhibit.kinds import ref_of
from tests.meeting import CONTENT, SMALL, Meet
from tests.window import Visitor, objects, walk

WARM_UP = 8
"""Visits until caches are full: every door twice."""

ROUND = 12
"""Visits in which every door is met with every card, in each of two languages."""


def visit(visitor: Visitor, number: int) -> None:
    """Wakes the kiosk, goes through a door, uses what is there, and leaves."""
    stage, navigation = visitor.stage, visitor.stage.navigation
    visitor.touch_at(QPoint(640, 3))
    visitor.stand_still()
    panel = stage.page.doors.rows[number % 4].key
    navigation.openPanel(panel)
    navigation.forward()
    visitor.process()
    navigation.openSheet("sources")
    visitor.process()
    navigation.openCard(ref_of(visitor.kiosk.exhibit.formations[number % 3]))
    stage.preferences.nextLanguage()
    stage.playhead.step(24)
    stage.atlas.zoomBy(1.6)
    visitor.process()
    visitor.touch(visitor.word("home"))
    visitor.leave()


def count(visitor: Visitor) -> tuple[int, int, int]:
    """QObjects, items and running waits, at rest in the attract show."""
    visitor.settle()
    items = sum(1 for _ in walk(visitor.window.contentItem()))
    return objects([visitor.window, visitor.stage]), items, visitor.time.waiting()


def wrapped() -> int:
    """How many QObjects Python holds."""
    gc.collect()
    return sum(isinstance(thing, QObject) for thing in gc.get_objects())


def rest(visitor: Visitor) -> None:
    """The first slide, a moment after it came up."""
    visitor.touch_at(QPoint(640, 3))
    visitor.stage.session.leave()
    visitor.settle()


@pytest.mark.parametrize(("folder", "visits"), [(SMALL, 2 * ROUND), (CONTENT, ROUND)])
def test_visits_leave_object_counts_flat(meet: Meet, folder: Path, visits: int) -> None:
    passer_by = meet(folder)
    for number in range(WARM_UP):
        visit(passer_by, number)
    rest(passer_by)
    first = count(passer_by)
    held = wrapped()  # now that the count has had each of them in hand
    for number in range(visits):
        visit(passer_by, number)
    rest(passer_by)
    assert wrapped() <= held
    assert count(passer_by) == first
