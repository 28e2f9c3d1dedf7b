"""The ways through the exhibit: doors, swipes, home, and letting go of a button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from kiosk.exhibit.model import Exhibit
from tests.window import PANELS, Visitor, spans

ACROSS = 45
"""Millimetres of a swipe."""


def on_the_text(visitor: Visitor) -> QPoint:
    """The middle of the widest text that a screen has for reading."""
    return max(visitor.panes(), key=lambda pane: pane.area.width()).centre


def read_through(visitor: Visitor) -> None:
    """Swipes through all pages of a screen's text but the last, each of which turns one."""
    visitor.settle()
    for pane in visitor.reading():
        assert pane.property("page") == 0
        for page in range(1, len(spans(pane))):
            visitor.swipe(on_the_text(visitor), -ACROSS)
            assert pane.property("page") == page


def foot(visitor: Visitor) -> QPoint:
    return visitor.door("forces").centre


def test_a_touch_on_a_door_opens_its_panel_and_home_is_one_away(visitor: Visitor) -> None:
    for panel in PANELS:
        visitor.touch(visitor.door(panel))
        assert visitor.screen == panel
        visitor.settle()
        visitor.touch(visitor.word("home"))
        assert visitor.screen == "home"
        visitor.settle()


def test_the_doors_stay_at_hand_in_every_panel(visitor: Visitor) -> None:
    for panel in PANELS:
        for other in PANELS:
            visitor.open(panel)
            visitor.open(other)


@pytest.mark.parametrize("percent", [100, 200])
def test_swipes_along_the_foot_reach_every_panel_and_lead_back(
    visitor: Visitor, percent: int
) -> None:
    visitor.open("phases")
    at = foot(visitor)
    visitor.stage.preferences.setTextScale(percent)
    visitor.settle()
    found = [visitor.screen]
    for way in (-ACROSS,) * 4 + (ACROSS,) * 4:
        visitor.swipe(at, way)
        found.append(visitor.screen)
    assert found == [*PANELS, "lessons", *reversed(PANELS[:-1]), "home"]


def test_swipes_on_the_text_lead_through_the_tour_and_back(
    visitor: Visitor, exhibit: Exhibit
) -> None:
    phases, lessons = len(exhibit.phases), len(exhibit.lessons)
    tour = [
        ("home", 0),
        *(("phases", i) for i in range(phases)),
        ("forces", phases - 1),
    ]
    for screen, phase in tour[1:]:
        read_through(visitor)
        visitor.swipe(on_the_text(visitor), -ACROSS)
        assert (visitor.screen, visitor.stage.navigation.phase) == (screen, phase)
    visitor.touch(visitor.door("lessons"))
    for lesson in range(1, lessons):
        read_through(visitor)
        visitor.swipe(on_the_text(visitor), -ACROSS)
        assert (visitor.screen, visitor.stage.navigation.lesson) == ("lessons", lesson)
    visitor.touch(visitor.door("forces"))
    visitor.swipe(foot(visitor), ACROSS)  # the lanes are no text
    assert (visitor.screen, visitor.stage.navigation.phase) == tour[-2]
    for screen, phase in reversed(tour[:-2]):
        visitor.swipe(on_the_text(visitor), ACROSS)
        assert (visitor.screen, visitor.stage.navigation.phase) == (screen, phase)


def test_the_lessons_have_buttons_for_the_swipe(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.open("lessons")
    for lesson in range(1, len(exhibit.lessons)):
        visitor.touch(visitor.word("next"))
        assert visitor.stage.navigation.lesson == lesson
    for lesson in reversed(range(len(exhibit.lessons) - 1)):
        visitor.touch(visitor.word("previous"))
        assert visitor.stage.navigation.lesson == lesson


def test_a_short_slip_of_the_finger_is_no_swipe(visitor: Visitor) -> None:
    visitor.open("phases")
    for direction in (-1, 1):
        visitor.swipe(on_the_text(visitor), direction * 8)
        assert (visitor.screen, visitor.stage.navigation.phase) == ("phases", 0)


def test_sliding_off_a_door_does_not_open_it(visitor: Visitor) -> None:
    for panel in PANELS:
        at = visitor.door(panel).centre
        visitor.drag(at, QPoint(at.x(), at.y() - round(70 * visitor.mm)))
        assert visitor.screen == "home", panel


def test_sliding_off_a_button_does_not_press_it(visitor: Visitor) -> None:
    visitor.open("lessons")
    for key in ("how_known", "next", "home"):
        at = visitor.button(visitor.word(key)).centre
        visitor.drag(at, QPoint(at.x(), at.y() - round(45 * visitor.mm)))
        assert visitor.screen == "lessons", key
        assert (visitor.stage.navigation.lesson, visitor.stage.navigation.sheet) == (0, ""), key


def test_a_button_acts_on_release_not_on_press(visitor: Visitor) -> None:
    visitor.open("lessons")
    at = visitor.button(visitor.word("how_known")).centre
    visitor.down(at)
    assert visitor.stage.navigation.sheet == ""
    visitor.up(at)
    assert visitor.stage.navigation.sheet == "sources"
