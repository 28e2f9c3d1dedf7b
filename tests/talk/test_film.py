"""A film in a talk: on its slide, begun and held by a key, and gone with the slide."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.media.showing import with_film
from tests.meeting import SMALL
from tests.patience import PATIENCE_MS
from tests.talk.conftest import Speak
from tests.window import walk

FOLDER = SMALL.parent / "galleries"


def test_a_key_plays_the_film_of_a_slide(speak: Speak, tmp_path: Path, qtbot: QtBot) -> None:
    folder = with_film(tmp_path)
    slides = "slides: [{show: pictures/moor, notes: Red.}, {show: sources, notes: All.}]"
    talk = f"talks:\n  - {{id: short, name: Short, minutes: 1, {slides}}}\n"
    (folder / "talks.yaml").write_text(talk, "utf-8")
    speaker = speak(folder, talk="short")
    speaker.open("pictures/moor")
    film = speaker.stage.film
    speaker.press(Qt.Key.Key_M)
    qtbot.waitUntil(lambda: bool(film.frame), timeout=PATIENCE_MS)
    speaker.process()
    heard = [seen.name.strip() for seen in speaker.seen(QAccessible.Role.StaticText)]
    assert "It rains." in heard
    speaker.press(Qt.Key.Key_M)
    assert (film.picture, film.playing) == ("moor", False)
    speaker.press(Qt.Key.Key_Right)
    assert film.picture == ""


@pytest.mark.parametrize("show", ["title", "phases/fall"])
def test_a_key_plays_over_the_map_what_a_slide_tells_in_sign_language(
    speak: Speak, qtbot: QtBot, show: str
) -> None:
    speaker = speak(FOLDER, notes=True)
    speaker.open(show)
    film = speaker.stage.film
    speaker.press(Qt.Key.Key_M)
    qtbot.waitUntil(lambda: bool(film.frame), timeout=PATIENCE_MS)
    speaker.process()
    assert film.picture == show
    (shown,) = (s for s in speaker.seen(QAccessible.Role.Graphic) if s.name == "Sign language")
    green = speaker.window.grabWindow().pixelColor(shown.area.center().toPoint())
    assert green.green() > 100 > green.red()
    said = [item.property("text") for item in walk(speaker.lectern.notes.contentItem())]
    assert any("M Sign language" in text for text in said if text)
    speaker.press(Qt.Key.Key_M)
    assert film.picture == ""


def test_a_slide_that_tells_nothing_in_sign_language_plays_its_own_film_alone(
    speak: Speak, qtbot: QtBot
) -> None:
    speaker = speak(FOLDER)
    speaker.open("pictures/flood")
    speaker.press(Qt.Key.Key_M)
    qtbot.waitUntil(lambda: bool(speaker.stage.film.frame), timeout=PATIENCE_MS)
    assert speaker.stage.film.picture == "flood"
