"""A film in a talk: on its slide, begun and held by a key, and gone with the slide."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.media.showing import with_film
from tests.patience import PATIENCE_MS
from tests.talk.conftest import Speak


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
