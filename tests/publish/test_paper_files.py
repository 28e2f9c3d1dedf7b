"""`kiosk render --as pdf`: papers that can be read, found by their text, whole or not at all."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtPdf import QPdfDocument

from kiosk import cli
from kiosk.exhibit.model import Exhibit, Picture, Words
from kiosk.exhibit.reader import read_exhibit
from kiosk.publish.paper import files
from kiosk.publish.paper.mapfigure import MapFigures
from kiosk.publish.paper.poster.poster import Poster
from kiosk.publish.paper.scale import POSTER
from kiosk.publish.paper.sheet import A3, A3_UPRIGHT, A4, A4_LYING, LETTER, Sheet
from kiosk.publish.scene import Scene
from tests.exhibit.made import timed
from tests.lasting import many_phases
from tests.publish.conftest import changed
from tests.publish.pdf import elements, links, root_of

MINIMAL = Path(__file__).parents[1] / "exhibits" / "minimal"
PAPERS = {
    **{"handout.en.a4.pdf": A4, "handout.en.letter.pdf": LETTER},
    **{"large-print.en.a4.pdf": A4, "large-print.en.letter.pdf": LETTER},
    **{"timeline.en.a3.pdf": A3, "timeline.en.a4.pdf": A4_LYING},
}
BOOKS = ("timeline", "handout", "large-print")


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    exhibit = read_exhibit(MINIMAL).exhibit
    assert exhibit is not None
    return exhibit


def opened(file: Path) -> QPdfDocument:
    document = QPdfDocument()
    assert document.load(str(file)) is QPdfDocument.Error.None_
    return document


def text_of(file: Path) -> str:
    """All its words, one space between two."""
    document = opened(file)
    pages = [document.getAllText(page).text() for page in range(document.pageCount())]
    return " ".join(" ".join(pages).replace("\u00a0", " ").split())


def said(exhibit: Exhibit, *kinds: str) -> list[str]:
    """The texts that a reader must find, in the one language."""
    texts = []
    for kind in kinds:
        for record in getattr(exhibit, kind):
            for name in ("title", "question", "text", "claimed_by", "against", "about"):
                words = getattr(record, name, None)
                texts += [words.in_("en")] if isinstance(words, Words) else []
            texts += [part.text.in_("en") for part in getattr(record, "events", ())]
            texts += [part.says.in_("en") for part in getattr(record, "voices", ())]
    return texts


def test_there_is_a_file_for_each_size_of_paper(printed: Path) -> None:
    kinds = {f"{name}.en.{sheet.name}.pdf" for name in files.KINDS for sheet in (A4, LETTER)}
    assert {file.name for file in printed.iterdir()} == {*PAPERS, *kinds}


@pytest.mark.parametrize(("name", "sheet"), PAPERS.items())
def test_pages_have_their_size(printed: Path, name: str, sheet: Sheet) -> None:
    document = opened(printed / name)
    assert document.pageCount() == 2 if name.startswith("timeline") else document.pageCount() > 3
    for page in range(document.pageCount()):
        size = document.pagePointSize(page)
        assert size.width() == pytest.approx(sheet.width_mm * 72 / 25.4, abs=1)
        assert size.height() == pytest.approx(sheet.height_mm * 72 / 25.4, abs=1)


@pytest.mark.parametrize("name", ["handout.en.a4.pdf", "large-print.en.letter.pdf"])
def test_all_that_is_told_can_be_found(printed: Path, exhibit: Exhibit, name: str) -> None:
    text = text_of(printed / name)
    kinds = ("phases", "lessons", "decisions", "disagreements", "people", "terms", "sources")
    missing = [told for told in said(exhibit, *kinds) if told not in text]
    assert missing == []


HOUR_OR_SKY = re.compile(r"\d:\d\d|night, (?:no )?moon|· day\b")


@pytest.mark.parametrize("known", [True, False])
def test_papers_show_hours_and_sky_only_where_sources_give_an_hour(
    qapp: QGuiApplication, exhibit: Exhibit, tmp_path: Path, known: bool
) -> None:
    assert files.run(timed(exhibit, known), MINIMAL, tmp_path, languages=("en",))
    for name in ("timeline.en.a3.pdf", "handout.en.a4.pdf", "large-print.en.a4.pdf"):
        assert bool(HOUR_OR_SKY.search(text_of(tmp_path / name))) is known, name


def test_the_poster_tells_every_event_by_its_number(printed: Path, exhibit: Exhibit) -> None:
    text = text_of(printed / "timeline.en.a3.pdf")
    events = [event for phase in exhibit.phases for event in phase.events]
    for number, event in enumerate(sorted(events, key=lambda event: event.at), 1):
        assert re.search(rf"\b{number} \S+ \w+ {re.escape(event.text.in_('en'))}", text), event.id


def test_phases_too_short_on_the_axis_of_the_poster_stand_in_cells_with_all_they_tell(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    folder = many_phases(tmp_path / "many")
    many = read_exhibit(folder).exhibit
    assert many is not None
    only = (files.POSTER_NAME,)
    assert files.run(many, folder, tmp_path / "papers", languages=("en",), only=only)
    text = text_of(tmp_path / "papers" / "timeline.en.a3.pdf")
    for number, phase in enumerate(many.phases, 1):
        assert f"{number} {phase.short.in_('en')}" in text
    assert len(re.findall(r"Something happens for the \d\. time", text)) == 72
    assert "4 June Something" in text  # its phase has the year


def test_no_list_of_the_poster_lies_under_the_names_of_sides(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    long = Words("An army with a name that goes on, " * 5)
    sides = tuple(changed(side, name=long) for side in exhibit.sides)
    papers = files.Papers(changed(exhibit, sides=sides), MINIMAL, ("en",))
    poster = Poster(papers.figures, papers.telling("timeline", POSTER, "en"))
    assert len(poster._under_names(above=False)) == len(exhibit.phases)
    lists = [poster._high_of(phase, above=False) for phase in exhibit.phases]
    assert poster._beside_names(above=False) == max(lists)


def test_statements_name_their_sources_by_number(printed: Path) -> None:
    text = text_of(printed / "large-print.en.a4.pdf")
    assert "About 1,500 killed or wounded [2]" in text
    assert "2 Casualty figures as commonly given" in text


@pytest.mark.parametrize("name", PAPERS)
def test_only_our_own_fonts_are_in_a_file_and_no_picture(printed: Path, name: str) -> None:
    held = (printed / name).read_bytes()
    fonts = set(re.findall(rb"/FontName /([\w+-]+)", held))
    assert fonts
    assert all(font.split(b"+")[-1].startswith(b"Noto") for font in fonts), fonts
    assert b"/Subtype /Image" not in held


def test_a_file_says_its_title_and_its_language(printed: Path) -> None:
    for name in PAPERS:
        reader = PdfReader(printed / name)
        assert reader.metadata is not None
        assert reader.metadata.title == "Culloden"
        root = root_of(reader)
        assert root["/Lang"] == "en"
        assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
        assert reader.pdf_header == "%PDF-1.7"


@pytest.mark.parametrize("name", ["handout.en.a4.pdf", "large-print.en.letter.pdf"])
def test_bookmarks_and_contents_lead_to_each_chapter(printed: Path, name: str) -> None:
    reader = PdfReader(printed / name)
    bookmarks = [bookmark for bookmark in reader.outline if isinstance(bookmark, Destination)]
    assert bookmarks == reader.outline
    for bookmark in bookmarks:
        page = reader.get_destination_page_number(bookmark)
        assert page is not None
        assert str(bookmark.title) in words_of(reader, page)
    titles = [bookmark.title for bookmark in bookmarks]
    assert titles[:3] == ["The night march", "An hour on the moor", "Strength and losses"]
    listed = [link for link in links(reader) if link["/Contents"] in titles]
    assert [link["/Contents"] for link in listed] == titles
    assert [page_of(reader, link) for link in listed] == [
        reader.get_destination_page_number(bookmark) for bookmark in bookmarks
    ]


def test_the_number_of_a_source_leads_to_it(printed: Path, exhibit: Exhibit) -> None:
    reader = PdfReader(printed / "handout.en.a4.pdf")
    titles = {source.title.in_("en") for source in exhibit.sources}
    cited = [link for link in links(reader) if link["/Contents"] in titles]
    assert {link["/Contents"] for link in cited} == titles
    for link in cited:
        assert link["/Contents"] in words_of(reader, page_of(reader, link))
        left, bottom, right, top = (float(at) for at in link["/Rect"])
        assert 0 < right - left < 20
        assert 0 < top - bottom < 20


def words_of(reader: PdfReader, page: int) -> str:
    """All words of a page, one space between two, as a machine reads them."""
    return re.sub("[ \n\u00a0]+", " ", reader.pages[page].extract_text())


def page_of(reader: PdfReader, link: Any) -> int:
    page = link["/Dest"][0].get_object()
    return [one.get_object() for one in reader.pages].index(page)


def test_two_languages_stand_side_by_side_in_one_more_handout(
    qapp: QGuiApplication, exhibit: Exhibit, tmp_path: Path
) -> None:
    assert files.run(exhibit, MINIMAL, tmp_path, languages=("en", "zh"), sheets=(A4,))
    both = text_of(tmp_path / "handout.en-zh.a4.pdf")
    for heading in ("Lessons", "启示", "Sources", "资料来源"):
        assert heading in both
    assert both.count(exhibit.phases[0].title.in_("en")) >= 4  # in the contents and as a heading


def test_a_map_that_fails_is_named_and_the_rest_is_written(
    qapp: QGuiApplication,
    exhibit: Exhibit,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    paint = MapFigures.paint

    def fail(figures: MapFigures, painter: Any, box: Any, scene: Scene, *rest: Any) -> None:
        if scene.moment == exhibit.phases[1].moment and scene.spoken_of:
            raise ValueError("no such ground")
        paint(figures, painter, box, scene, *rest)

    monkeypatch.setattr(MapFigures, "paint", fail)
    assert not files.run(
        exhibit, MINIMAL, tmp_path, languages=("en",), sheets=(LETTER,), only=BOOKS
    )
    assert capsys.readouterr().err.splitlines() == [
        "timeline.en.a3.pdf: battle: no such ground",
        "handout.en.letter.pdf: battle: no such ground",
        "large-print.en.letter.pdf: battle: no such ground",
    ]
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "handout.en.letter.pdf",
        "large-print.en.letter.pdf",
        "timeline.en.a3.pdf",
    ]
    assert "An hour on the moor" in text_of(tmp_path / "handout.en.letter.pdf")


def test_a_file_that_fails_is_named_and_leaves_nothing(
    qapp: QGuiApplication, exhibit: Exhibit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "handout.en.a4.pdf").mkdir()
    assert not files.run(exhibit, MINIMAL, tmp_path, languages=("en",), sheets=(A4,))
    assert capsys.readouterr().err == "handout.en.a4.pdf: Is a directory\n"
    assert not list(tmp_path.glob(".part*"))
    assert (tmp_path / "timeline.en.a3.pdf").is_file()


def test_a_folder_that_cannot_be_made(
    exhibit: Exhibit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()
    assert not files.run(exhibit, MINIMAL, file / "out", languages=("en",))
    assert capsys.readouterr().err == f"{file}/out: Not a directory\n"


@pytest.mark.parametrize(
    ("paper", "sheets"),
    [((), [A4, LETTER]), (("--paper", "a4"), [A4]), (("--paper", "a3"), [A3_UPRIGHT])],
)
def test_the_command_prints_on_the_paper_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, paper: tuple[str, ...], sheets: list[Sheet]
) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr(files, "run", lambda *_, processes, **how: asked.update(how) or True)
    arguments = ["render", str(MINIMAL), "--out", str(tmp_path), "--as", "pdf", *paper]
    assert cli.main(arguments) == 0
    assert asked == {"languages": ("en",), "sheets": sheets, "only": files.PAPERS}


DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">
<path d="M9 9h72v42h-72z" fill="none" stroke="#ffffff"/>
<text id="gate" x="5" y="20" font-family="Noto Serif SC" fill="#ffffff">?</text></svg>"""


