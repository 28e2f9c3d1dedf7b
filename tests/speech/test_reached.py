"""The grammar of what the keys reach, in both languages; with neither a window nor content."""

from __future__ import annotations

import pytest

from kiosk.machine import folders
from kiosk.speech.reached import HINTS, Kind, Reached, ReachedTeller
from kiosk.telling.words import Phrases

EN, ZH = (Phrases(folders.resources() / "words", code) for code in ("en", "zh"))


@pytest.mark.parametrize(
    ("reached", "en"),
    [
        (
            Reached("Forces. Who fought", Kind.BUTTON, number=2, among=4),
            "Forces. Who fought. Button. 2 of 4.",
        ),
        (Reached("Who fought, and what became of them?"), "Who fought, and what became of them?"),
        (Reached("125%", Kind.OPTION, chosen=True, number=2, among=4), "125%. chosen. 2 of 4."),
        (Reached("Play button", Kind.BUTTON), "Play button."),
    ],
)
def test_a_thing_is_said_by_name_role_state_and_place(reached: Reached, en: str) -> None:
    assert ReachedTeller().told(reached, EN) == en


def test_the_other_language_has_its_own_signs() -> None:
    door = Reached("参战部队", Kind.BUTTON, number=2, among=4)
    assert ReachedTeller().told(door, ZH) == "参战部队。按钮。第2项，共4项。"


def test_a_hint_is_told_with_the_first_few_of_a_kind_in_a_visit() -> None:
    teller, switch = ReachedTeller(), Reached("High contrast", Kind.SWITCH, "off", chosen=False)
    first = "High contrast. Switch. off. OK turns it."
    assert [teller.told(switch, EN) for _ in range(HINTS)] == [first] * HINTS
    assert teller.told(switch, EN) == "High contrast. Switch. off."
    name = Reached("Gao Shuxun", Kind.NAME)
    assert teller.told(name, EN).endswith("OK opens its card.")
    teller.forget()
    assert teller.told(switch, EN) == first


def test_a_change_is_said_by_the_new_state_alone() -> None:
    teller = ReachedTeller()
    assert teller.state(Reached("High contrast", Kind.SWITCH, "on", chosen=True), EN) == "on."
    assert (
        teller.state(Reached("125%", Kind.OPTION, chosen=True, number=2, among=4), ZH) == "已选。"
    )
    assert teller.state(Reached("Home", Kind.BUTTON), EN) == ""
