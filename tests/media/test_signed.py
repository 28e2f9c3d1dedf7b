"""Films in sign language: over the map beside what they tell, and in place of a film."""

from __future__ import annotations

import shutil
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.exhibit.reels import reels_of
from kiosk.publish.web import site
from tests.meeting import SMALL, Meet, read
from tests.patience import PATIENCE_MS
from tests.publish.html import Page
from tests.window import Visitor

FOLDER = SMALL.parent / "galleries"


def arrived(meet: Meet, folder: Path = FOLDER) -> Visitor:
    """Somebody at the first phase of this exhibit."""
    one = meet(folder, river=False)
    one.stand_still()
    one.wake()
    one.open("phases")
    return one


@pytest.fixture
def visitor(meet: Meet) -> Visitor:
    """Somebody who has arrived."""
    return arrived(meet)


def colour(visitor: Visitor, name: str) -> QColor:
    """The colour in the middle of the picture of a name."""
    visitor.frame()
    (shown,) = (seen for seen in visitor.seen(QAccessible.Role.Graphic) if seen.name == name)
    return visitor.window.grabWindow().pixelColor(shown.area.center().toPoint())


def ask(visitor: Visitor, qtbot: QtBot, name: str = "Sign language") -> None:
    """Asks for sign language by the button of that name, and waits for its first frame."""
    visitor.touch(name)
    qtbot.waitUntil(lambda: bool(visitor.stage.film.frame), timeout=PATIENCE_MS)


def test_all_that_is_signed_has_a_film() -> None:
    films = reels_of(read(FOLDER))
    assert list(films) == ["flood", "pictures/flood", "title", "phases/fall"]
    assert films["phases/fall"].file_in("zh") == "films/fall.csl.webm"


def test_a_button_shows_the_stop_in_sign_language_over_the_map(
    visitor: Visitor, qtbot: QtBot
) -> None:
    ask(visitor, qtbot)
    green = colour(visitor, "Sign language")
    assert green.green() > 100 > green.red()
    visitor.touch("Sign language")
    assert visitor.stage.film.picture == ""
    assert "Sign language" not in [one.name for one in visitor.seen(QAccessible.Role.Graphic)]


def test_it_ends_with_its_stop_and_with_its_language(visitor: Visitor, qtbot: QtBot) -> None:
    film = visitor.stage.film
    visitor.touch("Sign language")
    assert film.picture == "phases/fall"
    visitor.stage.preferences.nextLanguage()
    assert film.picture == ""
    visitor.settle()
    ask(visitor, qtbot, "手语")
    brown = colour(visitor, "手语")
    assert brown.red() > 120 > brown.blue()
    visitor.open("lessons")
    assert film.picture == ""
    assert not visitor.has_button("手语")


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)], ids=["wide", "upright"])
def test_home_has_its_own_beside_its_doors(
    meet: Meet, qtbot: QtBot, size: tuple[int, int], scale: int
) -> None:
    visitor = meet(FOLDER, size=size, river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.setTextScale(scale)
    visitor.settle()
    buttons = [QRectF(button.area) for button in visitor.buttons()]
    assert not any(a.intersects(b) for a, b in combinations(buttons, 2))
    ask(visitor, qtbot)
    assert visitor.stage.film.picture == "title"
    green = colour(visitor, "Sign language")
    assert green.green() > 100 > green.red()
    visitor.open("lessons")
    assert visitor.stage.film.picture == ""


def test_one_that_fails_says_so_until_it_is_asked_for_again(
    meet: Meet, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "galleries"))
    file = folder / "films" / "fall.asl.webm"
    whole = file.read_bytes()
    file.write_bytes(whole[:100])
    visitor = arrived(meet, folder)
    film = visitor.stage.film
    announced = list[str]()
    (announcer,) = visitor.named("Announcer")
    announcer.announced.connect(  # type: ignore[attr-defined]
        lambda text, urgent: announced.append(text)
    )
    visitor.touch("Sign language")
    qtbot.waitUntil(lambda: film.failed, timeout=PATIENCE_MS)
    visitor.frame()
    said = "The film in sign language can't be played here."
    assert announced[-1] == said
    (shown,) = (text for text in visitor.text_items() if text.words == said)
    visitor.touch_at(shown.area.center().toPoint())
    assert film.failed
    file.write_bytes(whole)
    visitor.touch("Sign language")
    ask(visitor, qtbot)
    assert said not in visitor.texts()
    caplog.clear()


def test_a_film_is_seen_in_sign_language_in_its_place(visitor: Visitor, qtbot: QtBot) -> None:
    visitor.stage.navigation.openCard("pictures/flood")
    visitor.settle()
    ask(visitor, qtbot)
    film = visitor.stage.film
    assert (film.picture, film.caption) == ("pictures/flood", "It rains.")
    green = colour(visitor, "A river that fills the picture.")
    assert green.green() > 100 > green.red()
    visitor.touch("Sign language")
    assert film.picture == "flood"


def test_the_site_has_the_films_in_sign_language(qapp: QGuiApplication, tmp_path: Path) -> None:
    assert site.run(read(FOLDER), FOLDER, tmp_path, languages=("en", "zh"))
    for page, names in (("index.html", 1), ("phase-fall.html", 1), ("drawings.html", 2)):
        videos = [tag for tag in Page(tmp_path / "zh" / page).tags if tag.name == "video"]
        assert len(videos) == names
        for video in videos:
            assert (tmp_path / "zh" / video.attributes["src"]).is_file()
    signed = tmp_path / "zh" / "films" / "signed-phases-fall.webm"
    assert signed.read_bytes() == (FOLDER / "films" / "fall.csl.webm").read_bytes()
