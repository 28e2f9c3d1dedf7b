"""What is higher than its room: pages that cut nothing, turned by touch, swipe and key."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQuick import QQuickItem

from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit
from kiosk.telling import pages
from kiosk.workbench.layout.rest import come_to_rest
from tests.meeting import Meet
from tests.window import Visitor, spans, walk

WIDE, TALL = (1920, 1080), (1080, 1920)


def column_of(pane: QQuickItem) -> QQuickItem:
    """What stands in a reading pane."""
    flick = next(it for it in walk(pane) if it.inherits("QQuickFlickable"))
    return next(it for it in walk(flick) if it.inherits("QQuickColumn"))


def cut_lines(pane: QQuickItem) -> list[str]:
    """The texts that have a line which stands on no page, or not wholly on one."""
    found, column = [], column_of(pane)
    for text in walk(column):
        if (
            text.objectName() == "DisplayText"
            or not text.inherits("QQuickText")
            or not text.isVisible()
            or not text.property("text")
        ):
            continue
        lines, font = text.property("lineCount"), text.property("font")
        pitch = math.ceil(QFontMetricsF(font).height()) * text.property("lineHeight")
        top = text.mapToItem(column, QPointF(0, text.property("topPadding"))).y()
        for line in range(lines):
            first = top + line * pitch
            last = min(first + pitch, top + text.property("contentHeight"))
            whole = any(a - 1 <= first and last <= b + 1 for a, b in spans(pane))
            if not whole:
                found.append(text.property("text"))
    return found


@pytest.fixture(params=[WIDE, TALL], ids=["wide", "tall"])
def large(meet: Meet, request: pytest.FixtureRequest) -> Visitor:
    """Who reads in the largest text."""
    visitor = meet(size=request.param, river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.setTextScale(200)
    visitor.settle()
    return visitor


def open_pages(visitor: Visitor, stop: str) -> QQuickItem:
    """Opens a stop, of which there is more than a page."""
    navigation = visitor.stage.navigation
    if "/" in stop:
        navigation.openCard(stop)
    elif stop in ("events", "sources", "questions"):
        navigation.openPanel("phases")
        navigation.openSheet(stop)
    else:
        navigation.openPanel(stop)
    visitor.settle()
    visitor.frame()
    return max(visitor.reading(), key=lambda pane: len(spans(pane)))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_page_cuts_a_line(large: Visitor, language: str) -> None:
    large.stage.preferences.chooseLanguage(language)
    exhibit = large.kiosk.exhibit
    cards = [f"people/{exhibit.people[0].id}", f"terms/{exhibit.terms[0].id}"]
    paged = 0
    for stop in ("phases", "lessons", "disagreements", "decisions", "sources", *cards):
        pane = open_pages(large, stop)
        large.stage.navigation.closeSheet()
        if len(spans(pane)) > 1:
            paged += 1
            assert cut_lines(pane) == [], stop
            room = pane.property("room")
            assert all(end - top <= room + 1 for top, end in spans(pane))
        large.stage.navigation.closeCard()
    assert paged > 2


def test_what_ends_lines_early_changes_no_height_that_the_map_goes_by(large: Visitor) -> None:
    exhibit = large.kiosk.exhibit
    for index in range(len(exhibit.phases)):
        large.stage.navigation.openPhase(index)
        large.settle()
        (pane,) = large.reading()
        added = sum(it.property("addedHeight") or 0 for it in walk(column_of(pane)))
        natural = pane.property("natural")
        assert natural == pytest.approx(column_of(pane).height() - added)


def test_lines_that_come_otherwise_than_foretold_end_where_they_would(
    large: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages._Text, "added", 7)
    pane = open_pages(large, "lessons")
    come_to_rest(large.window, large.stage)
    texts = [it for it in walk(column_of(pane)) if it.property("foretold") is not None]
    assert not all(text.property("foretold") for text in texts)
    assert not any(text.property("added") for text in texts)
    assert len(spans(pane)) > 1
    assert cut_lines(pane) == []


def test_read_on_turns_each_page_and_leads_back(large: Visitor) -> None:
    pane = open_pages(large, "phases")
    pages = len(spans(pane))
    assert pages > 1
    shown = [set(large.texts())]
    for page in range(1, pages):
        large.touch(large.word("page_down"))
        assert pane.property("page") == page
        shown.append(set(large.texts()))
        assert large.stage.phrases.say("page_of", [page + 1, pages]) in large.texts()
    assert not large.has_button(large.word("page_down"))
    assert all(one != other for one, other in pairwise(shown))
    for page in reversed(range(pages - 1)):
        large.touch(large.word("page_up"))
        assert pane.property("page") == page
    assert not large.has_button(large.word("page_up"))


def test_a_swipe_turns_the_pages_and_then_goes_on(large: Visitor) -> None:
    pane = open_pages(large, "phases")
    at, phase = large.panes()[0].centre, large.stage.navigation.phase
    for page in range(1, len(spans(pane))):
        large.swipe(at, -40)
        assert (pane.property("page"), large.stage.navigation.phase) == (page, phase)
    large.swipe(at, 40)
    assert pane.property("page") == len(spans(pane)) - 2
    large.swipe(at, -40)
    large.swipe(at, -40)
    assert large.stage.navigation.phase == phase + 1
    assert large.reading()[0].property("page") == 0


def test_a_drag_up_turns_the_page_too(large: Visitor) -> None:
    pane = open_pages(large, "phases")
    at = large.panes()[0].centre
    large.drag(at, at - QPointF(0, 40 * large.mm).toPoint())
    assert pane.property("page") == 1


def test_the_page_with_the_last_event_is_open(large: Visitor) -> None:
    pane = open_pages(large, "events")
    assert len(spans(pane)) > 2
    said = large.stage.moment.eventText
    assert any(said in text for text in large.texts())


def test_where_the_keys_are_is_on_the_page(visitor: Visitor) -> None:
    visitor.stage.navigation.openPanel("phases")
    visitor.stage.navigation.openSheet("events")
    visitor.settle()
    pane = max(visitor.reading(), key=lambda pane: len(spans(pane)))
    rows = [it for it in walk(column_of(pane)) if it.property("activeFocusOnTab")]
    for row in (rows[-1], rows[0]):
        row.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        visitor.frame()
        top = row.mapToItem(column_of(pane), QPointF()).y()
        first, last = spans(pane)[pane.property("page")]
        assert first - visitor.mm * 5 <= top
        assert top + row.height() / 2 < last  # a long one goes on on the next page


def test_a_language_with_other_lines_has_pages_of_its_own(large: Visitor) -> None:
    pane = open_pages(large, "phases")
    for language in ("zh", "en"):
        large.stage.preferences.chooseLanguage(language)
        large.settle()
        assert cut_lines(pane) == []


def test_a_long_title_leaves_its_words_room(meet: Meet, exhibit: Exhibit) -> None:
    """On small glass the title of this source is half of the sheet."""
    diagonal = math.hypot(1920, 1080) / (15.6 * 25.4)
    visitor = meet(size=(1920, 1080), screen_mm=(1920 / diagonal, 1080 / diagonal), river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.setTextScale(125)
    visitor.stage.navigation.openPanel("lessons")
    source = next(one for one in exhibit.sources if one.id == "s4")
    visitor.stage.navigation.openCard(ref_of(source))
    visitor.settle()
    pages = [text.words for text in visitor.text_items() if re.fullmatch(r"1 of \d+", text.words)]
    assert pages == ["1 of 3"]
    assert source.where.in_("en") in visitor.texts()


@pytest.mark.parametrize("scale", [100, 200])
def test_no_name_of_the_map_lies_under_the_way_to_close_a_sheet(
    meet: Meet, exhibit: Exhibit, scale: int
) -> None:
    visitor = meet(size=(1920, 1080), river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.chooseLanguage("zh")
    visitor.stage.preferences.setTextScale(scale)
    at = next(i for i, one in enumerate(exhibit.lessons) if one.id == "lesson-relief")
    visitor.stage.navigation.openLesson(at)
    visitor.stage.navigation.openSheet("sources")
    visitor.settle()
    close = QRectF(visitor.button(visitor.word("close")).area)
    kept = visitor.stage.situation.request.kept
    free = [QRectF(box.left, box.top, box.width, box.height) for box in kept]
    assert any(box.adjusted(-1, -1, 1, 1).contains(close) for box in free)
