"""A lesson's proofs: a touch on a number brings the map to its hour and place, and back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, qGray
from PySide6.QtQuick import QQuickItem

from kiosk.exhibit.model import Exhibit, Lesson
from tests.window import Visitor

INK = 110
"""The light of letters, 0 to 255."""

GAP = "lesson-gap"


@pytest.fixture
def lesson(exhibit: Exhibit) -> Lesson:
    found: Lesson = exhibit.indexed("lessons")[GAP]
    return found


@pytest.fixture
def reading(visitor: Visitor, exhibit: Exhibit, lesson: Lesson) -> Visitor:
    visitor.wake()
    visitor.stage.navigation.openLesson(exhibit.lessons.index(lesson))
    visitor.settle()
    return visitor


def mark(visitor: Visitor, number: int) -> QQuickItem:
    return next(it for it in visitor.named("ProofMark") if it.property("number") == number)


def middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(item.boundingRect().center()).toPoint()


def link(visitor: Visitor, number: int) -> QPoint:
    """A point of the number in the text."""
    key = f"proofs/{number}"
    text: Any = next(it for it in visitor.named("") if key in str(it.property("text")))
    area = text.areaOf(key)
    at: QPoint = text.mapToScene(area.center()).toPoint()
    return at


def chosen_ground(visitor: Visitor) -> list[QQuickItem]:
    return [it for it in visitor.named("ChosenLink") if it.isVisible() and it.width() > 0]


def test_claim_proofs_who_and_against_stand_on_one_page(reading: Visitor, lesson: Lesson) -> None:
    told = " ".join(reading.texts())
    for words in (lesson.text, lesson.claimed_by, lesson.against):
        assert words.in_("en") in told
    assert not reading.has_button(reading.word("page_down"))
    numbers = [sign.number for sign in reading.stage.situation.picture.proofs]
    assert numbers == [1, 2, 3]


def test_a_number_on_the_map_brings_its_hour_and_back(reading: Visitor, lesson: Lesson) -> None:
    stage = reading.stage
    own = stage.camera.scale
    reading.touch_at(middle(mark(reading, 1)))
    reading.settle()
    assert stage.navigation.proof == 1
    assert stage.playhead.moment == lesson.proofs[0].moment
    assert stage.camera.scale > own
    assert len(chosen_ground(reading)) == 1
    assert [sign.number for sign in stage.situation.picture.proofs if sign.chosen] == [1]
    reading.touch_at(middle(mark(reading, 1)))
    reading.settle()
    assert (stage.navigation.proof, stage.playhead.moment) == (0, lesson.moment)
    assert stage.camera.scale == pytest.approx(own)
    assert chosen_ground(reading) == []


def test_a_number_in_the_text_and_another_after_it(reading: Visitor, lesson: Lesson) -> None:
    reading.touch_at(link(reading, 1))
    reading.settle()
    assert reading.stage.navigation.proof == 1
    assert reading.stage.playhead.moment == lesson.proofs[0].moment
    reading.touch_at(link(reading, 3))
    reading.settle()
    assert reading.stage.navigation.proof == 3
    assert reading.stage.playhead.moment == lesson.proofs[2].moment


def test_a_number_by_key_and_by_assistive_technology(reading: Visitor) -> None:
    marked = mark(reading, 1)
    marked.forceActiveFocus()
    reading.key(Qt.Key.Key_Return)
    reading.process()
    assert reading.stage.navigation.proof == 1
    face = QAccessible.queryAccessibleInterface(mark(reading, 2))
    assert face.role() == QAccessible.Role.Button
    assert face.text(QAccessible.Text.Name).startswith("2: ")
    actions = face.actionInterface()
    actions.doAction(actions.pressAction())
    reading.process()
    assert reading.stage.navigation.proof == 2


def test_numbers_are_20_mm_to_press(reading: Visitor) -> None:
    for item in reading.named("ProofMark"):
        assert min(item.width(), item.height()) >= 20 * reading.mm - 1


def test_another_stop_has_no_proofs_of_this_one(reading: Visitor) -> None:
    reading.stage.navigation.openProof(2)
    reading.stage.navigation.openDecision(0)
    reading.settle()
    assert reading.stage.navigation.proof == 0
    assert reading.stage.situation.picture.proofs == ()
    assert reading.named("ProofMark") == []


def test_a_chosen_number_stands_where_its_link_stood(reading: Visitor) -> None:
    reading.touch_at(link(reading, 2))
    reading.settle()
    (ground,) = chosen_ground(reading)
    area = ground.mapRectToScene(ground.boundingRect()).toAlignedRect()
    chosen = digit(reading, area)
    assert chosen > area.height() / 2
    ground.setOpacity(0)
    assert digit(reading, area) == chosen


def digit(visitor: Visitor, area: QRect) -> int:
    """The last row of px of the digit in the middle of an area."""
    picture = visitor.kiosk.window.grabWindow().copy(area)
    across = range(area.width() * 2 // 5, area.width() * 3 // 5)
    rows = range(area.height() // 2, area.height())
    return next(y for y in rows if all(qGray(picture.pixel(x, y)) < INK for x in across))
