"""Papers for an occasion: a leaflet, a pupil's sheet and its answers, and parts of the handout."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from kiosk import cli
from kiosk.exhibit.model import Exhibit
from kiosk.publish.classroom import worksheet
from kiosk.publish.classroom.blocks import side_sign
from kiosk.publish.classroom.worksheet import MOST_NAMES
from kiosk.publish.paper import files
from kiosk.publish.paper.document import Document
from kiosk.publish.paper.flow import Stretch
from kiosk.publish.paper.letters import font_of
from kiosk.publish.paper.sheet import A3_UPRIGHT, A4, LETTER, Sheet
from kiosk.publish.paper.text import Run
from tests.meeting import CONTENT, read

EMPTY = 1 / 3

OCCASIONAL = ("leaflet", "worksheet", "answers")

Compose = Callable[[str, Sheet, tuple[str, ...]], Document]


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    return read(CONTENT)


@pytest.fixture(scope="module")
def compose(qapp: QGuiApplication, exhibit: Exhibit) -> Compose:
    """The pages of a paper in some languages, as they are before they are painted."""
    papers = files.Papers(exhibit, CONTENT, ("en", "zh"))

    def composed(name: str, sheet: Sheet, languages: tuple[str, ...]) -> Document:
        kind = files.KINDS[name]
        tellings = [papers.telling(name, kind.scale, language) for language in languages]
        document = Document(papers.figures, sheet, tellings)
        kind.compose(document)
        return document

    return composed


@pytest.fixture(scope="module")
def printed(
    qapp: QGuiApplication, exhibit: Exhibit, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[str]]:
    """The words of each page, by the name of the paper and its language."""
    out = tmp_path_factory.mktemp("classroom")
    only = ("worksheet", "answers")
    assert files.run(exhibit, CONTENT, out, languages=("en", "zh"), sheets=(A4,), only=only)
    return {
        f"{name}.{language}": words(out / f"{name}.{language}.a4.pdf")
        for name in only
        for language in ("en", "zh")
    }


def words(file: Path) -> list[str]:
    document = QPdfDocument()
    assert document.load(str(file)) is QPdfDocument.Error.None_
    pages = (document.getAllText(page).text() for page in range(document.pageCount()))
    return [" ".join(page.replace("\u00a0", " ").split()) for page in pages]


@pytest.mark.parametrize("sheet", [A4, LETTER, A3_UPRIGHT])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", OCCASIONAL)
def test_what_is_for_an_occasion_has_two_full_pages(
    compose: Compose, name: str, language: str, sheet: Sheet
) -> None:
    fullness = compose(name, sheet, (language,)).pages.fullness
    assert len(fullness) == 2
    assert min(fullness) > 1 - EMPTY
    assert max(fullness) <= 1


@pytest.mark.parametrize("sheet", [A4, LETTER])
@pytest.mark.parametrize(
    ("name", "languages"),
    [
        *(("handout", languages) for languages in (("en",), ("zh",), ("en", "zh"))),
        *(("large-print", languages) for languages in (("en",), ("zh",))),
    ],
)
def test_no_page_of_a_book_is_a_third_empty_and_no_map_parts_from_its_text(
    compose: Compose, name: str, languages: tuple[str, ...], sheet: Sheet
) -> None:
    pages = compose(name, sheet, languages).pages
    assert min(pages.fullness) >= 1 - EMPTY
    for page in pages.pages[1:]:
        blocks = [stood.block for stood in page]
        maps = [place for place, block in enumerate(blocks) if isinstance(block, Stretch)]
        assert all(len(blocks) > place + 2 for place in maps)  # its caption, and what it shows


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_names_to_be_found_stand_in_the_list_alone_and_in_the_answers(
    exhibit: Exhibit, compose: Compose, printed: dict[str, list[str]], language: str
) -> None:
    asked, told = (printed[f"{name}.{language}"][0] for name in ("worksheet", "answers"))
    keys = to_find(compose("worksheet", A4, (language,)))
    assert len(keys) == MOST_NAMES
    names = {place.id: plain(place.name.in_(language)) for place in exhibit.places}
    found = [names.pop(key) for key in keys]
    for longer in sorted(names.values(), key=len, reverse=True):
        asked = plain(asked).replace(longer, "")
    for number, name in enumerate(found, 1):
        assert asked.count(name) == 1, name
        assert f"{number}{name}" in re.sub(r"[\W_]+", "", told), name
    for side in exhibit.sides:
        name = plain(side.name.in_(language))
        assert (asked.count(name), plain(told).count(name)) == (1, 1)


@pytest.mark.parametrize("sheet", [A4, LETTER, A3_UPRIGHT])
def test_a_sheet_and_its_answers_have_the_same_map(compose: Compose, sheet: Sheet) -> None:
    one, other = (compose(name, sheet, ("en",)) for name in ("worksheet", "answers"))
    assert to_find(one) == to_find(other)


def to_find(document: Document) -> list[str]:
    """The ids of the places that have numbers."""
    document.begin_in(worksheet.WORKSHEET)
    return worksheet._to_find(document, worksheet._height(document)[0])


@pytest.mark.parametrize("name", ["ancient", "arabic", "eight-sides"])
def test_a_sheet_that_has_room_on_one_page_is_one_page(qapp: QGuiApplication, name: str) -> None:
    folder = CONTENT.parent / "tests" / "exhibits" / name
    asked = read(folder)
    language = asked.exhibit.languages[0]
    papers = files.Papers(asked, folder, (language,))
    telling = papers.telling("worksheet", worksheet.WORKSHEET, language)
    document = Document(papers.figures, A4, [telling])
    worksheet.compose(document)
    assert len(document.pages.pages) == 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_asked_is_answered_with_its_sources(
    exhibit: Exhibit, printed: dict[str, list[str]], language: str
) -> None:
    asked, told = (" ".join(printed[f"{name}.{language}"]) for name in ("worksheet", "answers"))
    decision = exhibit.decisions[0]
    for phase in exhibit.phases:
        assert phase.question
        question, answer = phase.question.in_(language), phase.text.in_(language)
        assert (plain(question) in plain(asked), plain(question) in plain(told)) == (True, True)
        assert (plain(answer) in plain(asked), plain(answer) in plain(told)) == (False, True)
    for choice in decision.choices:
        assert plain(choice.text.in_(language)) in plain(asked)
        assert plain(choice.reply.in_(language)) not in plain(asked)
        assert plain(choice.reply.in_(language)) in plain(told)
    assert plain(decision.happened.in_(language)) in plain(told)
    assert exhibit.sources[0].title.in_(language) in told


def plain(text: str) -> str:
    """The letters alone: numbers of sources stand between words."""
    return re.sub(r"[\W\d_]+", "", text)


def test_events_to_be_put_in_order_stand_in_another(
    exhibit: Exhibit, printed: dict[str, list[str]]
) -> None:
    keys = [next(e for e in phase.events if e.key) for phase in exhibit.phases]
    captions = [plain((event.caption or event.text).in_("en")) for event in keys]
    asked, told = (plain(printed[f"{name}.en"][1]) for name in ("worksheet", "answers"))
    assert [*map(asked.index, captions)] != sorted(map(asked.index, captions))
    assert [*map(told.index, captions)] == sorted(map(told.index, captions))


def test_parts_of_the_handout_are_printed_alone(
    qapp: QGuiApplication, exhibit: Exhibit, tmp_path: Path
) -> None:
    only = ("decisions", "lessons")
    assert files.run(exhibit, CONTENT, tmp_path, languages=("en",), sheets=(A4,), only=only)
    assert [file.name for file in tmp_path.iterdir()] == ["handout-lessons-decisions.en.a4.pdf"]
    told = plain(" ".join(words(tmp_path / "handout-lessons-decisions.en.a4.pdf")))
    titles = [one.title for one in exhibit.lessons] + [one.title for one in exhibit.decisions]
    for title in titles:
        assert plain(title.in_("en")) in told
    assert plain(exhibit.phases[0].text.in_("en")) not in told


@pytest.mark.parametrize(
    ("how", "code", "said"),
    [
        (["--as", "pdf", "--only", "leaflt"], 1, 'no paper "leaflt" (did you mean "leaflet"?)'),
        (["--only", "leaflet"], 1, "--only goes with --as pdf and --as slides"),
    ],
)
def test_a_paper_that_is_not_there_is_said_in_a_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, how: list[str], code: int, said: str
) -> None:
    out = tmp_path / "out"
    assert cli.main(["render", *how, "--out", str(out)]) == code
    told = capsys.readouterr().err.strip().splitlines()[-1]
    assert said in told
    assert not out.exists()


def test_signs_of_sides_are_told_apart_in_grey(qapp: QGuiApplication) -> None:
    three = read(CONTENT.parent / "tests" / "exhibits" / "three-sides")

    def grey(exhibit: Exhibit, side: int) -> list[int]:
        page = QImage(120, 90, QImage.Format.Format_RGB32)
        page.fill(QColor("white"))
        painter = QPainter(page)
        side_sign(exhibit.sides[side])(painter, QRectF(page.rect()))
        painter.end()
        return [*bytes(page.convertToFormat(QImage.Format.Format_Grayscale8).constBits())]

    for exhibit in (read(CONTENT), three):
        signs = [grey(exhibit, side) for side in range(len(exhibit.sides))]
        for one, other in combinations(signs, 2):
            unlike = sum(abs(a - b) > 40 for a, b in zip(one, other, strict=True))
            assert unlike / sum(level < 200 for level in one) > 0.1


def test_the_answers_show_the_map_that_was_laid_out_for_their_worksheet(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    only = ("worksheet", "answers")
    papers = files.Papers(exhibit, CONTENT, ("en", "zh"), (A4,), only)
    named = [[name for name, _ in batch] for batch in papers.batches]
    assert named == [[f"{name}.{language}.a4.pdf" for name in only] for language in ("en", "zh")]
    for _, make in papers.batches[0]:
        make()
    laid = papers.figures._sketched.cache_info()
    assert laid.hits > laid.misses


def test_a_map_has_the_letters_of_its_language_whatever_was_printed_before(
    qapp: QGuiApplication, exhibit: Exhibit, tmp_path: Path
) -> None:
    font_of.cache_clear()
    papers = files.Papers(exhibit, CONTENT, ("en", "zh"), (A4,), ("leaflet",))
    english, chinese = (make for _, make in papers.files())
    told = []
    for make in (english, chinese, english):
        (tmp_path / "it.pdf").write_bytes(make())
        told.append(words(tmp_path / "it.pdf"))
    assert told[0] == told[2]


def test_a_source_that_ends_a_text_is_not_named_again_behind_it(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    telling = files.Papers(exhibit, CONTENT, ("en",)).telling(
        "leaflet", files.KINDS["leaflet"].scale, "en"
    )
    text = telling.outline.section(exhibit.phases[0]).text
    assert text is not None
    first, *_ = telling.known(text)[1::2]
    more = telling.known(text, after=[Run("So.", telling.types.body), first])
    assert [run.to for run in more if run.to] == [
        run.to for run in telling.known(text)[3::2] if run.to
    ]
