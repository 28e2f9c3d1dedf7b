"""`kiosk render --as web`: the exhibit as a site of plain files, each whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from kiosk.exhibit.model import Exhibit, View
from kiosk.exhibit.model.words import Signing
from kiosk.exhibit.reels import reels_of
from kiosk.machine import folders
from kiosk.map.ground.basemap import BaseMap
from kiosk.publish import output
from kiosk.publish.output import Make
from kiosk.publish.pictures import begin_offscreen
from kiosk.publish.scene import Scenery
from kiosk.publish.web import pictures
from kiosk.publish.web.cartography import frame_of
from kiosk.publish.web.fonts import cuts, stylesheet
from kiosk.publish.web.guide import Guide
from kiosk.publish.web.pages import Page, pages
from kiosk.publish.web.terrain import ground_svg
from kiosk.telling.addresses import folder_of
from kiosk.telling.words import Phrases

FILES = ("steps.js", "compare.js", "tone.js", "icon.svg")


def run(exhibit: Exhibit, folder: Path, out: Path, *, languages: Sequence[str]) -> bool:
    """Writes the site below `out`; True if all of it was written.

    A file that fails is named on the error stream, and the others are written. What `out` held
    under other names stays.
    """
    if not output.made(out):
        return False
    begin_offscreen()
    base = BaseMap(exhibit.map, folder)
    files = list(_files(exhibit, folder, base, languages))
    failures = (*output.FAILURES, TemplateError)
    return output.write(out, files, len(files), "Writing", faults=base.problems, failures=failures)


def _files(
    exhibit: Exhibit, folder: Path, base: BaseMap, languages: Sequence[str]
) -> Iterator[tuple[str, Make]]:
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
    yield "style.css", partial(stylesheet, exhibit, languages)
    yield from cuts(exhibit, languages)
    for view in exhibit.map.views:
        yield f"ground/{view.id}.svg", partial(_ground, base, scenery, view)
    if len(languages) > 1:
        yield "index.html", partial(_choice, environment, exhibit, scenery, languages)
    for language in languages:
        home = folder_of(language, languages)
        guide = Guide(exhibit, folder, language, languages, scenery)
        for page in pages(guide):
            yield f"{home}{page.name}", partial(_page, environment, guide, page)
        for key, reel in reels_of(exhibit).items():
            if isinstance(reel.file, Signing):
                file = reel.file_in(language)
                yield f"{home}{pictures.signed_address(key, file)}", (folder / file).read_bytes
        for picture in exhibit.pictures:
            made = partial(pictures.made, folder, picture, language)
            yield f"{home}{pictures.address(picture.id, picture.file)}", made
            if film := picture.film:
                captions = film.captions.in_(language) if film.captions else ""
                for file in filter(None, (film.file, captions)):
                    yield (
                        f"{home}{pictures.film_address(picture.id, file)}",
                        (folder / file).read_bytes,
                    )


def _ground(base: BaseMap, scenery: Scenery, view: View) -> bytes:
    return ground_svg(base, frame_of(scenery, view.bounds)).encode()


def _choice(
    environment: Environment, exhibit: Exhibit, scenery: Scenery, languages: Sequence[str]
) -> bytes:
    """The page on which a visitor chooses a language."""
    words, main = folders.resources() / "words", exhibit.exhibit
    frame = frame_of(scenery, exhibit.indexed("views")[main.view].bounds)
    titles: dict[str, str] = {}
    for code in languages:
        titles.setdefault(main.title.in_(code), code)
    html = environment.get_template("choice.html").render(
        exhibit=main,
        titles=titles,
        choices=[(code, Phrases(words, code, exhibit).say("language_name")) for code in languages],
        width=frame.width,
        height=frame.height,
    )
    return html.encode()


def _page(environment: Environment, guide: Guide, page: Page) -> bytes:
    html = environment.get_template(f"{page.template}.html").render(
        guide=guide,
        exhibit=guide.exhibit,
        page=page,
        tour=list(pages(guide)),
        say=guide.say,
        lead=guide.lead,
        linked=guide.linked,
        **page.given(),
    )
    return html.encode()