def pictured(exhibit: Exhibit, folder: Path) -> Exhibit:
    """The exhibit with a drawing on a phase and a term, and a photograph on a lesson."""
    shutil.copytree(MINIMAL, folder, dirs_exist_ok=True)
    (folder / "gate.svg").write_text(DRAWING)
    wall = QImage(300, 200, QImage.Format.Format_RGB32)
    wall.fill(QColor("grey"))
    assert wall.save(str(folder / "wall.png"))
    pictures = tuple(
        Picture.model_validate(
            {"id": id_, "name": f"A {id_}", "file": file, "alt": f"{id_} seen from the east",
             "labels": labels, "credit": "CC0 by nobody", "sources": ["outline"]}
        )
        for id_, file, labels in (
            ("gate", "gate.svg", [{"key": "gate", "text": {"en": "The gate", "zh": "大门"}}]),
            ("wall", "wall.png", []),
        )
    )  # fmt: skip

    def first(records: tuple[Any, ...], *shown: str) -> tuple[Any, ...]:
        return (records[0].model_copy(update={"pictures": shown}), *records[1:])

    return exhibit.model_copy(
        update={
            "pictures": pictures,
            "phases": first(exhibit.phases, "gate"),
            "lessons": first(exhibit.lessons, "wall"),
            "terms": first(exhibit.terms, "gate"),
        }
    )


