"""Sources on a screen: a touch opens the card of each, which leads back to what rests on it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from kiosk.exhibit.kinds import KINDS, ref_of
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reading.markdown import marked
from kiosk.telling.links import emphasised
from kiosk.telling.outline.scribe import facts_of
from tests.meeting import SMALL, Meet
from tests.window import Visitor


def touch_link(visitor: Visitor, ref: str) -> None:
    """Touches the first link to an entry that is in sight."""
    texts: Any = (it for it in visitor.named("") if f'"{ref}"' in str(it.property("text")))
    text = next(it for it in texts if it.isVisible())
    visitor.touch_at(text.mapToScene(text.areaOf(ref).center()).toPoint())
    visitor.settle()


def rest_on(exhibit: Exhibit, source: str) -> set[str]:
    """The names of the stops and cards that say something by a source."""
    return {
        getattr(entry, kind.called).in_("en")
        for kind in KINDS
        if kind.stop or kind.card
        for entry in getattr(exhibit, kind.name)
        if any(source in fact.sources for fact in facts_of(entry))
    }


def test_a_source_under_how_do_we_know_opens_its_card(visitor: Visitor) -> None:
    visitor.open("lessons")
    visitor.touch(visitor.word("how_known"))
    visitor.settle()
    source = visitor.stage.evidence.sources.rows[0]
    while source.title not in visitor.texts():
        assert visitor.read_on()
    touch_link(visitor, source.ref)
    assert visitor.stage.navigation.card == source.ref
    assert source.title in visitor.texts()


def test_a_question_under_how_do_we_know_opens_it(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.wake()
    visitor.open("phases")
    visitor.stage.navigation.openSheet("sources")
    visitor.settle()
    asked = visitor.stage.evidence.asked.rows[0]
    assert asked.name in visitor.texts()
    visitor.stage.navigation.follow(asked.ref)
    here = exhibit.disagreements[visitor.stage.navigation.disagreement]
    assert (visitor.stage.navigation.screen, here.id) == ("disagreements", asked.key)


def test_a_voice_opens_the_card_of_its_source_and_of_several_their_list(visitor: Visitor) -> None:
    visitor.wake()
    navigation, rows = visitor.stage.navigation, visitor.stage.evidence.voices
    navigation.openDisagreement(0)
    visitor.settle()
    one = next(row for row in rows.rows if len(row.sources) == 1)
    several = next(row for row in rows.rows if len(row.sources) > 1)
    assert one.ref == one.sources[0].ref
    touch_link(visitor, one.ref)
    assert navigation.card == one.ref
    navigation.closeCard()
    visitor.settle()
    touch_link(visitor, several.ref)
    assert navigation.sheet == "sources"
    listed = {row.key for row in visitor.stage.evidence.sources.rows}
    assert {source.key for source in several.sources} <= listed


def test_the_sources_of_an_open_card_are_its_own(visitor: Visitor, exhibit: Exhibit) -> None:
    person = max(exhibit.people, key=lambda one: len(one.sources))
    visitor.stage.navigation.openPanel("phases")
    visitor.stage.navigation.openCard(ref_of(person))
    visitor.stage.navigation.openSheet("sources")
    listed = [row.key for row in visitor.stage.evidence.sources.rows]
    assert sorted(listed) == sorted(set(person.sources))


def test_a_source_says_whose_voice_it_is_and_leads_to_what_rests_on_it(
    visitor: Visitor, exhibit: Exhibit
) -> None:
    navigation, card = visitor.stage.navigation, visitor.stage.card
    source = next(one for one in exhibit.sources if one.side)
    assert source.side is not None
    navigation.openCard(ref_of(source))
    facts = {row.heading: row.text for row in card.facts.rows}
    side = exhibit.indexed("sides")[source.side].name.in_("en")
    assert facts[visitor.word("speaks_for")] == side
    told = " ".join(facts.values())
    assert any(name in told for name in rest_on(exhibit, source.id))
    navigation.follow(ref_of(exhibit.lessons[2]))
    assert (navigation.screen, navigation.lesson, navigation.card) == ("lessons", 2, "")


def test_a_source_that_repeats_another_leads_to_it(visitor: Visitor, exhibit: Exhibit) -> None:
    source = next(one for one in exhibit.sources if one.repeats)
    visitor.stage.navigation.openCard(ref_of(source))
    facts = {row.heading: row.text for row in visitor.stage.card.facts.rows}
    assert f'"sources/{source.repeats}"' in facts[visitor.word("one_voice_with")]


@pytest.mark.parametrize(
    ("where", "web"),
    [
        ("Read at https://example.org/roll.", "https://example.org/roll"),
        ("Read at http://example.org/roll", ""),
        ("example.org", ""),
    ],
)
def test_a_source_with_a_safe_address_shows_its_code(
    meet: Meet, tmp_path: Path, where: str, web: str
) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    exhibit = content / "exhibit.yaml"
    told = exhibit.read_text("utf-8")
    told += f"  - {{id: echo, title: A copy of the roll, where: '{where}'}}\n"
    exhibit.write_text(told, "utf-8")
    visitor = meet(content)
    visitor.wake()
    visitor.stage.navigation.openCard("sources/echo")
    visitor.settle()
    assert visitor.stage.card.web == web
    said = visitor.stage.locale.teller.phrases.say("qr_code", web)
    assert (said in [it.name for it in visitor.seen_symbols()]) is (web != "")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["wide", "tall"])
def test_a_question_without_a_map_leaves_no_third_of_the_screen_empty(
    meet: Meet, exhibit: Exhibit, size: tuple[int, int]
) -> None:
    visitor = meet(size=size, river=False)
    visitor.stand_still()
    visitor.wake()
    asked = [one for one in exhibit.disagreements if one.view is None]
    shortest = sorted(asked, key=lambda one: len(one.voices))[:4]
    for question in shortest:
        visitor.stage.navigation.openDisagreement(exhibit.disagreements.index(question))
        visitor.settle()
        (pane,) = visitor.reading()
        assert 0.66 * pane.height() < pane.property("natural"), question.id


# ------------------------------------------------------------ what is marked in a text

PLAIN = "Men who had marched all night slept where they lay and missed the battle."
MARKED = (
    "Men who had *marched* all night:[^outline]\\n- slept [at the house](places/nairn)"
    "\\n- **missed** the battle ([list](https://example.org/roll))."
)


@pytest.fixture
def reader(meet: Meet, tmp_path: Path) -> Visitor:
    """A visitor who reads a lesson with all markup that there is."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "content"))
    for file, before, after in (
        ("story.yaml", PLAIN, f'"{MARKED}"'),
        ("exhibit.yaml", "where: Written for", "where: https://example.org/roll, written for"),
    ):
        text = (folder / file).read_text("utf-8")
        assert before in text
        (folder / file).write_text(text.replace(before, after, 1), "utf-8")
    visitor = meet(folder)
    visitor.wake()
    visitor.open("lessons")
    return visitor


def test_a_text_looks_as_it_is_marked_and_its_links_lead_on(reader: Visitor) -> None:
    body = reader.stage.page.body
    assert "had <i>marched</i> all" in body
    assert "<br>• slept " in body
    assert "• <b>missed</b> the battle" in body
    navigation = reader.stage.navigation
    for ref in ("sources/outline", "places/nairn"):
        touch_link(reader, ref)
        assert navigation.card == ref
        navigation.closeCard()
        reader.settle()


def test_an_address_opens_the_card_of_its_source_with_the_code_to_scan(reader: Visitor) -> None:
    assert '<a href="sources/outline">list</a>' in reader.stage.page.body
    touch_link(reader, "sources/outline")
    assert reader.stage.card.web == "https://example.org/roll"


def test_what_is_heard_has_no_marks(reader: Visitor) -> None:
    said = reader.stage.page.recital.text
    assert "had marched all night:" in said
    assert "[1]" not in said
    words = next(one for one in reader.texts() if "all night" in one)
    assert words.startswith("Men who had marched all night:")


def test_on_a_slide_only_the_stress_is_left() -> None:
    assert emphasised(marked("*a* & [b](places/c)[^s]")) == "<i>a</i> &amp; b"
