"""The reading aids: where they are, and the language that is chosen among them."""

from __future__ import annotations

import pytest

from tests.meeting import Meet
from tests.window import SCREENS, Visitor


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("text", [100, 200])
def test_the_reading_aids_are_one_button_low_at_the_same_place(
    meet: Meet, size: tuple[int, int], text: int
) -> None:
    visitor = meet(size=size)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.setTextScale(text)
    name, height = visitor.word("comfort"), visitor.window.height()
    places = []
    for screen in (*SCREENS, "decisions", "disagreements"):
        visitor.stage.navigation.openPanel(screen)
        visitor.settle()
        visitor.frame()
        (button,) = (one for one in visitor.buttons() if one.name == name)
        assert button.area.top() > 0.8 * height
        places.append(button.area.toRect())
    assert places == [places[0]] * len(places)


def test_a_language_is_chosen_among_the_reading_aids_by_its_own_name(visitor: Visitor) -> None:
    visitor.touch(visitor.word("comfort"))
    visitor.settle()
    sheet = max(visitor.panes(), key=lambda pane: pane.area.width()).area
    for name, code in (("中文", "zh"), ("English", "en")):
        (button,) = (
            one for one in visitor.buttons() if one.name == name and sheet.contains(one.area)
        )
        visitor.touch(button)
        visitor.settle()
        assert visitor.stage.preferences.language == code
        assert button.item.property("chosen") is True
        assert visitor.stage.navigation.sheet == "comfort"