def test_pictures_are_printed_once_with_words_and_credit(
    qapp: QGuiApplication, exhibit: Exhibit, tmp_path: Path
) -> None:
    shown, out = pictured(exhibit, tmp_path / "content"), tmp_path / "out"
    assert files.run(shown, tmp_path / "content", out, languages=("en", "zh"), sheets=(A4,))
    for name, words in (("handout.en", ["The gate"]), ("handout.en-zh", ["The gate", "大门"])):
        text = text_of(out / f"{name}.a4.pdf")
        for word in words:
            assert text.count(word) == 1
        assert text.count("A gate gate seen from the east CC0 by nobody") == len(words)
        assert text.count("A wall wall seen from the east CC0 by nobody") == len(words)
        resources: list[Any] = [
            page["/Resources"] for page in PdfReader(out / f"{name}.a4.pdf").pages
        ]
        images = [image for held in resources for image in held.get("/XObject", ())]
        assert len(set(images)) == 1  # the photograph; the drawing is lines
    figures = [
        element["/Alt"]
        for element in elements(PdfReader(out / "handout.en.a4.pdf"))
        if element["/S"] == "/Figure"
    ]
    assert [alt for alt in figures if alt.startswith("A ")] == ["A gate", "A wall"]


def test_a_picture_that_fails_is_named_and_the_rest_is_written(
    qapp: QGuiApplication, exhibit: Exhibit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = pictured(exhibit, tmp_path / "content")
    (tmp_path / "content" / "gate.svg").unlink()
    out = tmp_path / "out"
    how: Any = {"sheets": (A4,), "only": BOOKS[1:]}
    assert not files.run(shown, tmp_path / "content", out, languages=("en",), **how)
    assert capsys.readouterr().err.splitlines() == [
        f"{name}.en.a4.pdf: gate.svg: can't be read: No such file or directory"
        for name in ("handout", "large-print")
    ]
    assert "wall seen from the east" in text_of(out / "handout.en.a4.pdf")
