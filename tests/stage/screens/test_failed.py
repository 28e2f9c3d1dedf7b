"""A page that can't be shown says sorry; nothing of another page stays, and all else goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.desk.vetting import vet
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit, Place
from kiosk.machine import folders
from kiosk.stage.choices import Choices
from kiosk.stage.evidence import Evidence
from kiosk.stage.lanes import Lanes
from kiosk.stage.moment import Moment
from kiosk.stage.page import Page
from kiosk.telling.locale import Locale, Teller
from kiosk.telling.outline import outline
from kiosk.telling.outline.outline import Outline
from kiosk.telling.outline.scribe import Scribe
from kiosk.visit.navigation import Navigation
from kiosk.visit.preferences import Preferences
from tests.meeting import SMALL, read
from tests.window import Visitor

Said = Callable[[], set[str]]


def fails(*_: object) -> NoReturn:
    raise KeyError("Izmir")


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> Said:
    """What the log says, each once; then that is forgotten."""

    def said() -> set[str]:
        found = {record.getMessage() for record in caplog.records if record.exc_info}
        caplog.clear()
        return found

    return said


def is_sorry(visitor: Visitor) -> bool:
    visitor.settle()
    return visitor.word("page_failed") in visitor.texts()


@pytest.mark.parametrize(
    ("screen", "part", "method"),
    [
        ("lessons", Page, "_tab_rows"),
        ("lessons", Page, "named"),
        ("lessons", Teller, "link"),
        ("lessons", Outline, "section"),
        ("decisions", Choices, "_rows_of"),
        ("disagreements", Evidence, "_fill"),
        ("forces", Lanes, "_fill"),
    ],
)
def test_a_page_says_sorry_and_the_next_is_shown(
    visitor: Visitor,
    monkeypatch: pytest.MonkeyPatch,
    said: Said,
    screen: str,
    part: type,
    method: str,
) -> None:
    navigation = visitor.stage.navigation
    navigation.openPanel("maps")
    with monkeypatch.context() as broken:
        broken.setattr(part, method, fails)
        navigation.openPanel(screen)
        assert is_sorry(visitor)
        assert said() == {f"{screen} 1 can't be shown"}
    navigation.openPanel("maps")
    assert not is_sorry(visitor)
    navigation.openPanel(screen)
    assert not is_sorry(visitor)


def test_what_a_failed_page_would_offer_is_not_that_of_another(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, said: Said
) -> None:
    visitor.stage.navigation.openDecision(0)
    assert visitor.stage.choices.ways.rows
    monkeypatch.setattr(Choices, "_rows_of", fails)
    visitor.stage.navigation.openDecision(1)
    assert visitor.stage.choices.ways.rows == []
    assert said() == {"decisions 2 can't be shown"}


def test_a_card_says_sorry_and_the_page_beneath_stays(
    visitor: Visitor, exhibit: Exhibit, monkeypatch: pytest.MonkeyPatch, said: Said
) -> None:
    visitor.stage.navigation.openLesson(0)
    title = str(visitor.stage.page.title)
    ref = ref_of(exhibit.people[0])
    monkeypatch.setattr(Scribe, "pictures", fails)
    visitor.stage.navigation.openCard(ref)
    assert is_sorry(visitor)
    assert str(visitor.stage.card.title) == visitor.word("page_failed")
    assert str(visitor.stage.page.title) == title
    assert said() == {f"lessons 1 {ref} can't be shown"}


def test_a_sheet_that_fails_shows_nothing_of_another(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, said: Said
) -> None:
    visitor.stage.navigation.openLesson(0)
    visitor.stage.navigation.openSheet("sources")
    visitor.stage.navigation.openLesson(1)
    monkeypatch.setattr(Evidence, "_source_rows", fails)
    visitor.stage.navigation.openSheet("sources")
    assert visitor.stage.evidence.sources.rows == []
    assert said() == {"lessons 2 sources can't be shown"}


def test_another_language_finds_all_in_it(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, said: Said
) -> None:
    visitor.stage.navigation.openLesson(0)
    with monkeypatch.context() as broken:
        broken.setattr(Page, "_tab_rows", fails)
        visitor.stage.preferences.chooseLanguage("zh")
        assert is_sorry(visitor)
        assert said() == {"lessons 1 can't be shown"}
    visitor.stage.navigation.openPanel("forces")
    visitor.stage.navigation.openSheet("order")
    tree = visitor.stage.forces.sides.rows[0].formations.rows
    name = visitor.kiosk.exhibit.indexed("formations")[tree[0].key].name
    assert tree[0].name == name.in_("zh")


@pytest.mark.parametrize(
    ("screen", "part", "method"),
    [
        ("lessons", Page, "_tab_rows"),
        ("decisions", Choices, "_rows_of"),
        ("disagreements", Evidence, "_fill"),
        ("forces", Lanes, "_fill"),
    ],
)
def test_a_page_says_sorry_in_another_language_too(
    visitor: Visitor,
    monkeypatch: pytest.MonkeyPatch,
    said: Said,
    screen: str,
    part: type,
    method: str,
) -> None:
    visitor.stage.navigation.openPanel(screen)
    with monkeypatch.context() as broken:
        broken.setattr(part, method, fails)
        visitor.stage.preferences.chooseLanguage("zh")
        assert is_sorry(visitor)
        assert said() == {f"{screen} 1 can't be shown"}
    visitor.stage.preferences.chooseLanguage("en")
    assert not is_sorry(visitor)


def test_a_part_that_cannot_be_filled_is_born_sorry(
    exhibit: Exhibit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Page, "_door_rows", fails)
    locale = Locale(exhibit, folders.resources() / "words", "zh")
    page = Page(exhibit, Navigation(exhibit), Preferences(("en",)), locale)
    assert page.title == locale.teller.phrases.say("page_failed")


def test_what_could_not_be_shown_never_reaches_the_floor(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert vet(SMALL)[1] == []
    monkeypatch.setattr(outline, "SECTIONS", outline.SECTIONS | {Place: fails})
    copy, said = vet(SMALL)
    assert copy is None
    assert len(said) == len(read(SMALL).places) > 0
    assert said[0] == (
        "forces.yaml:2:5: places[inverness]: can't be shown (KeyError: 'Izmir') "
        "(a fault of the program: please report it)"
    )


def test_a_value_that_only_the_window_reads_is_read(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Moment, "_hour_told", property(fails))
    assert "can't be shown (KeyError: 'Izmir')" in vet(SMALL)[1][0]
