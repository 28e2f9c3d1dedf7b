"""`kiosk render --as pdf`: papers that can be read, found by their text, whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument

from kiosk import cli
from kiosk.exhibit.model import Exhibit, Words
from kiosk.exhibit.reader import read_exhibit
from kiosk.workbench.paper import files
from kiosk.workbench.paper.mapfigure import MapFigures
from kiosk.workbench.paper.sheet import A3, A4, LETTER, Sheet, printing
from kiosk.workbench.scene import Scene

MINIMAL = Path(__file__).parents[1] / "exhibits" / "minimal"
PAPERS = {
    "handout.en.a4.pdf": A4,
    "handout.en.letter.pdf": LETTER,
    "large-print.en.a4.pdf": A4,
    "large-print.en.letter.pdf": LETTER,
    "timeline.en.a3.pdf": A3,
}


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    exhibit = read_exhibit(MINIMAL).exhibit
    assert exhibit is not None
    return exhibit


@pytest.fixture(scope="module")
def printed(
    qapp: QGuiApplication, exhibit: Exhibit, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    out = tmp_path_factory.mktemp("printed")
    assert files.run(exhibit, MINIMAL, out, languages=("en",))
    return out


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
    assert {file.name for file in printed.iterdir()} == set(PAPERS)


@pytest.mark.parametrize(("name", "sheet"), PAPERS.items())
def test_pages_have_their_size(printed: Path, name: str, sheet: Sheet) -> None:
    document = opened(printed / name)
    assert document.pageCount() == 1 if sheet is A3 else document.pageCount() > 3
    size = document.pagePointSize(0)
    assert size.width() == pytest.approx(sheet.width_mm * 72 / 25.4, abs=1)
    assert size.height() == pytest.approx(sheet.height_mm * 72 / 25.4, abs=1)


@pytest.mark.parametrize("name", ["handout.en.a4.pdf", "large-print.en.letter.pdf"])
def test_all_that_is_told_can_be_found(printed: Path, exhibit: Exhibit, name: str) -> None:
    text = text_of(printed / name)
    kinds = ("phases", "lessons", "decisions", "disagreements", "people", "terms", "sources")
    missing = [told for told in said(exhibit, *kinds) if told not in text]
    assert missing == []


def test_the_poster_tells_every_event_by_its_number(printed: Path, exhibit: Exhibit) -> None:
    text = text_of(printed / "timeline.en.a3.pdf")
    events = [event for phase in exhibit.phases for event in phase.events]
    for number, event in enumerate(sorted(events, key=lambda event: event.at), 1):
        assert re.search(rf"\b{number} \S+ \w+ {re.escape(event.text.in_('en'))}", text), event.id


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
    file = printed / "handout.en.a4.pdf"
    assert opened(file).metaData(QPdfDocument.MetaDataField.Title) == "Culloden"
    assert b"/Lang (en)" in file.read_bytes()


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
        if scene.moment == exhibit.phases[1].moment and scene.told:
            raise ValueError("no such ground")
        paint(figures, painter, box, scene, *rest)

    monkeypatch.setattr(MapFigures, "paint", fail)
    assert not files.run(exhibit, MINIMAL, tmp_path, languages=("en",), sheets=(A4,))
    assert capsys.readouterr().err.splitlines() == [
        "timeline.en.a3.pdf: battle: no such ground",
        "handout.en.a4.pdf: battle: no such ground",
        "large-print.en.a4.pdf: battle: no such ground",
    ]
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "handout.en.a4.pdf",
        "large-print.en.a4.pdf",
        "timeline.en.a3.pdf",
    ]
    assert "An hour on the moor" in text_of(tmp_path / "handout.en.a4.pdf")


def test_a_file_that_fails_is_named_and_leaves_nothing(
    qapp: QGuiApplication, exhibit: Exhibit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "handout.en.a4.pdf").mkdir()
    assert not files.run(exhibit, MINIMAL, tmp_path, languages=("en",), sheets=(A4,))
    (fault,) = capsys.readouterr().err.splitlines()
    assert fault.startswith("handout.en.a4.pdf: ")
    assert "Is a directory" in fault
    assert not list(tmp_path.glob(".part*"))
    assert (tmp_path / "timeline.en.a3.pdf").is_file()


def test_a_folder_that_cannot_be_made(
    exhibit: Exhibit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()
    assert not files.run(exhibit, MINIMAL, file / "out", languages=("en",))
    assert capsys.readouterr().err == f"{file}/out: Not a directory\n"


@pytest.mark.parametrize(("paper", "sheets"), [((), [A4, LETTER]), (("--paper", "a4"), [A4])])
def test_the_command_prints_on_the_paper_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, paper: tuple[str, ...], sheets: list[Sheet]
) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr(files, "run", lambda *_, **how: asked.update(how) or True)
    arguments = ["render", str(MINIMAL), "--out", str(tmp_path), "--as", "pdf", *paper]
    assert cli.main(arguments) == 0
    assert asked == {"languages": ("en",), "sheets": sheets}


def test_a_full_disk_leaves_nothing_under_the_final_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(path: Path, data: bytes) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    with (
        pytest.raises(OSError, match="No space left"),
        printing(tmp_path / "a.pdf", A4, "A", ("en",)),
    ):
        pass
    assert list(tmp_path.iterdir()) == []
