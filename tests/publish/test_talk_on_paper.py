"""`kiosk render --as talk`: chosen slides on paper, each with its speaker's notes."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication

from kiosk import cli
from kiosk.exhibit.model import Exhibit
from kiosk.machine import whole
from kiosk.publish.paper import notes
from kiosk.publish.paper.sheet import A4
from kiosk.talk.slides import slides_of, talk_of
from tests.meeting import CONTENT, read

CHOSEN = (5, 7)
"""A phase with many events, whose words are set small, and a decision."""


@pytest.fixture(scope="module")
def pages(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page, by language."""
    out, exhibit = tmp_path_factory.mktemp("talk"), read(CONTENT)
    talk = talk_of(exhibit, "full")
    assert notes.run(exhibit, CONTENT, out, talk, CHOSEN, ("en", "zh"), (A4,))
    assert {file.name for file in out.iterdir()} == {"talk.full.en.a4.pdf", "talk.full.zh.a4.pdf"}
    return {
        language: [
            page.extract_text() for page in PdfReader(out / f"talk.full.{language}.a4.pdf").pages
        ]
        for language in ("en", "zh")
    }


def plain(text: str) -> str:
    """The letters and digits alone: what is between them may be set otherwise on paper."""
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_slide_has_a_page_with_its_notes_and_what_its_clicks_bring(
    pages: dict[str, list[str]], language: str
) -> None:
    exhibit = read(CONTENT)
    slides = slides_of(exhibit, talk_of(exhibit, "full"))
    assert len(pages[language]) == len(CHOSEN)
    for page, number in zip(pages[language], CHOSEN, strict=True):
        slide = slides[number - 1]
        ref = slide.ref
        assert ref
        record = exhibit.entry(ref)
        told = [event for event in getattr(record, "events", ()) if event.id in slide.told]
        clicks = told if number == CHOSEN[0] else record.choices
        assert clicks
        for words in (record.title, record.notes, record.text, *(click.text for click in clicks)):
            assert plain(words.in_(language)) in plain(page)


def test_it_says_where_in_the_talk_a_slide_stands(pages: dict[str, list[str]]) -> None:
    assert plain("The whole campaign · Slide 7 of 25 · 3:00") in plain(pages["en"][1])


@pytest.mark.parametrize("number", ["11", "0", "2,12"])
def test_a_slide_that_is_not_there_is_said_in_a_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, number: str
) -> None:
    out = tmp_path / "out"
    assert cli.main(["render", "--as", "talk", "--slides", number, "--out", str(out)]) == 1
    told = capsys.readouterr()
    missing = number.rpartition(",")[2]
    assert told.err == f'there is no slide {missing}; the talk "ten-minutes" has 10\n'
    assert (told.out, out.exists()) == ("", False)


def test_a_full_disk_is_said_in_a_line(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    small: Exhibit,
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, os.strerror(28), str(path))

    monkeypatch.setattr(whole, "write", full)
    folder = CONTENT.parent / "tests" / "exhibits" / "minimal"
    how = ["--as", "talk", "--slides", "1", "--paper", "a4", "--out", str(tmp_path)]
    assert cli.main(["render", str(folder), *how]) == 1
    told = capsys.readouterr()
    assert told.err == "talk.everything.en.a4.pdf: No space left on device\n"
    assert told.out == f"{tmp_path}: 0 files, 0.0 kB\n"
