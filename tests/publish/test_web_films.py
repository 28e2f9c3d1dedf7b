"""Films on the site: begun by hand, with what is heard in them, and nothing but plain files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.publish.web import site
from tests.media.showing import CAPTIONS, FILM, with_film
from tests.publish.conftest import read
from tests.publish.html import Page


def test_a_film_stands_on_the_site_with_its_captions(qapp: QGuiApplication, tmp_path: Path) -> None:
    folder = with_film(tmp_path)
    assert site.run(read(folder), folder, tmp_path / "site", languages=("en",))
    page = Page(tmp_path / "site" / "drawings.html")
    (video,) = (tag for tag in page.tags if tag.name == "video")
    assert video.attributes["src"] == "films/moor.mp4"
    assert video.attributes["poster"] == "pictures/moor.svg"
    assert video.attributes["aria-label"] == "A moor"
    assert {"controls", "preload"} <= video.attributes.keys()
    assert "autoplay" not in video.attributes
    (track,) = (tag for tag in page.tags if tag.name == "track")
    assert track.attributes["src"] == "films/moor.vtt"
    assert (tmp_path / "site" / "films" / "moor.mp4").read_bytes() == FILM.read_bytes()
    assert (tmp_path / "site" / "films" / "moor.vtt").read_text("utf-8") == CAPTIONS
    assert "It turns blue." in (tmp_path / "site" / "drawings.html").read_text("utf-8")
