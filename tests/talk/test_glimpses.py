"""The slides in small, drawn by a process beside the talk."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk.publish import glimpses
from kiosk.talk.glimpses import Command
from tests.meeting import SMALL
from tests.talk.conftest import Speak, Speaker

PROGRAM = """
import shutil, sys
for number in ("2", "1"):
    shutil.copy(sys.argv[1], f"{sys.argv[2]}/{number}.png")
    print(number, flush=True)
"""


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Draws the first two slides, in red for English and in blue for Chinese."""
    for language, colour in (("en", "red"), ("zh", "blue")):
        image = QImage(160, 90, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        assert image.save(str(tmp_path / f"{language}.png"))

    def given(language: str, out: Path) -> list[str]:
        return [sys.executable, "-c", PROGRAM, str(tmp_path / f"{language}.png"), str(out)]

    return given


def pictures(speaker: Speaker) -> list[str]:
    return [row.picture for row in speaker.lectern.deck.slips.rows]


def middle(speaker: Speaker) -> str:
    """The colour in the middle of the first slide in the overview of the speaker's window."""
    picture = speaker.lectern.notes.grabWindow()
    return picture.pixelColor(picture.width() // 8, picture.height() // 8).name()


def test_the_overview_shows_the_slides_themselves_in_the_language_spoken(
    speak: Speak, command: Command
) -> None:
    speaker = speak(notes=True, glimpses=command)
    speaker.await_sight(lambda: all(pictures(speaker)[:2]))
    assert pictures(speaker)[2] == ""
    speaker.press(Qt.Key.Key_G)
    speaker.await_sight(lambda: middle(speaker) == "#ff0000")
    speaker.press(Qt.Key.Key_L)
    speaker.await_sight(lambda: all(pictures(speaker)[:2]))
    speaker.await_sight(lambda: middle(speaker) == "#0000ff")


def test_nothing_is_drawn_for_a_speaker_without_notes(speak: Speak, command: Command) -> None:
    speaker = speak(notes=False, glimpses=command)
    assert speaker.lectern._glimpses._process is None
    speaker.press(Qt.Key.Key_N)
    speaker.await_sight(lambda: all(pictures(speaker)[:2]))


def test_a_program_that_fails_leaves_the_grounds(speak: Speak) -> None:
    def broken(language: str, out: Path) -> list[str]:
        return [str(out / "nothing"), language]

    speaker = speak(notes=True, glimpses=broken)
    speaker.process()
    assert set(pictures(speaker)) == {""}


def test_each_slide_is_drawn_and_said(
    qapp: QGuiApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert glimpses.draw(SMALL, "everything", "en", tmp_path) == 0
    said = capsys.readouterr().out.split()
    assert said == [str(number) for number in range(1, len(said) + 1)]
    assert {file.name for file in tmp_path.iterdir()} == {f"{number}.png" for number in said}
    sizes = {QImage(str(file)).size().toTuple() for file in tmp_path.iterdir()}
    assert sizes == {glimpses.SIZE}


def test_content_that_cannot_be_read_is_no_slides(tmp_path: Path) -> None:
    assert glimpses.draw(tmp_path / "nothing", "everything", "en", tmp_path) == 1
