"""What lies over a screen: cards, sources, reading aids; each opens, closes, and hides nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import Ref
from kiosk.exhibit.rules.naming import LINKED
from kiosk.machine import folders
from kiosk.map.signs.symbols import Symbol
from kiosk.stage.images.drawings import DrawingPictures
from kiosk.telling.balance import phrased
from kiosk.telling.words import Phrases
from kiosk.visit.navigation import Sheet
from tests.meeting import SMALL, Meet
from tests.stage.screens.conftest import shown_symbols
from tests.window import PANELS, Visitor


def test_the_sources_of_each_panel_open_and_close(visitor: Visitor) -> None:
    for panel in PANELS:
        visitor.open(panel)
        visitor.touch(visitor.word("how_known"))
        visitor.settle()
        assert visitor.stage.navigation.sheet == "sources"
        rows = visitor.stage.evidence.sources.rows
        assert rows
        assert visitor.word("how_known") in visitor.texts()
        visitor.touch(visitor.word("close"))
        visitor.settle()
        assert visitor.stage.navigation.sheet == ""
        assert not visitor.has_button(visitor.word("close"))
        assert visitor.screen == panel


def test_sources_name_each_text_that_a_phase_rests_on(visitor: Visitor, exhibit: Exhibit) -> None:
    for index, phase in enumerate(exhibit.phases):
        visitor.stage.navigation.openPhase(index)
        visitor.stage.navigation.openSheet("sources")
        told = (*phase.events, *phase.standpoints)
        cited = set(phase.sources).union(*(statement.sources for statement in told))
        assert {row.key for row in visitor.stage.evidence.sources.rows} == cited
        assert len(visitor.stage.evidence.sources.rows) == len(cited)


def test_what_sources_disagree_on_is_a_touch_away(visitor: Visitor, exhibit: Exhibit) -> None:
    heard: set[str] = set()
    stops = [("openPhase", i) for i in range(len(exhibit.phases))]
    stops += [("openLesson", i) for i in range(len(exhibit.lessons))]
    for slot, index in stops:
        getattr(visitor.stage.navigation, slot)(index)
        visitor.stage.navigation.openSheet("sources")
        heard.update(row.key for row in visitor.stage.evidence.asked.rows)
    for panel in PANELS:
        visitor.stage.navigation.openPanel(panel)
        visitor.stage.navigation.openSheet("sources")
        heard.update(row.key for row in visitor.stage.evidence.asked.rows)
    missing = [
        disagreement.id
        for disagreement in exhibit.disagreements
        if disagreement.id not in heard
        and not set(disagreement.about) <= {place.id for place in exhibit.places}
    ]
    assert missing == []


def test_every_record_has_a_card_that_can_be_read(visitor: Visitor, exhibit: Exhibit) -> None:
    for language in exhibit.exhibit.languages:
        visitor.stage.preferences.chooseLanguage(language)
        for kind in LINKED:
            for key, record in exhibit.indexed(kind).items():
                visitor.stage.navigation.openCard(Ref.of(kind, key))
                assert visitor.stage.card.title == record.name.in_(language)
                card = visitor.stage.card
                assert card.body or card.knots.rows or card.facts.rows


def test_a_card_has_the_days_of_its_area_above_its_name(visitor: Visitor, exhibit: Exhibit) -> None:
    days = Phrases(folders.resources() / "words", "en").days
    for area in exhibit.areas:
        visitor.stage.navigation.openCard(ref_of(area))
        assert str(visitor.stage.card.overline).startswith(phrased(days(area.starts, area.ends)))


def test_a_commander_goes_with_the_troops_that_change_sides(
    visitor: Visitor, exhibit: Exhibit
) -> None:
    sides = exhibit.indexed("sides")
    for formation in exhibit.formations:
        side = next((s.side for s in formation.track if s.side), None)
        if side is None:
            continue
        (person, *_) = (c.person for c in formation.commanders if c.person)
        for phase, kept in ((0, formation.side), (len(exhibit.phases) - 1, side)):
            visitor.stage.navigation.openPhase(phase)
            visitor.stage.navigation.openCard(Ref.of("people", person))
            name = sides[kept].name.in_(visitor.stage.preferences.language)
            assert str(visitor.stage.card.overline).endswith(phrased(name))


@pytest.mark.parametrize(
    ("ref", "language", "ends"),
    [
        ("people/gao-shuxun", "en", ""),
        ("terms/as-told", "en", ""),
        ("terms/column", "en", "<br>inferred"),
        ("terms/column", "zh", "<br>推断"),
        ("people/li-zhenqing", "en", "<br>from popular accounts"),
        ("places/cuiqu", "en", ""),
    ],
)
def test_a_card_says_how_its_text_is_known_where_no_source_documents_it(
    visitor: Visitor, ref: str, language: str, ends: str
) -> None:
    visitor.stage.preferences.chooseLanguage(language)
    visitor.stage.navigation.openPanel("maps")
    visitor.stage.navigation.openCard(ref)
    lines = str(visitor.stage.card.sources).split("<br>")
    words = visitor.stage.locale.teller.phrases.words
    doubts = [said for key, said in words.items() if key.startswith("certainty_")]
    assert [line for line in lines if line in doubts] == ends.split("<br>")[1:]
    assert str(visitor.stage.card.sources).endswith(ends)


def test_a_card_closes_by_its_button_and_by_going_on(visitor: Visitor, exhibit: Exhibit) -> None:
    ref = ref_of(exhibit.formations[0])
    visitor.open("lessons")
    visitor.stage.navigation.openCard(ref)
    visitor.settle()
    assert str(visitor.stage.card.title) in visitor.texts()
    visitor.touch(visitor.word("close"))
    visitor.settle()
    assert visitor.stage.navigation.card == ""
    visitor.stage.navigation.openCard(ref)
    visitor.settle()
    visitor.touch(visitor.door("maps"))
    assert (visitor.screen, visitor.stage.navigation.card) == ("maps", "")


def test_nothing_is_touched_through_a_sheet(visitor: Visitor) -> None:
    visitor.open("lessons")
    visitor.touch(visitor.word("how_known"))
    visitor.settle()
    sheet = max(visitor.panes(), key=lambda pane: pane.area.width())
    visitor.swipe(sheet.centre, -45)
    assert visitor.stage.navigation.lesson == 0


def test_no_symbol_is_touched_through_a_sheet(visitor: Visitor) -> None:
    visitor.open("maps")
    beneath = [symbol.centre for symbol in shown_symbols(visitor)]
    visitor.touch(visitor.word("how_known"))
    visitor.settle()
    sheet = max(visitor.panes(), key=lambda pane: pane.area.width()).area
    hit = [at for at in beneath if sheet.contains(at)]
    assert hit
    for at in hit:
        visitor.tap_map(at)
        assert visitor.stage.navigation.card == ""


@pytest.mark.parametrize("percent", [125, 150, 200, 100])
def test_the_text_takes_the_size_that_is_touched(visitor: Visitor, percent: int) -> None:
    before = {text.words: text.item.property("font").pixelSize() for text in visitor.text_items()}
    visitor.touch(visitor.word("comfort"))
    visitor.settle()
    visitor.touch(f"{percent}%")
    visitor.settle()
    assert visitor.stage.preferences.textScale == percent
    visitor.touch(visitor.word("close"))
    visitor.settle()
    sizes = {text.words: text.item.property("font").pixelSize() for text in visitor.text_items()}
    grown = [words for words, size in sizes.items() if size > before.get(words, size)]
    assert bool(grown) is (percent > 100)


@pytest.mark.parametrize(
    ("word", "kept"),
    [
        *(("contrast", "highContrast"), ("motion", "reducedMotion"), ("reach", "reachMode")),
        ("easy", "easyTexts"),
    ],
)
def test_reading_aids_are_switched_by_touch_and_say_how_they_stand(
    visitor: Visitor, word: str, kept: str
) -> None:
    visitor.touch(visitor.word("comfort"))
    visitor.settle()
    name, before = visitor.word(word), bool(getattr(visitor.stage.preferences, kept))
    for stands in (before, not before, before):
        assert bool(getattr(visitor.stage.preferences, kept)) is stands
        assert visitor.value(name) == visitor.word("on" if stands else "off")
        assert visitor.button(name).item.property("chosen") is stands
        visitor.touch(name)
        visitor.settle()


def test_the_key_is_one_touch_away_from_every_map(visitor: Visitor) -> None:
    for screen in ("phases", "forces", "lessons"):
        visitor.open(screen)
        visitor.touch(visitor.word("legend"))
        visitor.settle()
        assert str(visitor.stage.atlas.bodies.rows[0].name) in visitor.texts()
        visitor.touch(visitor.word("close"))
        assert visitor.stage.navigation.sheet == ""
        visitor.settle()


def test_the_open_key_follows_the_map(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.stage.navigation.openPanel("maps")
    visitor.stage.navigation.openSheet("key")
    visitor.settle()
    for phase in exhibit.phases:
        visitor.stage.playhead.goTo(phase.moment)
        visitor.settle()
        picture = visitor.stage.situation.picture
        shown = {sign.symbol.echelon for sign in picture.signs if not sign.square}
        signs = [row.sign for row in visitor.stage.atlas.bodies.rows]
        assert {sign.echelon for sign in signs if isinstance(sign, Symbol)} == shown


def test_the_key_tells_of_all_that_is_seen_beside_it(visitor: Visitor) -> None:
    visitor.stage.navigation.openPanel("maps")
    visitor.stage.navigation.openSheet("key")
    visitor.settle()
    atlas, camera = visitor.stage.atlas, visitor.stage.camera
    left, top, right, bottom = atlas._view_on_glass()
    room = camera.viewport(visitor.mm).view
    assert left < room[0]
    assert top < room[1]
    assert right > room[2]
    assert bottom > room[3]


def test_a_card_gives_each_voice_a_row_and_no_source_a_link(
    visitor: Visitor, exhibit: Exhibit
) -> None:
    formation = max(exhibit.formations, key=lambda formation: len(formation.strength))
    assert len(formation.strength) > 1
    visitor.stage.navigation.openCard(ref_of(formation))
    told = [row for row in visitor.stage.card.facts.rows if row.who]
    voices = [*formation.strength, *formation.losses]
    assert [row.who for row in told] == [voice.who.in_("en") for voice in voices]
    assert [row.heading for row in told[:2]] == [visitor.word("strength"), ""]
    assert all(row.text[:1].upper() == row.text[:1] for row in told)


def test_figures_share_a_scale_and_two_dates_need_none(visitor: Visitor, exhibit: Exhibit) -> None:
    navigation, rows = visitor.stage.navigation, visitor.stage.evidence.voices
    for index, disagreement in enumerate(exhibit.disagreements):
        navigation.openDisagreement(index)
        drawn = [row for row in rows.rows if row.drawn]
        ends = {end for v in disagreement.voices for end in (v.low, v.high) if end is not None}
        assert disagreement.counts or len(ends) > 2 or not drawn
        assert all(0 <= row.low <= row.high <= 1 for row in rows.rows)
        scaled = [row.least for row in rows.rows if row.most]
        assert scaled == (["0"] if drawn and disagreement.counts else [])


def test_one_voice_alone_is_no_agreement(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.stage.navigation.openPanel("forces")
    visitor.stage.navigation.openSheet("figures")
    voices = {
        f"{side.id}/{kind}": len(getattr(side, kind))
        for side in exhibit.sides
        for kind in ("strength", "losses")
    }
    assert min(voices.values()) == 1 < max(voices.values())
    single = {row.key: row.single for row in visitor.stage.evidence.figures.rows}
    assert single == {key: count == 1 for key, count in voices.items()}


@pytest.mark.parametrize(("source", "alone"), [("outline", False), ("echo", True)])
def test_a_voice_that_repeats_another_does_not_agree_with_it(
    meet: Meet, tmp_path: Path, source: str, alone: bool
) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    voices = "".join(
        f"      - {{who: Somebody, low: 7500, sources: [{key}]}}\n" for key in ("roll", source)
    )
    exhibit = content / "exhibit.yaml"
    told = exhibit.read_text("utf-8")
    told = told.replace("    name: Government\n", f"    name: Government\n    strength:\n{voices}")
    told += "  - {id: echo, title: A copy of the roll, where: Here, repeats: roll}\n"
    exhibit.write_text(told, "utf-8")
    stage = meet(content).stage
    stage.navigation.openPanel("forces")
    stage.navigation.openSheet("figures")
    assert [row.single for row in stage.evidence.figures.rows] == [alone]


def test_a_figure_without_a_lower_end_points_down(visitor: Visitor, exhibit: Exhibit) -> None:
    for index, disagreement in enumerate(exhibit.disagreements):
        visitor.stage.navigation.openDisagreement(index)
        for row, voice in zip(visitor.stage.evidence.voices.rows, disagreement.voices, strict=True):
            fewer = voice.low is None and voice.high is not None
            assert (row.drawn and row.open_below) is (row.drawn and fewer)


def test_a_picture_that_has_hardly_room_is_painted_once(
    meet: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    paint = DrawingPictures.picture

    def counted(pictures: DrawingPictures, address: str) -> QImage:
        painted.append(address)
        return paint(pictures, address) if len(painted) < 50 else QImage()

    monkeypatch.setattr(DrawingPictures, "picture", counted)
    visitor = meet(size=(1080, 1920), river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.toggleReachMode()
    visitor.stage.navigation.openPanel("phases")
    exhibit = visitor.kiosk.exhibit
    for card in (ref_of(exhibit.terms[-1]), ref_of(exhibit.pictures[0])):
        visitor.stage.navigation.openCard(card)
        visitor.settle()
        visitor.frame()
    assert 0 < len(painted) < 5


@pytest.mark.parametrize("scale", [100, 200])
def test_each_sheet_closes_by_its_button_at_any_text_size(visitor: Visitor, scale: int) -> None:
    visitor.stage.preferences.setTextScale(scale)
    for sheet in filter(None, Sheet):
        screen = "disagreements" if sheet == Sheet.QUESTIONS else "phases"
        visitor.stage.navigation.openPanel("forces" if sheet == Sheet.FIGURES else screen)
        visitor.stage.navigation.openSheet(str(sheet))
        assert visitor.stage.navigation.sheet == sheet
        visitor.settle()
        visitor.touch(visitor.word("close"))
        assert visitor.stage.navigation.sheet == "", sheet


def test_a_question_without_a_view_has_a_row_a_voice_and_no_map(
    visitor: Visitor, exhibit: Exhibit
) -> None:
    visitor.wake()
    asked = exhibit.indexed("disagreements")["prisoners"]
    visitor.stage.navigation.openDisagreement(exhibit.disagreements.index(asked))
    visitor.settle()
    assert not visitor.stage.evidence.mapped
    assert visitor.seen_symbols() == []
    told = visitor.texts()
    for voice in asked.voices:
        assert voice.who.in_("en") in told
    for number in ("0", "5,000", "25,000"):
        assert number in told


def test_who_says_nothing_of_a_side_is_shown_so(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.wake()
    visitor.stage.navigation.openPanel("forces")
    visitor.stage.navigation.openSheet("figures")
    rows = visitor.stage.evidence.told.rows
    silent = [(row.key.rsplit("/", 1)[0], row.who) for row in rows if row.silent]
    assert ("communist/strength", "A local author") in silent
    assert ("communist/losses", "Local histories") in silent
    assert all(row.says == visitor.word("no_figure") for row in rows if row.silent)
    assert [row.heading != "" for row in rows].count(True) == 4


def test_questions_stand_in_groups(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.stage.navigation.openPanel("disagreements")
    visitor.stage.navigation.openSheet("questions")
    rows = visitor.stage.evidence.questions.rows
    headed = {row.key: row.heading for row in rows if row.heading}
    first = next(one.id for one in exhibit.disagreements if one.detail)
    assert headed == {
        exhibit.disagreements[0].id: visitor.word("what_matters"),
        first: visitor.word("details"),
    }


def test_easy_words_take_the_place_of_the_text_and_go_with_the_visit(
    visitor: Visitor, exhibit: Exhibit
) -> None:
    visitor.open("phases")
    plain = exhibit.phases[0].plain
    assert plain
    visitor.stage.preferences.toggleEasyTexts()
    visitor.settle()
    assert plain.in_("en").split(". ")[0] in " ".join(visitor.texts())
    assert visitor.stage.page.recital.text.endswith(plain.in_("en"))
    visitor.stage.session.leave()
    visitor.settle()
    assert not visitor.stage.preferences.easyTexts
