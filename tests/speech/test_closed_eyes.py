"""Closed eyes: somebody with five keys and headphones, who knows nothing but what is said."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from kiosk.machine import folders
from kiosk.machine.settings import Settings, Speech
from kiosk.speech.breaths import cleaned, same
from kiosk.speech.narrating import lines_of
from kiosk.speech.reached import HINTED
from kiosk.speech.transcript import LACKING
from kiosk.speech.voicings import INDEX
from kiosk.workbench import new
from kiosk.workbench.layout.eyes import plain
from tests.meeting import CONTENT, Meet, read
from tests.speech.listening import JACKED, KEY, Listener
from tests.window import Visitor, alone

NEXT, PREVIOUS, OK = KEY.Key_Down, KEY.Key_Up, KEY.Key_Return
MOST = 300
"""More stops than any screen has."""


class Driver(Listener):
    """Goes by what is said alone; looks only to find what was never said."""

    def go(self, said: str) -> None:
        """To what is said by these words."""
        for _ in range(MOST):
            if self.texts[-1].startswith(self.clean(said)):
                return
            self.press(NEXT)
        raise AssertionError(f"{said!r} is not reached")

    def take(self, said: str) -> None:
        self.go(said)
        self.press(OK)

    def round(self) -> list[str]:
        """All that is said from the next thing to the next thing again."""
        self.press(NEXT)
        begun, start = len(self.texts) - 1, self.unhinted(self.texts[-1])
        for _ in range(MOST):
            self.press(NEXT)
            if self.unhinted(self.texts[-1]) == start:
                return self.texts[begun:]
        raise AssertionError(f"the round from {start!r} does not close")

    def unhinted(self, text: str) -> str:
        """What is said without a hint, which is not said each time."""
        for kind in HINTED:
            text = text.replace(self.visitor.word(f"hint_{kind}"), "")
        return same(text)

    def clean(self, text: str) -> str:
        return cleaned(text, self.visitor.stage.locale.teller.phrases)

    def unsaid(self) -> list[str]:
        """Texts off the map and names of what is pressed that a round says nothing of."""
        self.visitor.frame()
        sight = self.visitor.look()
        told = "".join(map(bare, self.round()))
        texts = [
            plain(text.words)
            for text in sight.texts
            if text.item.property("walked") and not text.item.property("part")
        ]
        assert texts
        comma = self.visitor.word("comma")
        segments = self.visitor.stage.timeline.segments.rows
        ruler = [f"{row.name}{comma}{row.dates}" for row in segments]
        turns = {self.visitor.word(key) for key in ("page_up", "page_down")}  # the keys do it
        seen = {*texts, *(plain(target.name) for target in alone(sight))} - {*ruler} - turns
        return [text for text in seen if bare(self.clean(text)) not in told]


def bare(text: str) -> str:
    """What of a text is heard."""
    return "".join(same(text).split())


def listening(visitor: Visitor, file: Path, language: str) -> Driver:
    """Somebody who has put headphones in, and chosen a language by what they hear."""
    visitor.stand_still()
    driver = Driver(visitor, file)
    driver.press(KEY.Key_F21)
    if visitor.stage.preferences.language != language:
        driver.press(OK)
    assert visitor.stage.preferences.language == language
    return driver


@cache
def index_of(folder: Path) -> str:
    """The index of what narrators would have left."""
    index: dict[str, dict[str, str]] = {}
    for line in lines_of(read(folder), Settings(), folders.resources() / "words"):
        index.setdefault(line.breath.language, {})[line.breath.key] = line.name
    return json.dumps(index)


@pytest.fixture
def drive(
    meet: Meet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Path, str], Driver]:
    """Puts a listener before an exhibit of which all is narrated that narrators are given."""

    def before(folder: Path, language: str) -> Driver:
        monkeypatch.setenv("KIOSK_SPEECH_LOG", str(tmp_path / "said"))
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
        spoken = tmp_path / "spoken"
        spoken.mkdir()
        (spoken / INDEX).write_text(index_of(folder))
        visitor = meet(folder, keypad=JACKED, speech=Speech(folder=str(spoken)))
        return listening(visitor, tmp_path / "said", language)

    return before


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small exhibit in two languages."""
    folder = tmp_path_factory.mktemp("written") / "mine"
    new.make(folder, ["en", "zh"], None)
    return folder


def missing(driver: Driver) -> list[str]:
    return [line.text for line in driver.lines if LACKING in line.file]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_small_exhibit_is_heard_whole(
    drive: Callable[[Path, str], Driver], written: Path, language: str
) -> None:
    driver = drive(written, language)
    visitor, stage = driver.visitor, driver.visitor.stage
    driver.go(str(stage.page.title))
    assert driver.unsaid() == []
    for panel in ("phases", "forces", "maps", "lessons"):
        driver.take(visitor.door_name(panel))
        assert visitor.screen == panel
        driver.go(str(stage.page.title))
        assert driver.unsaid() == []
        hear_cards(driver)
        driver.take(visitor.word("home"))
    hear_decision(driver)
    driver.take(visitor.word("comfort"))
    driver.go(visitor.word("comfort"))
    assert driver.unsaid() == []
    driver.take(visitor.word("end_visit"))
    assert visitor.state == "attract"
    assert missing(driver) == []


def hear_cards(driver: Driver) -> None:
    """Opens each name in the text of a page, hears its card and closes it."""
    visitor = driver.visitor
    say = visitor.stage.locale.teller.phrases.say
    for name in re.findall(r'href="(?!proofs)[^"]*">([^<]+)</a>', str(visitor.stage.page.body)):
        driver.take(say("sentence", name).strip())
        assert visitor.stage.navigation.card
        card = visitor.stage.card
        driver.go(str(card.title))
        told = "".join(map(bare, driver.round()))
        facts = [text for row in card.facts.rows for text in (row.heading, row.text)]
        for text in (str(card.title), str(card.body), *facts):
            assert bare(driver.clean(plain(text))) in told
        driver.take(visitor.word("close"))
        assert visitor.stage.navigation.card == ""


def hear_decision(driver: Driver) -> None:
    """Decides, and hears what was done; where the exhibit has a decision."""
    visitor, stage = driver.visitor, driver.visitor.stage
    driver.take(visitor.door_name("lessons"))
    if stage.exhibit.decisions:
        driver.take(visitor.word("tab_decisions"))
        driver.take(plain(next(iter(stage.choices.ways.rows)).text))
        assert stage.choices.happened
        driver.go(visitor.word("was_done"))
        driver.go(str(stage.page.title))
        assert driver.unsaid() == []
    driver.take(visitor.word("home"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_main_way_through_the_exhibit_is_heard(
    drive: Callable[[Path, str], Driver], language: str
) -> None:
    driver = drive(CONTENT, language)
    visitor, stage = driver.visitor, driver.visitor.stage
    for panel in ("phases", "forces", "maps", "lessons"):
        driver.take(visitor.door_name(panel))
        assert visitor.screen == panel
        driver.go(str(stage.page.title))
        assert driver.unsaid() == []
    driver.take(visitor.word("tab_decisions"))
    driver.take(plain(next(iter(stage.choices.ways.rows)).text))
    driver.go(visitor.word("was_done"))
    driver.take(visitor.word("home"))
    driver.take(visitor.word("comfort"))
    driver.take(visitor.word("end_visit"))
    assert visitor.state == "attract"
    assert missing(driver) == []
