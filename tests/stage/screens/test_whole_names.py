"""Short Chinese names stay whole where their labels and notes take more than a line."""

from __future__ import annotations

import pytest

from tests.meeting import Meet

LARGE, UPRIGHT = 200, (1080, 1920)


@pytest.mark.parametrize(
    ("panel", "sheet"), [("maps", "key"), ("maps", "positions"), ("phases", "none")]
)
def test_no_line_ends_within_a_short_name(meet: Meet, panel: str, sheet: str) -> None:
    visitor = meet(size=UPRIGHT, river=False)
    visitor.wake()
    preferences, stage = visitor.stage.preferences, visitor.stage
    preferences.chooseLanguage("zh")
    preferences.setTextScale(LARGE)
    visitor.open(panel)
    if sheet != "none":
        stage.navigation.openSheet(sheet)
    visitor.settle()
    together, broken, whole = stage.locale.teller.together, [], 0
    for text in visitor.text_items():
        kept, shown = together(text.words), str(text.item.property("text"))
        if kept != text.words and "<" not in shown and text.item.property("lineCount") > 1:
            whole += shown == kept
            if shown != kept:
                broken.append(text.words)
    assert not broken
    assert whole or panel == "phases"
