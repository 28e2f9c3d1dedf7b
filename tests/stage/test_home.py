"""Home shows the river of men, and its words stand on nothing that is read."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import qGray
from PySide6.QtQuick import QQuickItem

from kiosk.map.boxes import Box, crosses
from kiosk.map.river.courses import swath
from kiosk.map.river.words import Page
from kiosk.telling.locale import Teller
from tests.meeting import ROOT, SMALL, Meet
from tests.pixels import counted
from tests.rivers import KeptWriter
from tests.window import Visitor, spans, walk

SIZES = [(1920, 1080), (1080, 1920), (1600, 1200)]

SHAPES = [(1920, 1080), (1280, 720), (1024, 768), (1080, 1920)]

BRIGHT = 110
"""The grey of letters, which stand on darker ground."""


def at_home(meet: Meet, size: tuple[int, int], language: str) -> Visitor:
    """Somebody who has touched a glass of that size once, and reads that language."""
    visitor = meet(size=size)
    visitor.wake()
    visitor.stage.preferences.chooseLanguage(language)
    visitor.settle()
    return visitor


def boxes(visitor: Visitor) -> list[QRectF]:
    river = visitor.stage.river
    rows: list[Any] = [*river.home.says.rows, *river.home.places.rows]
    found = [QRectF(row.box_x, row.box_y, row.box_width, row.box_height) for row in rows]
    return [*found, QRectF(river.home.property("northBox"))]


def test_a_long_title_is_whole_on_the_first_page(meet: Meet) -> None:
    visitor = meet(ROOT / "tests" / "exhibits" / "long-text", size=(1920, 1080))
    visitor.wake()
    visitor.settle()
    items = {text.words: text.item for text in visitor.text_items()}
    title, on = items[visitor.stage.page.title], items[visitor.word("page_down")]
    ends, begins = (one.mapRectToScene(one.boundingRect()) for one in (title, on))
    assert ends.bottom() <= begins.top()


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["wide", "upright"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_figures_stand_clear_of_all_that_is_read(
    meet: Meet, size: tuple[int, int], language: str
) -> None:
    visitor = at_home(meet, size, language)
    laid = boxes(visitor)
    assert not any(a.intersects(b) for a, b in combinations(laid, 2))
    doors = [QRectF(button.area) for button in visitor.buttons()]
    title = next(t for t in visitor.text_items() if t.words == visitor.stage.page.title)
    assert not any(a.intersects(b) for a in laid for b in [*doors, QRectF(title.area)])
    told = visitor.stage.river.readable
    for number in ("40,000", "60,000", "20,000") if language == "en" else ("4万", "6万", "2万"):
        assert number in told


def test_slanted_names_lean_over_no_margin(meet: Meet) -> None:
    visitor = at_home(meet, (1920, 1080), "zh")
    visitor.stage.preferences.setTextScale(125)
    visitor.settle()
    left, _, across, _ = visitor.stage.camera.focus
    rows: list[Any] = [*visitor.stage.river.home.places.rows]
    names = {row.lead for row in rows} | {row.second for row in rows}
    laid = [text for text in visitor.text_items() if text.words and text.words in names]
    assert any(text.item.property("font").italic() for text in laid)
    for text in laid:
        ink = text.item.mapRectToScene(text.inked)
        assert ink.right() <= left + across, text.words


def test_no_symbol_is_seen(meet: Meet) -> None:
    visitor = meet(size=(1920, 1080))
    visitor.wake()
    visitor.settle()
    assert visitor.stage.river.ground
    assert visitor.named("FormationSymbol") == [] or not visitor.seen_symbols()


def test_the_picture_is_painted_before_anybody_comes(meet: Meet) -> None:
    passer_by = meet(size=(1920, 1080))
    passer_by.settle()
    assert passer_by.state == "attract"
    assert passer_by.stage.river.ground


@pytest.mark.parametrize("size", SIZES, ids=["wide", "upright", "old"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_leader_ties_each_figure_to_its_own_band(
    meet: Meet, size: tuple[int, int], language: str
) -> None:
    visitor = at_home(meet, size, language)
    river = visitor.stage.river
    flow, sight = river._river, river._sight
    assert flow is not None
    told = [band for band in flow.bands if band.figures]
    says = {say.key: say for say in river.home.says.rows}
    assert {key.split("/")[0] for key in says} == {str(band.deed) for band in told}
    lines = []
    for key, say in says.items():
        like = [band for band in flow.bands if key.startswith(f"{band.deed}/")]
        ways = [swath(flow, band, sight) for band in like]
        tie = complex(say.tie_x, say.tie_y)
        assert any(abs(spot - tie) <= half + 1 for way, half in ways for spot in dense(way))
        box = Box(say.box_x, say.box_y, say.box_x + say.box_width, say.box_y + say.box_height)
        assert 0 < box.away(say.end_x, say.end_y) < 3 * sight.px_per_mm
        lines.append(((say.tie_x, say.tie_y), (say.end_x, say.end_y)))
    assert not any(crosses(a, b) for a, b in combinations(lines, 2))


def dense(way: list[complex]) -> list[complex]:
    return [a + (b - a) * step / 40 for a, b in pairwise(way) for step in range(41)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_rivers_of_the_story_are_named_at_their_lines(meet: Meet, language: str) -> None:
    visitor = meet(size=(1920, 1080))
    visitor.stage.preferences.chooseLanguage(language)
    visitor.settle()
    names = {spot.key: spot for spot in visitor.stage.river.slide.places.rows}
    assert {"zhang-river", "fuyang-river"} <= names.keys()
    zhang, sight = names["zhang-river"], visitor.stage.river._sight
    lines = [[sight.px(point) for point in line] for line in visitor.stage.river._waters]
    left, top = zhang.box_x, zhang.box_y
    box = Box(left, top, left + zhang.box_width, top + zhang.box_height)
    away = min(box.away(spot.real, spot.imag) for line in lines for spot in dense(line))
    assert 0 < away < 8 * sight.px_per_mm


@pytest.mark.parametrize("size", SIZES, ids=["wide", "upright", "old"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_rivers_and_the_ends_of_the_way_are_named(
    meet: Meet, size: tuple[int, int], language: str
) -> None:
    visitor = at_home(meet, size, language)
    named = {spot.key for spot in visitor.stage.river.home.places.rows}
    assert {"zhang-river", "fuyang-river", "xinxiang", "handan"} <= named


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["wide", "upright"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_leader_of_a_figure_goes_across_a_band_of_others(
    meet: Meet, size: tuple[int, int], language: str
) -> None:
    visitor = at_home(meet, size, language)
    river = visitor.stage.river
    flow, sight = river._river, river._sight
    assert flow is not None
    for say in river.home.says.rows:
        own = say.key.split("/")[0]
        tie, end = complex(say.tie_x, say.tie_y), complex(say.end_x, say.end_y)
        for band in flow.bands:
            if band.deed == own or (own == "turn_back" and band is flow.bands[0]):
                continue
            way, half = swath(flow, band, sight)
            spots = [(a, b) for a in dense([tie, end]) for b in dense(way)]
            # Beyond the glass there are none.
            off = min((abs(a - b) for a, b in spots), default=half)
            assert off > half - 2 * sight.px_per_mm, (say.key, band.deed)


def inked(visitor: Visitor, pane: QQuickItem) -> list[bool]:
    """The rows of px of a reading pane's page in which letters are: its edges, all of it last."""
    flick = next(it for it in walk(pane) if it.inherits("QQuickFlickable"))
    area = flick.mapRectToScene(flick.boundingRect()).toAlignedRect()
    page = visitor.window.grabWindow().copy(area)
    edges = [page.copy(0, y, page.width(), 1) for y in (0, page.height() - 1)]
    return [any(qGray(one) > BRIGHT for one in counted(part, 2)) for part in (*edges, page)]


