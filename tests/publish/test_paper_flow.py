"""Blocks on paper: all of them stand, in their order, none on another and none off the page."""

from __future__ import annotations

import math
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPolygonF

from kiosk.publish.paper.columns import Columns
from kiosk.publish.paper.flow import Block, Stood, Stretch, filled
from kiosk.publish.paper.pages import BEGUN, FULL, Pages
from kiosk.publish.paper.pdf.binding import bound
from kiosk.publish.paper.press import Press
from kiosk.publish.paper.sheet import A4
from kiosk.publish.paper.sheet import printed as printed_on
from kiosk.publish.paper.text import ORPHANS, Paragraph, Run, Type
from kiosk.telling.fonts import SANS

WIDTH, ROOM = 400.0, 100.0
BODY = Type(SANS, 32, 1.5)


class Brick(Block):
    """A block of a height; of several rows of ten, it can be split between two."""

    def __init__(self, name: int, rows: int, *, clings: bool = False) -> None:
        self.name, self.rows, self.clings, self.gap = name, rows, clings, 5.0

    def height(self, width: float) -> float:
        return 10.0 * self.rows

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Nothing is drawn."""

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        rows = int(room / 10)
        if self.clings or not 0 < rows < self.rows:
            return None
        return Brick(self.name, rows), Brick(self.name, self.rows - rows)


class Heading(Brick):
    """A block that nothing passes which stands below it."""

    heads = True


bricks = st.lists(st.tuples(st.integers(1, 9), st.booleans()), max_size=30).map(
    lambda sizes: [
        Brick(i, 1 if clings else rows, clings=clings) for i, (rows, clings) in enumerate(sizes)
    ]
)


def rows_of(blocks: list[Block]) -> dict[int, int]:
    rows: dict[int, int] = {}
    for brick in blocks:
        assert isinstance(brick, Brick)
        rows[brick.name] = rows.get(brick.name, 0) + brick.rows
    return rows


def assert_apart(stood: list[Stood], bottom: float) -> None:
    """No block of a column stands on the next one, or below the page."""
    for a, b in pairwise(stood):
        if a.x == b.x:
            assert a.y + a.block.height(a.width) <= b.y + 1e-6
    for one in stood:
        assert one.y + one.block.height(one.width) <= bottom + 1e-6


@given(blocks=bricks)
def test_pages_hold_all_blocks_in_order(blocks: list[Block]) -> None:
    pages = Pages(0, 0, WIDTH, ROOM)
    pages.add(blocks)
    stood = [one.block for page in pages.pages for one in page]
    assert rows_of(stood) == rows_of(blocks)
    names = [block.name for block in stood if isinstance(block, Brick)]
    assert names == sorted(names)
    for page in pages.pages:
        assert_apart(page, ROOM)


@given(blocks=bricks)
def test_what_clings_is_not_left_at_the_end_of_a_page(blocks: list[Block]) -> None:
    pages = Pages(0, 0, WIDTH, ROOM)
    pages.add(blocks)
    for page in pages.pages[:-1]:
        alone = all(one.block.clings for one in page)
        assert alone or not page[-1].block.clings


@given(blocks=bricks, count=st.integers(1, 3))
def test_columns_hold_all_blocks_and_are_even(blocks: list[Block], count: int) -> None:
    columns = Columns(blocks, count, 10)
    stood = list(columns.stood(0, 0, WIDTH))
    assert rows_of([one.block for one in stood]) == rows_of(blocks)
    assert_apart(stood, columns.height(WIDTH))
    whole = sum(10.0 * brick.rows + 5 for brick in blocks if isinstance(brick, Brick))
    assert columns.height(WIDTH) <= whole / count + 200


@given(blocks=bricks, count=st.integers(2, 3))
def test_no_heading_ends_a_column(blocks: list[Block], count: int) -> None:
    stood = list(Columns(blocks, count, 10).stood(0, 0, WIDTH))
    for here, next_ in pairwise(stood):
        assert here.x == next_.x or not here.block.clings


@given(blocks=bricks)
def test_columns_go_on_overleaf(blocks: list[Block]) -> None:
    pages = Pages(0, 0, WIDTH, ROOM)
    pages.add([Columns(blocks, 2, 10)])
    stood = [
        inner.block
        for page in pages.pages
        for one in page
        if isinstance(one.block, Columns)
        for inner in one.block.stood(0, 0, WIDTH)
    ]
    assert rows_of(stood) == rows_of(blocks)


@pytest.mark.parametrize(
    ("before", "after", "height"), [(2, 3, 40.0), (2, 1, 60.0), (2, 9, 60.0), (0, 0, 90.0)]
)
def test_what_stretches_takes_what_its_page_leaves(before: int, after: int, height: float) -> None:
    pages = Pages(0, 0, WIDTH, ROOM)
    stretch = Stretch(lambda *_: None, 20, 90)
    around = [Brick(0, before)] if before else []
    pages.add_stretched([*around, stretch, *([Brick(1, after)] if after else [])])
    assert len(pages.pages) == (2 if after == 9 else 1)
    assert stretch.taken == pytest.approx(height, abs=8)


class Stone(Brick):
    """A block that stays whole."""

    def split(self, width: float, room: float) -> None:
        return


@pytest.mark.parametrize(("stones", "height"), [(3, 50.0), (4, 75.0)])
def test_what_stretches_leaves_no_page_half_empty(stones: int, height: float) -> None:
    """With the greatest height the last of three blocks would stand on a page with one other."""
    pages = Pages(0, 0, WIDTH, ROOM)
    stretch = Stretch(lambda *_: None, 40, 90)
    pages.add_stretched([stretch, *(Stone(name, 2) for name in range(stones))])
    assert stretch.taken == pytest.approx(height, abs=3)
    assert not BEGUN < pages.fullness[-1] < FULL


def test_of_some_settings_the_first_is_taken_that_fills_its_last_page() -> None:
    pages = Pages(0, 0, WIDTH, ROOM)
    pages.add([Brick(0, 8)])
    pages.add_fullest([Brick(name, rows)] for name, rows in ((1, 4), (2, 9), (3, 8)))
    (stood,) = pages.pages[1]
    assert isinstance(stood.block, Brick)
    assert stood.block.name == 2


class Picture(Brick):
    """A block that what follows may pass, with a caption after it."""

    clings = floats = True

    def reduced(self, width: float, room: float) -> Block | None:
        """The same in four rows or more."""
        rows = int(room / 10)
        return type(self)(self.name, rows, clings=True) if rows >= 4 else None


@pytest.mark.parametrize(("before", "rows"), [(4, [4]), (5, []), (0, [8])])
def test_a_picture_is_smaller_where_it_would_leave_its_page_empty(
    before: int, rows: list[int]
) -> None:
    pages = Pages(0, 0, WIDTH, ROOM)
    pages.add([*([Brick(0, before)] if before else []), Picture(1, 8, clings=True), Brick(2, 1)])
    first = [one.block for one in pages.pages[0] if isinstance(one.block, Picture)]
    assert [picture.rows for picture in first] == rows
    for page in pages.pages:
        assert_apart(page, ROOM)


@pytest.mark.parametrize(
    ("heads", "first", "second"), [(False, [0, 3, 4], [1, 2, 4]), (True, [0], [1, 2, 3])]
)
def test_a_picture_lets_what_follows_pass_where_it_has_no_room_itself(
    heads: bool, first: list[int], second: list[int]
) -> None:
    after = (Heading if heads else Brick)(3, 2)
    picture = Picture(1, 5, clings=True)
    pages = Pages(0, 0, WIDTH, ROOM)
    pages.add([Brick(0, 6), picture, Brick(2, 1), after, *([] if heads else [Brick(4, 3)])])
    names = [[one.block.name for one in page] for page in pages.pages]  # type: ignore[attr-defined]
    assert names == [first, second]
    for page in pages.pages:
        assert_apart(page, ROOM)


def lines(paragraph: Paragraph, width: float) -> list[str]:
    return [line.layout.text() for line in paragraph.lines(width)]


@pytest.mark.parametrize("width", range(180, 700, 35))
def test_chinese_lines_begin_with_no_mark_and_part_no_number(
    qapp: QGuiApplication, width: int
) -> None:
    text = (
        "至24日，3个军全部过河，背靠漳河；“援军”奉命出动（南北均遭阻截）。"
        "到达高庄—南泊子一线，距邯郸不足10公里。"
    )
    found = lines(Paragraph([Run(text, BODY)]), width)
    assert "".join(found) == text
    for before, line in pairwise(found):
        assert line[0] not in "，。；：、）”—"
        assert before[-1] not in "（“"
        assert not (before[-1].isdigit() and line[0] in "个日公")
    assert len(found) == 1 or len(found[-1]) > 2


@pytest.mark.parametrize(
    ("text", "ems"),
    [("好，好", 3), ("好”，好", 3.5), ("好”。）好", 4), ("好：“好", 3.5), ("（“好", 2.5)],
)
def test_of_two_chinese_marks_one_is_set_tight(
    qapp: QGuiApplication, text: str, ems: float
) -> None:
    (line,) = Paragraph([Run(text, BODY)]).lines(1000)
    assert line.layout.lineAt(0).naturalTextWidth() == pytest.approx(ems * BODY.px, abs=1)


def test_paragraphs_of_a_text_begin_on_lines_of_their_own(qapp: QGuiApplication) -> None:
    assert lines(Paragraph([Run("One.\n\nTwo.\n", BODY)]), 1000) == ["One.", "Two."]


def test_lines_are_as_far_apart_as_the_largest_type_on_them_asks(qapp: QGuiApplication) -> None:
    small, note = Type(SANS, 20, 1.5), Run("1", Type(SANS, 64, 1.5), raised=True)
    assert Paragraph([Run("one", small), Run("two", BODY), note]).height(1000) == BODY.line


def test_a_number_of_a_note_stays_with_its_word(qapp: QGuiApplication) -> None:
    runs = [Run("They marched home。", BODY), Run("\u00a01,2", BODY, raised=True)]
    for width in range(200, 600, 10):
        assert not lines(Paragraph(runs), width)[-1].strip().startswith("1,2")


def test_a_paragraph_is_split_between_lines_but_not_near_its_ends(qapp: QGuiApplication) -> None:
    paragraph = Paragraph([Run("word " * 60, BODY)])
    count = len(paragraph.lines(WIDTH))
    assert paragraph.split(WIDTH, BODY.line * (ORPHANS - 0.5)) is None
    for room in range(ORPHANS, count):
        parts = paragraph.split(WIDTH, BODY.line * room)
        assert parts is not None
        heights = [part.height(WIDTH) / BODY.line for part in parts]
        assert sum(heights) == pytest.approx(count)
        assert heights[0] <= room
        assert min(heights) >= ORPHANS


@pytest.mark.parametrize(("words", "whole"), [(60, True), (300, False)])
def test_a_short_paragraph_can_be_kept_whole(
    qapp: QGuiApplication, words: int, whole: bool
) -> None:
    paragraph = Paragraph([Run("word " * words, BODY)], whole=True)
    assert (paragraph.split(WIDTH, BODY.line * 5) is None) == whole


def test_nothing_is_lost_where_one_block_is_larger_than_a_page() -> None:
    taken, rest = filled([Brick(0, 50, clings=True), Brick(1, 1)], WIDTH, ROOM)
    assert [down for _, down in taken] == [0.0]
    assert len(rest) == 1
    assert filled([], WIDTH, math.inf) == ([], [])


def test_places_on_a_page_are_told_to_a_hundredth_of_a_millimetre(qapp: QGuiApplication) -> None:
    def paint(press: Press) -> None:
        press.setPen(Qt.PenStyle.NoPen)
        press.setBrush(QColor("black"))
        press.drawPolygon(QPolygonF([QPointF(12.3456, 7.891), QPointF(9, 9), QPointF(100, 50.06)]))

    page = PdfReader(BytesIO(bound(*printed_on(A4, "Line", paint), "en"))).pages[0]
    contents = page.get_contents()
    assert contents is not None
    assert b"12.3 7.8 m\n9 9 l\n100 50.0 l\n" in contents.get_data()
