"""Films in sign language: over the map beside what they tell, and in place of a film."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.exhibit.reels import reels_of
from kiosk.publish.web import site
from tests.meeting import SMALL, Meet, read
from tests.patience import PATIENCE_MS
from tests.publish.html import Page
from tests.window import Visitor

FOLDER = SMALL.parent / "galleries"


@pytest.fixture
def visitor(meet: Meet) -> Visitor:
    """Somebody at the first phase of this exhibit."""
    one = meet(FOLDER, river=False)
    one.stand_still()
    one.wake()
    one.open("phases")
    return one


def colour(visitor: Visitor, name: str) -> QColor:
    """The colour in the middle of the picture of a name."""
    visitor.frame()
    (shown,) = (seen for seen in visitor.seen(QAccessible.Role.Graphic) if seen.name == name)
    return visitor.window.grabWindow().pixelColor(shown.area.center().toPoint())


def test_all_that_is_signed_has_a_film() -> None:
    films = reels_of(read(FOLDER))
    assert list(films) == ["flood", "pictures/flood", "phases/fall"]
    assert films["phases/fall"].file_in("zh") == "films/fall.csl.webm"


def test_a_button_shows_the_stop_in_sign_language_over_the_map(
    visitor: Visitor, qtbot: QtBot
) -> None:
    film = visitor.stage.film
    visitor.touch("Sign language")
    qtbot.waitUntil(lambda: bool(film.frame), timeout=PATIENCE_MS)
    green = colour(visitor, "Sign language")
    assert green.green() > 100 > green.red()
    visitor.touch("Sign language")
    assert film.picture == ""
    assert "Sign language" not in [one.name for one in visitor.seen(QAccessible.Role.Graphic)]


def test_it_ends_with_its_stop_and_with_its_language(visitor: Visitor, qtbot: QtBot) -> None:
    film = visitor.stage.film
    visitor.touch("Sign language")
    assert film.picture == "phases/fall"
    visitor.stage.preferences.nextLanguage()
    assert film.picture == ""
    visitor.settle()
    visitor.touch("手语")
    qtbot.waitUntil(lambda: bool(film.frame), timeout=PATIENCE_MS)
    brown = colour(visitor, "手语")
    assert brown.red() > 120 > brown.blue()
    visitor.open("lessons")
    assert film.picture == ""
    assert not visitor.has_button("手语")


def test_a_film_is_seen_in_sign_language_in_its_place(visitor: Visitor, qtbot: QtBot) -> None:
    visitor.stage.navigation.openCard("pictures/flood")
    visitor.settle()
    film = visitor.stage.film
    visitor.touch("Sign language")
    qtbot.waitUntil(lambda: bool(film.frame), timeout=PATIENCE_MS)
    assert (film.picture, film.caption) == ("pictures/flood", "It rains.")
    green = colour(visitor, "A river that fills the picture.")
    assert green.green() > 100 > green.red()
    visitor.touch("Sign language")
    assert film.picture == "flood"


def test_the_site_has_the_films_in_sign_language(qapp: QGuiApplication, tmp_path: Path) -> None:
    assert site.run(read(FOLDER), FOLDER, tmp_path, languages=("en", "zh"))
    for page, names in (("phase-fall.html", 1), ("drawings.html", 2)):
        videos = [tag for tag in Page(tmp_path / "zh" / page).tags if tag.name == "video"]
        assert len(videos) == names
        for video in videos:
            assert (tmp_path / "zh" / video.attributes["src"]).is_file()
    signed = tmp_path / "zh" / "films" / "signed-phases-fall.webm"
    assert signed.read_bytes() == (FOLDER / "films" / "fall.csl.webm").read_bytes()