def test_whole_lines_are_painted(meet: Meet) -> None:
    visitor = meet(size=(1920, 800))
    visitor.wake()
    paged = 0
    for scale in (200, 150, 100):
        visitor.stage.preferences.setTextScale(scale)
        for language in ("en", "zh"):
            visitor.stage.preferences.chooseLanguage(language)
            visitor.settle()
            visitor.frame()
            (pane,) = visitor.reading()
            for page in range(len(spans(pane))):
                paged += 1
                pane.setProperty("page", page)
                visitor.frame()
                assert inked(visitor, pane) == [False, False, True], (scale, language, page)
    assert paged


@pytest.mark.parametrize("size", SHAPES, ids=["wide", "small", "old", "upright"])
def test_large_text_keeps_every_figure_on_the_picture_above_the_doors(
    meet: Meet, size: tuple[int, int]
) -> None:
    visitor = meet(size=size)
    visitor.wake()
    for scale in (150, 200):
        visitor.stage.preferences.setTextScale(scale)
        for language in ("en", "zh"):
            visitor.stage.preferences.chooseLanguage(language)
            visitor.settle()
            visitor.frame()
            river = visitor.stage.river.home
            assert len(river.says.rows) == 4, (scale, language)
            assert river.property("rest") == "", (scale, language)
            (pane,) = visitor.reading()
            assert len(spans(pane)) <= 1, (scale, language)
            doors = [QRectF(button.area) for button in visitor.buttons()]
            lowest = min(door.top() for door in doors)
            assert not any(box.bottom() > lowest for box in boxes(visitor)), (scale, language)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_upright_the_river_rises_with_north_up_through_the_whole_map(
    meet: Meet, language: str
) -> None:
    visitor = at_home(meet, (1080, 1920), language)
    river = visitor.stage.river
    assert river.home.property("north") == 0
    _, top, _, high = visitor.stage.camera.focus
    assert river._river
    ys = [point.imag for point in map(river._sight.px, river._river.main)]
    assert max(ys) - min(ys) > 0.6 * high
    assert top < min(ys) < max(ys) < top + high


