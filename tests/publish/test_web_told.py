"""What a site says: all that content tells, in each language, with its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from kiosk.exhibit.model import Exhibit, Record, Slide, Term, Words
from kiosk.exhibit.writing import WORD_JOINER
from kiosk.map.signs.patterns import tile
from kiosk.publish.paper import files
from kiosk.publish.paper.sheet import A4
from kiosk.publish.web import pictures, site
from kiosk.publish.web.pages import APART, GIVEN, MOST_EVENTS, key_events
from kiosk.telling.outline import cards, outline
from kiosk.telling.outline.blocks import Section
from kiosk.telling.outline.scribe import Scribe
from tests.exhibit.made import timed
from tests.publish.conftest import MINIMAL, pages_of, read
from tests.publish.html import Page

UNTOLD = {"notes", "plain", "narration", "recording", "signed", "spoken", "label", "short"}
"""Keys whose texts a site does not tell: what is spoken, and names for tight places."""


def texts(record: Any) -> Iterator[Words]:
    if isinstance(record, Words):
        yield record
    elif isinstance(record, tuple):
        for one in record:
            yield from texts(one)
    elif isinstance(record, Record) and not isinstance(record, Slide):
        for name, value in record:
            if name not in UNTOLD:
                yield from texts(value)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_text_is_there_in_each_language(two: tuple[Exhibit, Path], language: str) -> None:
    told = " ".join(page.words for page in pages_of(two[1] / language))
    told += (two[1] / language / "pictures" / "gate.svg").read_text("utf-8")
    told = told.replace(WORD_JOINER, "")
    alts = " ".join(t.attributes["alt"] for p in pages_of(two[1] / language) for t in p.all("img"))
    wanted = {" ".join(words.in_(language).split()) for words in texts(two[0])}
    credit = two[0].map.credit
    assert {text for text in wanted if text not in f"{told} {alts}"} <= {
        credit.in_(language) if credit else ""
    }


def test_every_text_of_one_language_is_there(one: tuple[Exhibit, Path]) -> None:
    told = " ".join(page.words for page in pages_of(one[1]))
    assert {text for words in texts(one[0]) if (text := words.in_("en")) not in told} == set()


def test_a_statement_leads_to_its_sources(one: tuple[Exhibit, Path]) -> None:
    page = Page(one[1] / "phase-battle.html")
    (event,) = [tag for tag in page.tags if tag.attributes.get("id") == "first-shot"]
    assert " ".join(event.words.split()).endswith("The guns open fire. Sources 1")
    cited = {tag.attributes["href"] for tag in page.all("a")} & {"sources.html#outline"}
    assert cited == {"sources.html#outline"}
    assert "disagreements.html#losses" in {tag.attributes["href"] for tag in page.all("a")}


def test_a_name_leads_to_what_it_stands_for(one: tuple[Exhibit, Path]) -> None:
    page = Page(one[1] / "phase-night-march.html")
    links = {tag.words: tag.attributes["href"] for tag in page.all("a")}
    assert links["Nairn"] == "places.html#nairn"
    assert links["Jacobite army"] == "forces.html#jacobite-army"


def test_one_language_needs_no_choice(one: tuple[Exhibit, Path]) -> None:
    assert Page(one[1] / "index.html").all("h1")[0].words.strip() == "Culloden"
    assert not [path for path in one[1].iterdir() if path.name == "en"]


def test_a_drawing_speaks_each_language_and_a_photograph_is_no_larger_than_needed(
    two: tuple[Exhibit, Path],
) -> None:
    for language, word in (("en", "The gate"), ("zh", "门")):
        folder = two[1] / language / "pictures"
        svg = (folder / "gate.svg").read_text("utf-8")
        assert f">{word}</" in svg
        assert re.findall('@font-face{font-family:"([^"]+)"', svg) == ["Noto Serif SC"] * 2
        assert QImage(str(folder / "wall.jpg")).width() == pictures.WIDEST_PX


def test_the_moments_of_a_phase_are_its_own_and_those_of_its_key_events() -> None:
    for phase in read(MINIMAL).phases:
        chosen = key_events(phase)
        times = [phase.moment, *(event.at for event in chosen)]
        assert len(chosen) <= MOST_EVENTS
        assert sorted(chosen, key=lambda event: event.at) == chosen
        for i, time in enumerate(times):
            assert all(abs(time - other) >= APART for other in times[i + 1 :])
    assert [event.id for event in key_events(read(MINIMAL).phases[0])] == ["return"]


@pytest.mark.usefixtures("uncut")
def test_a_site_told_by_the_day_shows_no_hour(two: tuple[Exhibit, Path], tmp_path: Path) -> None:
    content = two[1].parent / "content"
    assert site.run(timed(two[0], known=False), content, tmp_path / "site", languages=("en", "zh"))
    told = [page.words for page in pages_of(two[1])]
    assert any(re.search(r"\d:\d\d", text) for text in told)
    for page in pages_of(tmp_path / "site"):
        assert re.findall(r"\d:\d\d", page.words) == [], page.path


@pytest.mark.usefixtures("uncut")
def test_a_panel_without_a_template_shows_the_cards_that_open_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(GIVEN, "phases")
    exhibit = read(MINIMAL)
    assert site.run(exhibit, MINIMAL, tmp_path, languages=("en",))
    page = Page(tmp_path / "phases.html")
    ids = {key for kind in ("people", "terms", "pictures") for key in exhibit.indexed(kind)}
    assert {tag.attributes["id"] for tag in page.all("article")} == ids != set()
    assert exhibit.panels.phases.name.in_("en") in page.all("h1")[0].words


@pytest.mark.usefixtures("uncut")
def test_a_card_has_what_stands_above_its_name_on_the_site_and_on_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dated(scribe: Scribe, term: Term) -> Section:
        return replace(cards.term(scribe, term), overline="Of 1746")

    told: dict[type[Record], Any] = {**outline.SECTIONS, Term: dated}
    monkeypatch.setattr(outline, "SECTIONS", told)
    exhibit = read(MINIMAL)
    assert exhibit.terms
    assert site.run(exhibit, MINIMAL, tmp_path, languages=("en",))
    above = [tag.words for tag in Page(tmp_path / "terms.html").all("p") if "Of 1746" in tag.words]
    assert len(above) == len(exhibit.terms)
    assert files.run(exhibit, MINIMAL, tmp_path, languages=("en",), sheets=(A4,))
    pages = PdfReader(tmp_path / "handout.en.a4.pdf").pages
    assert "".join(page.extract_text() for page in pages).count("Of 1746") == len(exhibit.terms)


def test_decisions_stand_in_the_bar_where_there_are_any(
    one: tuple[Exhibit, Path], two: tuple[Exhibit, Path]
) -> None:
    for (exhibit, out), home in ((one, "index.html"), (two, "en/index.html")):
        leads = [tag.attributes.get("href") for tag in Page(out / home).all("a")]
        assert ("decisions.html" in leads) == bool(exhibit.decisions)


def test_each_event_is_read_beside_the_last_map_that_was_before_it(
    one: tuple[Exhibit, Path],
) -> None:
    exhibit, out = one
    for phase in exhibit.phases:
        page = next(one for one in pages_of(out) if phase.title.in_("en") in one.all("h1")[0].words)
        shown = {
            tag.attributes["id"]: int(tag.attributes["data-figure"])
            for tag in page.tags
            if "data-figure" in tag.attributes
        }
        times = sorted([phase.moment, *(event.at for event in key_events(phase))])
        assert set(shown) == {event.id for event in phase.events}
        for event in phase.events:
            before = [i for i, time in enumerate(times) if time <= event.at]
            assert shown[event.id] == max(before, default=0), event.id


def test_figures_of_a_side_have_the_pattern_of_its_arrows(tmp_path: Path) -> None:
    folder = MINIMAL.parent / "three-sides"
    site.run(read(folder), folder, tmp_path, languages=["en"])
    told = (tmp_path / "forces.html").read_text("utf-8")
    patterns = re.findall(r'<pattern id="pattern_strength_(\d)".*?>(.*)</pattern>', told)
    assert patterns == [(str(place), tile(place)) for place in (1, 2)]
    assert all(told.count(f"url(#pattern_strength_{place})") == 1 for place in (1, 2))
