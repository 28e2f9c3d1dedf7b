"""A visitor's choices: what changes them, what cannot, and that all go back."""

from __future__ import annotations

import pytest

from kiosk.visit.preferences import Preferences

CHOICES = ("language", "textScale", "highContrast", "reducedMotion", "reachMode", "easyTexts")


class Watched:
    """Preferences, with the names of what has changed."""

    def __init__(self, *languages: str) -> None:
        self.it = Preferences(languages)
        self.changed: list[str] = []
        self._slots = [self._noting(name) for name in CHOICES]

    def _noting(self, name: str) -> object:
        def note() -> None:
            self.changed.append(name)

        getattr(self.it, f"{name}Changed").connect(note)
        return note

    def values(self) -> tuple[object, ...]:
        return tuple(getattr(self.it, name) for name in CHOICES)


@pytest.fixture
def watched() -> Watched:
    return Watched("xx", "yy", "zz")


def test_the_first_language_is_what_a_visitor_meets(watched: Watched) -> None:
    assert watched.values() == ("xx", 100, False, False, False, False)
    assert watched.it.languages == ["xx", "yy", "zz"]


@pytest.mark.parametrize(
    ("code", "after", "changed"),
    [("yy", "yy", ["language"]), ("xx", "xx", []), ("qq", "xx", []), ("", "xx", [])],
)
def test_only_the_exhibits_languages_can_be_chosen(
    watched: Watched, code: str, after: str, changed: list[str]
) -> None:
    watched.it.chooseLanguage(code)
    assert (watched.it.language, watched.changed) == (after, changed)


def test_the_languages_go_round(watched: Watched) -> None:
    met = []
    for _ in range(4):
        met.append(watched.it.language)
        watched.it.nextLanguage()
    assert met == ["xx", "yy", "zz", "xx"]


def test_with_one_language_the_next_is_the_same() -> None:
    watched = Watched("xx")
    watched.it.nextLanguage()
    assert (watched.it.language, watched.changed) == ("xx", [])


@pytest.mark.parametrize(
    ("percent", "after"),
    [(100, 100), (125, 125), (150, 150), (200, 200), (175, 100), (0, 100), (-125, 100)],
)
def test_only_the_four_text_sizes_can_be_set(watched: Watched, percent: int, after: int) -> None:
    watched.it.setTextScale(percent)
    assert watched.it.textScale == after
    assert watched.changed == ([] if after == 100 else ["textScale"])


@pytest.mark.parametrize(
    ("name", "slot"),
    [
        ("highContrast", "toggleHighContrast"),
        ("reducedMotion", "toggleReducedMotion"),
        ("reachMode", "toggleReachMode"),
    ],
)
def test_a_switch_goes_on_and_off(watched: Watched, name: str, slot: str) -> None:
    toggle = getattr(watched.it, slot)
    toggle()
    assert getattr(watched.it, name) is True
    toggle()
    assert getattr(watched.it, name) is False
    assert watched.changed == [name, name]


def test_reset_puts_all_back_and_says_so_once(watched: Watched) -> None:
    before = watched.values()
    watched.it.chooseLanguage("zz")
    watched.it.setTextScale(200)
    watched.it.toggleHighContrast()
    watched.it.toggleReducedMotion()
    watched.it.toggleReachMode()
    watched.it.toggleEasyTexts()
    watched.changed.clear()
    watched.it.reset()
    assert watched.values() == before
    assert sorted(watched.changed) == sorted(CHOICES)


def test_a_machine_that_stands_still_does_so_again_after_a_visit() -> None:
    preferences = Preferences(("xx",), still=True)
    assert (preferences.reducedMotion, preferences.still) == (True, True)
    preferences.toggleReducedMotion()
    assert preferences.reducedMotion is False
    preferences.reset()
    assert preferences.reducedMotion is True


def test_reset_of_what_nobody_changed_is_silent(watched: Watched) -> None:
    watched.it.reset()
    assert watched.changed == []
