"""Every screen at shapes that `kiosk check --layout` does not try: targets, overlaps, cut text."""

from __future__ import annotations

import pytest

from kiosk.machine.glass import measure
from kiosk.workbench.layout import targets, texts
from kiosk.workbench.layout.cases import CEILING
from kiosk.workbench.layout.flaw import View
from tests.meeting import Meet
from tests.window import SCREENS, Visitor

SIZES = [(1280, 720), (1600, 1200)]
CHECKS = (targets.small, targets.near, targets.cut, texts.small, texts.cut, texts.overlapping)


pairs = pytest.mark.parametrize(
    ("size", "percent", "language"),
    [(SIZES[0], 100, "en"), (SIZES[0], 200, "zh"), (SIZES[1], 100, "zh"), (SIZES[1], 200, "en")],
)
"""Each two of size, text and language together."""


def problems(visitor: Visitor, where: str) -> list[str]:
    visitor.settle()
    visitor.frame()
    size = visitor.window.width(), visitor.window.height()
    glass = measure(size, said_mm=None, reported_mm=None, distance_mm=600, floor_mm=750)
    view = View(visitor.look(), glass, CEILING)
    return [f"{where}: {flaw.message}" for check in CHECKS for flaw in check(view)]


@pairs
def test_every_screen_has_room(
    meet: Meet, size: tuple[int, int], percent: int, language: str
) -> None:
    visitor = meet(size=size)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.setTextScale(percent)
    visitor.stage.preferences.chooseLanguage(language)
    found = []
    for screen in SCREENS:
        visitor.stage.navigation.openPanel(screen)
        found += problems(visitor, screen)
    for phase in range(len(visitor.kiosk.exhibit.phases)):
        visitor.stage.navigation.openPhase(phase)
        found += problems(visitor, f"phase {phase}")
    for lesson in range(len(visitor.kiosk.exhibit.lessons)):
        visitor.stage.navigation.openLesson(lesson)
        found += problems(visitor, f"lesson {lesson}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_every_slide_has_room(meet: Meet, size: tuple[int, int]) -> None:
    visitor = meet(size=size)
    visitor.stand_still()
    found = []
    for slide in visitor.kiosk.exhibit.attract:
        found += problems(visitor, f"slide {visitor.stage.show.index}")
        visitor.time.advance_s(slide.seconds)
    assert not found, "\n".join(found)


@pairs
def test_the_warning_has_room(
    meet: Meet, size: tuple[int, int], percent: int, language: str
) -> None:
    visitor = meet(size=size, river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.setTextScale(percent)
    visitor.stage.preferences.chooseLanguage(language)
    visitor.wait_for("warning")
    found = problems(visitor, "warning")
    assert not found, "\n".join(found)
