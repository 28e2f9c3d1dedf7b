"""Home shows the river of men, and its words stand on nothing that is read."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import qGray
from PySide6.QtQuick import QQuickItem

from tests.meeting import Meet
from tests.pixels import counted
from tests.window import Visitor, spans, walk

SIZES = [(1920, 1080), (1080, 1920), (1600, 1200)]

BRIGHT = 110
"""The grey of letters, which stand on darker ground."""


def boxes(visitor: Visitor) -> list[QRectF]:
    river = visitor.stage.river
    rows: list[Any] = [*river.home.says.rows, *river.home.places.rows]
    found = [QRectF(row.box_x, row.box_y, row.box_width, row.box_height) for row in rows]
    return [*found, QRectF(river.home.property("northBox"))]


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["wide", "upright"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_figures_stand_clear_of_all_that_is_read(
    meet: Meet, size: tuple[int, int], language: str
) -> None:
    visitor = meet(size=size)
    visitor.wake()
    visitor.stage.preferences.chooseLanguage(language)
    visitor.settle()
    laid = boxes(visitor)
    assert not any(a.intersects(b) for a, b in combinations(laid, 2))
    doors = [QRectF(button.area) for button in visitor.buttons()]
    title = next(t for t in visitor.text_items() if t.words == visitor.stage.page.title)
    assert not any(a.intersects(b) for a in laid for b in [*doors, QRectF(title.area)])
    told = visitor.stage.river.readable
    for number in ("40,000", "60,000", "20,000") if language == "en" else ("4万", "6万", "2万"):
        assert number in told


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


def inked(visitor: Visitor, pane: QQuickItem) -> list[bool]:
    """The rows of px of a reading pane's page in which letters are: its edges, all of it last."""
    flick = next(it for it in walk(pane) if it.inherits("QQuickFlickable"))
    area = flick.mapRectToScene(flick.boundingRect()).toAlignedRect()
    page = visitor.window.grabWindow().copy(area)
    edges = [page.copy(0, y, page.width(), 1) for y in (0, page.height() - 1)]
    return [any(qGray(one) > BRIGHT for one in counted(part, 2)) for part in (*edges, page)]


@pytest.mark.parametrize("size", SIZES, ids=["wide", "upright", "old"])
def test_whole_lines_are_painted(meet: Meet, size: tuple[int, int]) -> None:
    visitor = meet(size=size)
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
