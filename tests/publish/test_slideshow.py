"""`kiosk render --as slides`: a talk to take along, as PDF, PPTX and pictures."""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage

from kiosk import cli
from kiosk.publish import slides, slideshow
from kiosk.publish.pictures import at_rest
from kiosk.talk.slides import slides_of, talk_of
from tests.meeting import CONTENT, read
from tests.publish.pdf import elements

pptx = pytest.importorskip("pptx", reason="python-pptx comes with the extra `slides`")

CHOSEN = (8, 3)
"""A decision before a phase: slides come in the order in which they are asked for."""

SHAPE = pytest.approx(16 / 9, abs=0.01)


@pytest.fixture(scope="module", params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def taken(qapp: QGuiApplication, language: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    exhibit, out = read(CONTENT), tmp_path_factory.mktemp("taken")
    talk, forms = talk_of(exhibit, "full"), slideshow.FORMS
    assert slideshow.run(exhibit, CONTENT, out, talk, CHOSEN, (language,), forms)
    return out


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def test_each_form_has_its_file_and_each_slide_its_picture(taken: Path, language: str) -> None:
    ends = ("pdf", "pptx", "08.png", "03.png")
    assert {file.name for file in taken.iterdir()} == {f"slides.full.{language}.{e}" for e in ends}
    picture = QImage(str(taken / f"slides.full.{language}.03.png"))
    assert picture.width() / picture.height() == SHAPE


def test_a_pdf_has_a_page_a_slide_and_says_what_stands_there(taken: Path, language: str) -> None:
    reader = PdfReader(taken / f"slides.full.{language}.pdf")
    assert [page.mediabox.width / page.mediabox.height for page in reader.pages] == [SHAPE, SHAPE]
    assert all(len(page.images) == 1 for page in reader.pages)
    root: Any = reader.root_object
    assert root["/Lang"] == language
    assert b"pdfuaid" not in root["/Metadata"].get_data()  # its words are pictures
    told = [element["/Alt"] for element in elements(reader) if element["/S"] == "/Figure"]
    planned = slides_of(read(CONTENT), talk_of(read(CONTENT), "full"))
    assert [len(alt.splitlines()) for alt in told] == [planned[n - 1].steps for n in CHOSEN]


def test_a_pptx_has_titles_pictures_and_notes(taken: Path, language: str) -> None:
    exhibit = read(CONTENT)
    planned = slides_of(exhibit, talk_of(exhibit, "full"))
    show = pptx.Presentation(str(taken / f"slides.full.{language}.pptx"))
    assert show.slide_width / show.slide_height == SHAPE
    for number, page in zip(CHOSEN, show.slides, strict=True):
        slide = planned[number - 1]
        assert slide.ref
        record = exhibit.entry(slide.ref)
        notes = plain(page.notes_slide.notes_text_frame.text)
        assert page.shapes.title.text
        picture = page.shapes[-1]
        assert (picture.width, picture.height) == (show.slide_width, show.slide_height)
        assert picture._element.nvPicPr.cNvPr.get("descr").startswith(page.shapes.title.text)
        assert (
            plain((slide.notes or getattr(record, "notes", None) or record.name).in_(language))
            in notes
        )
        for choice in getattr(record, "choices", ()):
            assert plain(choice.text.in_(language)) in notes
            assert plain(choice.reply.in_(language)) in notes


def test_notes_are_printed_large_enough_to_be_read_standing(taken: Path, language: str) -> None:
    show = pptx.Presentation(str(taken / f"slides.full.{language}.pptx"))
    (body,) = (
        s for s in show.notes_master.placeholders if s.placeholder_format.type.name == "BODY"
    )
    for page in show.slides:
        frame = page.notes_slide.notes_text_frame
        sizes = [paragraph.font.size.pt for paragraph in frame.paragraphs]
        assert min(sizes) >= 12
        across = body.width.pt / {"en": 6.5, "zh": 12}[language]
        lines = sum(1 + int(len(paragraph.text) / across) for paragraph in frame.paragraphs)
        assert lines * 15 < body.height.pt


def test_without_its_library_a_pptx_is_missing_with_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    how = ["--as", "slides", "--slides", "1", "--language", "en", "--out", str(tmp_path / "out")]
    assert cli.main(["render", str(CONTENT.parent / "tests/exhibits/minimal"), *how]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "slides.everything.en.pptx: python-pptx is not installed:"
        " pip install 'campaign-kiosk[slides]'"
    ]
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["slides.everything.en.pdf"]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (["--slides", "12"], 'there is no slide 12; the talk "ten-minutes" has 10'),
        (["--only", "ppt"], 'there is no form "ppt" (did you mean "pptx"?)'),
    ],
)
def test_what_is_not_there_is_said_in_a_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, how: list[str], said: str
) -> None:
    out = tmp_path / "out"
    assert cli.main(["render", "--as", "slides", *how, "--out", str(out)]) == 1
    assert said in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("frame_ms", [0, 20])
def test_the_first_slide_has_its_words(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch, frame_ms: int
) -> None:
    exhibit = read(CONTENT)
    monkeypatch.setattr(slides, "at_rest", partial(at_rest, frame_ms=frame_ms))
    (first,) = slides.drawn(exhibit, CONTENT, talk_of(exhibit), "en", (1,))
    words = first.copy(QRect(0, 0, first.width() // 3, first.height()))
    ink = bytes(words.convertToFormat(QImage.Format.Format_Grayscale8).constBits())
    assert sum(level < 100 for level in ink) > 0.02 * len(ink)