def test_home_fades_as_it_stood_whatever_the_next_screen_does_to_its_room(meet: Meet) -> None:
    visitor = meet(size=(1920, 1080))
    visitor.settle()
    visitor.wake()
    visitor.settle()
    words = visitor.stage.river.home
    assert words.says.rows
    laid: list[None] = []
    words.laid.connect(lambda: laid.append(None))
    visitor.open("phases")
    visitor.settle()
    assert not laid


def test_the_end_of_a_visit_lays_no_words_in_what_the_visitor_read(
    meet: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[str] = []
    page = KeptWriter.page

    def noted(self: KeptWriter, teller: Teller, *where: Any) -> Page:
        laid.append(teller.language)
        return page(self, teller, *where)

    monkeypatch.setattr(KeptWriter, "page", noted)
    visitor = meet()
    visitor.wake()
    visitor.open("phases")
    visitor.stage.preferences.chooseLanguage("zh")
    visitor.process()
    laid.clear()
    visitor.stage.session.leave()
    visitor.settle()
    assert set(laid) == {"en"}


def test_who_comes_home_finds_its_words_laid_once_and_as_they_stood(
    meet: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[tuple[Any, ...]] = []
    page = KeptWriter.page

    def noted(self: KeptWriter, teller: Teller, *where: Any) -> Page:
        laid.append(where)
        return page(self, teller, *where)

    monkeypatch.setattr(KeptWriter, "page", noted)
    visitor = meet(size=(1920, 1080))
    visitor.wake()
    visitor.settle()
    stood = laid[-1]
    visitor.open("lessons")
    visitor.settle()
    laid.clear()
    visitor.stage.navigation.goHome()
    visitor.settle()
    assert laid
    assert all(where == stood for where in laid)


@pytest.mark.parametrize(("name", "crossed"), [("one-language", True), ("minimal", False)])
def test_words_that_a_band_passes_have_a_ground_of_their_own(
    meet: Meet, name: str, crossed: bool
) -> None:
    visitor = meet(SMALL.parent / name, (1920, 1080))
    visitor.wake()
    visitor.settle()
    title = next(t for t in visitor.text_items() if t.words == visitor.stage.page.title)
    grounds = [
        seen for seen in visitor.look().seen if seen.covers and seen.area.contains(title.bounds)
    ]
    assert any(seen.area.height() < 3 * title.bounds.height() for seen in grounds) is crossed
