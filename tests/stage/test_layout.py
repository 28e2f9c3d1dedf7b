"""Every screen at every shape, text size and language: targets, overlaps, cut and small text."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from tests.stage.conftest import Meet
from tests.stage.window import SCREENS, Seen, Visitor, inherits, plain, seen_area, whole_area

SIZES = [(1280, 720), (1920, 1080), (1080, 1920), (1600, 1200)]
TARGET_MM = 20
NO_WRAP = 0
FREE_AT_THE_LEFT = {1: 0.0, 2: 1.0, 4: 0.5, 8: 0.0}
"""How much of a Text's free room is at its left, by Text.horizontalAlignment."""
ON_THE_MAP = ("FormationSymbol", "PlaceName")


def above(item: QQuickItem) -> Iterator[QQuickItem]:
    """What the item is in, from near to far."""
    parent = item.parentItem()
    while parent is not None:
        yield parent
        parent = parent.parentItem()


def is_scrolled(item: QQuickItem) -> bool:
    return any(inherits(parent, "QQuickFlickable") for parent in above(item))


def is_on_the_map(item: QQuickItem) -> bool:
    return any(parent.metaObject().className().startswith(ON_THE_MAP) for parent in above(item))


def choice(item: QQuickItem, name: str) -> int:
    """A property whose type is one of Text's enums, which Python cannot read directly."""
    value, _ = QQmlExpression(qmlContext(item), item, f"Number({name})").evaluate()
    return int(value)


def painted(item: QQuickItem) -> QRectF:
    """Where the letters of a Text are."""
    area = whole_area(item)
    sides = ("leftPadding", "topPadding", "rightPadding", "bottomPadding")
    left, top, right, bottom = (item.property(side) for side in sides)
    area.adjust(left, top, -right, -bottom)
    width, height = item.property("paintedWidth"), item.property("paintedHeight")
    free = FREE_AT_THE_LEFT[choice(item, "horizontalAlignment")]
    area.translate((area.width() - width) * free, 0)
    return QRectF(area.left(), area.top(), width, height)


def small_targets(visitor: Visitor) -> Iterator[str]:
    least = TARGET_MM * visitor.mm - 1
    for button in visitor.buttons():
        if min(button.item.width(), button.item.height()) < least:
            yield (
                f"{button.name!r} is {button.item.width():.0f} x {button.item.height():.0f} px,"
                f" less than {least}"
            )


def cut_targets(visitor: Visitor) -> Iterator[str]:
    for button in visitor.buttons():
        whole = whole_area(button.item)
        if not is_scrolled(button.item) and seen_area(button.item) != whole:
            yield f"{button.name!r} is cut off by an edge"


def overlapping_targets(visitor: Visitor) -> Iterator[str]:
    def met(one: Seen, other: Seen) -> bool:
        both = one.area.intersected(other.area)
        return both.width() > 1 and both.height() > 1

    for one, other in itertools.combinations(visitor.buttons(), 2):
        if met(one, other):
            yield f"{one.name!r} and {other.name!r} overlap"


def bad_text(visitor: Visitor) -> Iterator[str]:
    width, height = visitor.window.width(), visitor.window.height()
    least = int(visitor.stage.bodyPx * 0.85)
    for item in visitor.text_items():
        text = plain(str(item.property("text")))[:40]
        area = painted(item)
        font: QFont = item.property("font")
        if font.pixelSize() < least:
            yield f"{text!r} is {font.pixelSize()} px, less than {least}"
        if area.left() < -1 or area.right() > width + 1:
            yield f"{text!r} is cut by the side of the screen"
        if not is_scrolled(item) and (area.top() < -2 or area.bottom() > height + 2):
            yield f"{text!r} is cut by the top or the bottom of the screen"
        if choice(item, "wrapMode") != NO_WRAP and area.width() > item.width() + 1:
            yield f"{text!r} is wider than its room"
        if item.property("truncated"):
            yield f"{text!r} is cut short"


def text_outside_its_button(visitor: Visitor) -> Iterator[str]:
    buttons = [(button, whole_area(button.item)) for button in visitor.buttons()]
    for item in visitor.text_items():
        for button, area in buttons:
            if button.item in above(item):
                letters = painted(item)
                if letters.left() < area.left() - 1 or letters.right() > area.right() + 1:
                    yield f"the words of {button.name!r} stand out of it"


def overlapping_text(visitor: Visitor) -> Iterator[str]:
    # Line boxes are taller than letters: what overlaps by less than half an em is no collision.
    texts = [item for item in visitor.text_items() if not is_on_the_map(item)]
    for one, other in itertools.combinations(texts, 2):
        both = painted(one).intersected(seen_area(one))
        both = both.intersected(painted(other).intersected(seen_area(other)))
        em = min(one.property("font").pixelSize(), other.property("font").pixelSize())
        if both.width() > 2 and both.height() > em / 2:
            names = [plain(str(item.property("text")))[:30] for item in (one, other)]
            yield f"{names[0]!r} stands on {names[1]!r}"


CHECKS = [
    small_targets,
    cut_targets,
    overlapping_targets,
    bad_text,
    text_outside_its_button,
    overlapping_text,
]


def problems(visitor: Visitor, where: str) -> list[str]:
    visitor.settle()
    visitor.frame()
    return [f"{where}: {problem}" for check in CHECKS for problem in check(visitor)]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_every_screen_has_room(meet: Meet, size: tuple[int, int], percent: int) -> None:
    visitor = meet(size=size)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.setTextScale(percent)
    found = []
    for language in visitor.stage.preferences.languages:
        visitor.stage.preferences.chooseLanguage(language)
        for screen in SCREENS:
            visitor.stage.navigation.openPanel(screen)
            found += problems(visitor, f"{screen} {language}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1080, 1920)], ids=["landscape", "portrait"])
def test_every_phase_and_lesson_has_room(meet: Meet, size: tuple[int, int], percent: int) -> None:
    visitor = meet(size=size)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.setTextScale(percent)
    found = []
    for language in visitor.stage.preferences.languages:
        visitor.stage.preferences.chooseLanguage(language)
        for phase in range(len(visitor.stage.timeline.segments.rows)):
            visitor.stage.navigation.openPhase(phase)
            found += problems(visitor, f"phase {phase} {language}")
        for lesson in range(len(visitor.kiosk.exhibit.lessons)):
            visitor.stage.navigation.openLesson(lesson)
            found += problems(visitor, f"lesson {lesson} {language}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_every_slide_has_room(meet: Meet, size: tuple[int, int]) -> None:
    visitor = meet(size=size)
    visitor.stand_still()
    found = []
    for _ in range(len(visitor.kiosk.exhibit.attract)):
        found += problems(visitor, f"slide {visitor.stage.show.index}")
        slide = visitor.kiosk.exhibit.attract[visitor.stage.show.index]
        visitor.time.advance_s(slide.seconds)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1080, 1920)], ids=["landscape", "portrait"])
def test_the_warning_has_room(meet: Meet, size: tuple[int, int], percent: int) -> None:
    visitor = meet(size=size)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.setTextScale(percent)
    found = []
    for language in visitor.stage.preferences.languages:
        visitor.stage.preferences.chooseLanguage(language)
        visitor.wait_for("warning")
        stay = visitor.button(visitor.word("stay"))
        if stay.area != whole_area(stay.item):
            found.append(f"{language}: the button is cut off")
        found += [f"{language}: {problem}" for problem in bad_text(visitor)]
        visitor.touch(stay)
    assert not found, "\n".join(found)
