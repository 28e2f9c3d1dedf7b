"""What lies over a screen: cards, sources, reading aids; each opens, closes, and hides nothing."""

from __future__ import annotations

import pytest

from kiosk.exhibit.model import Exhibit
from kiosk.visit.navigation import CARDS
from tests.stage.window import PANELS, Visitor


@pytest.mark.parametrize("panel", PANELS)
def test_the_sources_of_a_panel_open_and_close(visitor: Visitor, panel: str) -> None:
    visitor.open(panel)
    visitor.touch(visitor.word("how_known"))
    visitor.settle()
    assert visitor.stage.navigation.sources
    rows = visitor.stage.sources.rows
    assert rows
    assert visitor.word("how_known") in visitor.texts()
    visitor.touch(visitor.word("close"))
    visitor.settle()
    assert not visitor.stage.navigation.sources
    assert not visitor.has_button(visitor.word("close"))
    assert visitor.screen == panel


def test_sources_name_each_text_that_a_phase_rests_on(visitor: Visitor, exhibit: Exhibit) -> None:
    for index, phase in enumerate(exhibit.phases):
        visitor.stage.navigation.openPhase(index)
        cited = set(phase.sources).union(*(event.sources for event in phase.events))
        assert {row["key"] for row in visitor.stage.sources.rows} == cited
        assert len(visitor.stage.sources.rows) == len(cited)


def test_where_sources_disagree_every_voice_is_heard(visitor: Visitor, exhibit: Exhibit) -> None:
    heard: set[str] = set()
    stops = [("openPhase", i) for i in range(len(exhibit.phases))]
    stops += [("openLesson", i) for i in range(len(exhibit.lessons))]
    for slot, index in stops:
        getattr(visitor.stage.navigation, slot)(index)
        heard.update(row["key"] for row in visitor.stage.voices.rows)
    for panel in PANELS:
        visitor.stage.navigation.openPanel(panel)
        heard.update(row["key"] for row in visitor.stage.voices.rows)
    missing = [
        disagreement.id
        for disagreement in exhibit.disagreements
        if any(f"{disagreement.id}/{i}" not in heard for i in range(len(disagreement.voices)))
        and not set(disagreement.about) <= {place.id for place in exhibit.places}
    ]
    assert missing == []


@pytest.mark.parametrize("kind", ["people", "terms", "places", "formations"])
def test_every_record_has_a_card_that_can_be_read(
    visitor: Visitor, exhibit: Exhibit, kind: str
) -> None:
    assert kind in CARDS
    for language in exhibit.exhibit.languages:
        visitor.stage.preferences.chooseLanguage(language)
        for key, record in exhibit.indexed(kind).items():
            visitor.stage.navigation.openCard(f"{kind}/{key}")
            assert visitor.stage.cardTitle == record.name.in_(language)
            assert visitor.stage.cardBody or visitor.stage.facts.rows


def test_a_card_closes_by_its_button_and_by_going_on(visitor: Visitor, exhibit: Exhibit) -> None:
    ref = f"formations/{exhibit.formations[0].id}"
    visitor.open("lessons")
    visitor.stage.navigation.openCard(ref)
    visitor.settle()
    assert str(visitor.stage.cardTitle) in visitor.texts()
    visitor.touch(visitor.word("close"))
    visitor.settle()
    assert visitor.stage.navigation.card == ""
    visitor.stage.navigation.openCard(ref)
    visitor.settle()
    visitor.touch(visitor.door("maps"))
    assert (visitor.screen, visitor.stage.navigation.card) == ("maps", "")


def test_nothing_is_touched_through_a_sheet(visitor: Visitor) -> None:
    visitor.open("lessons")
    beneath = visitor.button(visitor.word("next")).centre
    visitor.touch(visitor.word("how_known"))
    visitor.settle()
    visitor.touch_at(beneath)
    assert visitor.stage.navigation.lesson == 0


@pytest.mark.parametrize("percent", [125, 150, 200, 100])
def test_the_text_takes_the_size_that_is_touched(visitor: Visitor, percent: int) -> None:
    visitor.touch(visitor.word("comfort"))
    visitor.settle()
    before = [item.property("font").pixelSize() for item in visitor.text_items()]
    visitor.touch(f"{visitor.word('text_size')} {percent} %")
    visitor.settle()
    assert visitor.stage.preferences.textScale == percent
    visitor.touch(visitor.word("close"))
    visitor.settle()
    sizes = [item.property("font").pixelSize() for item in visitor.text_items()]
    assert (max(sizes) > max(before)) is (percent > 100)


@pytest.mark.parametrize(
    ("word", "kept"),
    [("contrast", "highContrast"), ("motion", "reducedMotion"), ("reach", "reachMode")],
)
def test_reading_aids_are_switched_by_touch_and_say_how_they_stand(
    visitor: Visitor, word: str, kept: str
) -> None:
    visitor.touch(visitor.word("comfort"))
    visitor.settle()
    before = bool(getattr(visitor.stage.preferences, kept))
    for stands in (before, not before):
        state = visitor.word("on" if stands else "off")
        visitor.touch(f"{visitor.word(word)}: {state}")
        visitor.settle()
    assert bool(getattr(visitor.stage.preferences, kept)) is before
