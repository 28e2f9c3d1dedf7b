"""`kiosk render --as web`: the exhibit as a site of plain files, each whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImageWriter

from kiosk import app, folders
from kiosk.exhibit.drawing import DrawingError, read_drawing, with_words
from kiosk.exhibit.model import Exhibit, Picture, View
from kiosk.exhibit.photograph import ENDINGS, read_photograph
from kiosk.settings import Settings
from kiosk.stage.basemap import BaseMap
from kiosk.stage.drawings import DrawingPictures
from kiosk.stage.words import Speech
from kiosk.workbench.render import counting
from kiosk.workbench.scene import Scenery
from kiosk.workbench.web.cartography import frame_of
from kiosk.workbench.web.guide import Guide
from kiosk.workbench.web.pages import Page, pages, phase_page
from kiosk.workbench.web.terrain import ground_svg

WIDEST_PX = 1600
"""Photographs are no wider than this."""

JPEG_QUALITY = 82
FILES = ("style.css", "steps.js")

File = tuple[str, Callable[[], bytes]]


def run(exhibit: Exhibit, folder: Path, out: Path, *, languages: Sequence[str]) -> bool:
    """Writes the site below `out`; whether all of it was written.

    A file that fails is named on the error stream, and the others are written. What `out` held
    under other names stays.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"{out}: {error.strerror or error}", file=sys.stderr)
        return False
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app.application(Settings())
    base = BaseMap(exhibit.map, folder)
    for problem in base.problems:
        print(problem, file=sys.stderr)
    files = list(_files(exhibit, folder, base, languages))
    failed = len(base.problems)
    with counting("Writing", len(files)) as done:
        for name, make in files:
            try:
                _write(out / name, make())
            except (DrawingError, OSError, TemplateError, ValueError) as error:
                print(f"{name}: {error}", file=sys.stderr)
                failed += 1
            done()
    return not failed


def _files(
    exhibit: Exhibit, folder: Path, base: BaseMap, languages: Sequence[str]
) -> Iterator[File]:
    """The name of each file, and what makes it."""
    resources, scenery = folders.resources() / "web", Scenery(exhibit, base)
    environment = Environment(
        loader=FileSystemLoader(resources),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in FILES:
        yield name, (resources / name).read_bytes
    for view in exhibit.map.views:
        yield f"ground/{view.id}.svg", partial(_ground, base, scenery, view)
    if len(languages) > 1:
        yield "index.html", partial(_choice, environment, exhibit, languages)
    for language in languages:
        home = f"{language}/" if len(languages) > 1 else ""
        guide = Guide(exhibit, language, languages, scenery)
        for page in pages(guide):
            yield f"{home}{page.name}", partial(_page, environment, guide, page)
        for picture in exhibit.pictures:
            made = partial(_picture, exhibit, folder, picture, language)
            yield f"{home}{guide.picture(picture)}", made


def _ground(base: BaseMap, scenery: Scenery, view: View) -> bytes:
    return ground_svg(base, frame_of(scenery, view.bounds)).encode()


def _choice(environment: Environment, exhibit: Exhibit, languages: Sequence[str]) -> bytes:
    """The page on which a visitor chooses a language."""
    words = folders.resources() / "words"
    choices = [(code, Speech(words, code).say("language_name")) for code in languages]
    html = environment.get_template("choice.html").render(title=exhibit.exhibit, choices=choices)
    return html.encode()


def _page(environment: Environment, guide: Guide, page: Page) -> bytes:
    html = environment.get_template(f"{page.template}.html").render(
        guide=guide,
        exhibit=guide.exhibit,
        page=page,
        tour=list(pages(guide)),
        phase_page=phase_page,
        say=guide.say,
        lead=guide.lead,
        linked=guide.linked,
        **page.given(),
    )
    return html.encode()


def _picture(exhibit: Exhibit, folder: Path, picture: Picture, language: str) -> bytes:
    """A drawing with its words in a language, or a photograph without what its camera noted."""
    path = folder / picture.file
    if path.suffix.lower() not in ENDINGS:
        return _drawing(path, {label.key: label.text.in_(language) for label in picture.labels})
    width = min(WIDEST_PX, read_photograph(path).width)
    image = DrawingPictures(exhibit, folder).picture(f"{picture.id}/{language}/{width}")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(JPEG_QUALITY)
    if not writer.write(image):
        raise DrawingError(f"can't be saved: {writer.errorString()}")
    return bytes(buffer.data().data())


def _drawing(path: Path, words: dict[str, str]) -> bytes:
    """A drawing with its words; each font gives way to its like where it is not at hand."""
    root = read_drawing(path)
    for element in root.iter():
        family = element.get("font-family")
        if family is not None:
            element.set(
                "font-family", f"{family}, {'serif' if 'Serif' in family else 'sans-serif'}"
            )
    return with_words(root, words)


def _write(path: Path, content: bytes) -> None:
    """Writes the whole file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".part-{path.name}")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
