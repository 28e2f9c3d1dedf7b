"""A film in the real window, by touch: it plays over its picture, and ends with its card."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from kiosk.exhibit.reader import read_exhibit
from tests.media.showing import with_film
from tests.meeting import Meet
from tests.patience import PATIENCE_MS


def test_the_exhibit_with_a_film_has_no_problem(tmp_path: Path) -> None:
    assert read_exhibit(with_film(tmp_path), thorough=True).problems == ()


def test_a_touch_plays_a_film_until_its_card_is_closed(
    meet: Meet, tmp_path: Path, qtbot: QtBot
) -> None:
    visitor = meet(with_film(tmp_path))
    visitor.stand_still()
    visitor.wake()
    visitor.stage.navigation.openCard("pictures/moor")
    visitor.settle()
    film = visitor.stage.film
    visitor.touch(visitor.button("Play the film"))
    qtbot.waitUntil(lambda: bool(film.frame), timeout=PATIENCE_MS)
    assert film.caption == "It rains."
    visitor.process()
    assert "It rains." in [seen.name for seen in visitor.seen(QAccessible.Role.StaticText)]
    qtbot.waitUntil(lambda: film.share == 1.0, timeout=PATIENCE_MS)
    shown = visitor.window.grabWindow()
    picture = next(one for one in visitor.seen(QAccessible.Role.Graphic) if one.name == "A moor")
    middle = shown.pixelColor(picture.area.center().toPoint())
    assert middle.blue() > 200 > middle.red()
    visitor.touch(visitor.button("Close"))
    assert film.picture == ""
