"""Pages: no line and no row is cut, and they end with a sentence where one ends near their foot."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from kiosk.telling.pages import Leaf, Pages, paged, paragraphs, sentences, stretches

LINE = 40.0
WIDTH = 600.0
ENGLISH = (
    "By 24 October the armies had crossed the river, now between them and home. The column fell "
    "back alone, luring them off the railway into sand. That day, later accounts say, a division "
    "broke through at the village. It was the first of many."
)
CHINESE = (
    "至24日，各军已渡过漳河，背水列阵。第1纵队且战且退，诱敌离开铁路，进入沙地。"
    "当日，第106师突破一处村庄。这是第一次。"
)


pytestmark = pytest.mark.usefixtures("qapp")


def font() -> QFont:
    one = QFont("Noto Sans SC")
    one.setPixelSize(32)
    return one


def lines_of(plain: str, early: dict[int, float] | None = None) -> list[str]:
    """The lines of a text, some of which end early."""
    layout = QTextLayout(plain.replace("\n", "\u2028"), font())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth((early or {}).get(line.lineNumber(), WIDTH))
    layout.endLayout()
    rows = [layout.lineAt(at) for at in range(layout.lineCount())]
    return [layout.text()[row.textStart() : row.textStart() + row.textLength()] for row in rows]


def read(words: str, top: float = 0.0) -> Leaf:
    """A text whose lines may end early."""
    lines = len(lines_of(words))
    return Leaf(
        top,
        top + lines * LINE,
        lines,
        LINE / math.ceil(QFontMetricsF(font()).height()),
        words.replace("\n", "<br>"),
        breakable=True,
        font=font(),
        width=WIDTH,
    )


def row(top: float, high: float = 100.0, words: str = "", *, heading: bool = False) -> Leaf:
    return Leaf(top, top + high, words=words, heading=heading)


def said(words: str, pages: Pages) -> list[str]:
    """What stands on each page of a text that begins with the first."""
    lines = lines_of(words, dict(pages.early[0]))
    spans = [(round(top / LINE), round(end / LINE)) for top, end in pages.spans]
    return ["".join(lines[top:end]).strip() for top, end in spans]


def test_what_fits_is_one_page() -> None:
    assert paged([row(0), row(110)], 210).spans == ((0, 210),)


def test_rows_go_whole_and_a_page_begins_with_one() -> None:
    rows = [row(110 * at) for at in range(5)]
    assert paged(rows, 250).spans == ((0, 210), (220, 430), (440, 540))


def test_a_heading_goes_with_what_it_heads() -> None:
    leaves = [row(0), row(110), row(220, 40, "Sources", heading=True), row(270)]
    assert paged(leaves, 300).spans == ((0, 210), (220, 370))


def test_a_heading_is_not_left_alone_on_a_page_that_is_hardly_filled() -> None:
    leaves = [row(0), row(110, 40, "Bodies", heading=True), row(160, 200), row(370, 200)]
    assert paged(leaves, 300).spans == ((0, 100), (110, 360), (370, 570))


def test_a_heading_in_a_second_column_goes_with_what_it_heads() -> None:
    left = [replace(row(110 * at), left=0, width=300) for at in range(4)]
    right = [replace(row(120, 80, "Ground", heading=True), left=320, width=300)]
    right += [replace(row(220), left=320, width=300), replace(row(330), left=320, width=300)]
    assert paged([*left, *right], 240).spans == ((0, 100), (110, 320), (330, 430))


def test_what_stands_side_by_side_stays_together() -> None:
    leaves = [row(0), row(100, 200), row(150, 40, "beside it."), row(310)]
    assert paged(leaves, 310).spans == ((0, 300), (310, 410))


def test_what_is_higher_than_a_page_is_shown_all_the_same() -> None:
    pages = paged([row(0), row(110, 500), row(620)], 200).spans
    assert pages == ((0, 100), (110, 310), (310, 510), (510, 610), (620, 720))


@pytest.mark.parametrize("words", [f"{ENGLISH} {ENGLISH}", CHINESE * 4], ids=["en", "zh"])
@pytest.mark.parametrize("room", [5, 6])
def test_a_page_of_a_text_ends_with_a_sentence(words: str, room: int) -> None:
    pages = paged([read(words)], room * LINE)
    told = said(words, pages)
    assert len(told) > 1
    assert "".join(told).replace(" ", "") == words.replace(" ", "")
    ends = [page for page in told if page.endswith((".", "。"))]
    assert len(ends) >= len(told) - 1
    assert all(end - top <= room * LINE + 1 for top, end in pages.spans)
    lines = len(lines_of(words)) + pages.added[0]
    assert pages.spans[-1][1] == pytest.approx(lines * LINE)


LONG = {
    "en": (
        "By 24 October the armies had crossed the river, now between them and home, and stood on "
        "the sand of the old bed. The column fell back alone day after day,",
        " luring them off the railway and towards the villages where the others were to come.",
    ),
    "zh": (
        "至24日，各军已渡过漳河，背水列阵，在古河道的沙地上停了下来，等候后续部队。"
        "第1纵队独自且战且退，一步一步把对方从铁路两侧引向东面的村庄和沙地，"
        "等待其他各纵队和地方部队陆续赶到战场，",
        "再从东西两面合拢。",
    ),
}


@pytest.mark.parametrize("language", LONG)
def test_a_page_that_a_sentence_would_leave_short_ends_with_a_clause(language: str) -> None:
    first, then = LONG[language]
    told = said(first + then, paged([read(first + then)], 5 * LINE))
    assert told == [first, then.strip()]


def test_no_page_ends_with_a_clause_within_a_link() -> None:
    first, then = LONG["en"]
    linked = (first + then).replace(
        "day after day, luring", '<a href="x">day after day, luring</a>'
    )
    page, _ = said(first + then, paged([replace(read(first + then), words=linked)], 5 * LINE))
    assert page.startswith(f"{first} luring")


def test_a_sentence_longer_than_a_page_goes_on_with_a_whole_line() -> None:
    words = "One two three four five six seven eight nine ten " * 4
    pages = paged([read(words.strip() + ".")], 3 * LINE)
    assert dict(pages.early[0]) == {}
    assert [top % LINE for top, _ in pages.spans] == [0] * len(pages.spans)


def test_what_follows_a_text_moves_with_the_lines_that_end_early() -> None:
    text = read(ENGLISH)
    after = [row(text.bottom + 20), row(text.bottom + 130)]
    pages = paged([text, *after], 4 * LINE)
    lines = len(lines_of(ENGLISH, dict(pages.early[0])))
    assert pages.added[0] == lines - text.lines
    assert pages.added[0] > 0
    assert pages.spans[-1][1] == pytest.approx(lines * LINE + 230)


def test_a_page_begins_with_no_empty_line() -> None:
    words = "One sentence that is long enough for a line or for two of them.\n\nAnother one. " * 2
    pages = paged([read(words.strip())], 3 * LINE)
    lines = lines_of(words.strip(), dict(pages.early[0]))
    assert all(lines[round(top / LINE)].strip() for top, _ in pages.spans)


def test_a_text_that_qt_quick_lays_out_otherwise_is_parted_by_its_lines() -> None:
    text = read(ENGLISH)
    other = Leaf(0, (text.lines + 1) * LINE, text.lines + 1, words=text.words, breakable=True)
    pages = paged([other], 4 * LINE)
    assert (dict(pages.early[0]), pages.added[0]) == ({}, 0)
    assert all(top % LINE == 0 for top, _ in pages.spans)


def test_a_page_ends_with_its_last_line_whatever_room_the_text_keeps_beneath() -> None:
    text = read(ENGLISH)
    deep = replace(text, bottom=text.bottom + 9)
    pages = paged([deep, row(deep.bottom)], 3 * LINE + 9)
    lines = [(end - top) / LINE for top, end in pages.spans[:-1]]
    assert lines == [pytest.approx(round(count)) for count in lines]


def test_links_count_as_the_words_they_are() -> None:
    linked = ENGLISH.replace("the village", '<a href="places/village">the village</a>')
    plain, link = read(ENGLISH), read(ENGLISH)
    link = replace(link, words=linked)
    assert paged([plain], 4 * LINE) == paged([link], 4 * LINE)


def test_bold_words_are_as_wide_as_they_are_drawn() -> None:
    bold = font()
    bold.setWeight(QFont.Weight.Bold)
    marked = replace(read(ENGLISH), words=f"<b>{ENGLISH}</b>")
    drawn = replace(read(ENGLISH), font=bold)
    assert paged([marked], 4 * LINE).early == paged([drawn], 4 * LINE).early
    assert paged([marked], 4 * LINE).early != paged([read(ENGLISH)], 4 * LINE).early


@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
@pytest.mark.parametrize("most", [2, 3])
def test_a_text_is_parted_between_sentences(text: str, most: int) -> None:
    parted = paragraphs(text, font(), WIDTH, most)
    assert len(parted) > 1
    assert "".join(parted).replace(" ", "") == text.replace(" ", "")
    for paragraph in parted:
        lines = len(lines_of(paragraph))
        assert lines <= most or paragraph.count(".") + paragraph.count("。") == 1
    for one, after in itertools.pairwise(parted):
        first = after.split(". ")[0].split("。")[0]
        assert len(lines_of(f"{one} {first}.")) > most


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("", []),
        ("One.", ["One."]),
        ("One.<br><br>Two.", ["One.", "Two."]),
        ('<a href="people/a">A. B.</a> came.', ['<a href="people/a">A. B.</a> came.']),
    ],
)
def test_what_was_parted_stays_so(text: str, parted: list[str]) -> None:
    assert paragraphs(text, font(), WIDTH, 3) == parted


def test_no_link_is_parted() -> None:
    link = '<a href="places/a">Mt. Ada and the long valley that leads to it from the north</a>'
    parted = paragraphs(f"They came to {link}. It rained.", font(), WIDTH, 1)
    assert parted == [f"They came to {link}.", "It rained."]


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, "One. <b>Two</b>.<br><br>Three\nFour"])
def test_sentences_together_are_the_text(text: str) -> None:
    found = sentences(text)
    assert "".join(found) == text
    assert len(found) > 2


def test_a_sentence_does_not_end_in_a_link() -> None:
    assert sentences('By <a href="x">St. Mary</a> it ended. Then not.') == [
        'By <a href="x">St. Mary</a> it ended.',
        " Then not.",
    ]


@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
def test_the_stretches_of_sentences_cover_all_lines_one_after_the_other(text: str) -> None:
    leaf = read(text)
    every = [stretches(leaf, number, {}) for number in range(len(sentences(text)))]
    assert stretches(leaf, len(every), {}) == []
    flat = [stretch for said in every for stretch in said]
    assert [line for line, _, _ in flat] == sorted(line for line, _, _ in flat)
    assert {line for line, _, _ in flat} == set(range(leaf.lines))
    for (line, _, end), (after, start, _) in itertools.pairwise(flat):
        assert start >= end if line == after else start == 0


def test_a_line_that_ends_early_moves_the_stretches_after_it() -> None:
    leaf = read(ENGLISH)
    last = len(sentences(ENGLISH)) - 1
    (line, _, _), *_ = stretches(leaf, last, {})
    (moved, _, _), *_ = stretches(leaf, last, {0: WIDTH / 2})
    assert moved >= line
    assert stretches(leaf, 0, {0: WIDTH / 2})[0][2] <= WIDTH / 2
