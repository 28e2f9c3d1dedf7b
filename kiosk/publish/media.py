"""The media that an exhibit is written in as files: pictures, papers, a talk on paper, a site."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.exhibit.model import Exhibit


class Medium(StrEnum):
    """A medium by the word that `kiosk render --as` knows it by."""

    PNG = "png"
    PDF = "pdf"
    WEB = "web"
    TALK = "talk"
    SLIDES = "slides"


@dataclass(frozen=True)
class Wanted:
    """The part of an exhibit that is wanted, and how.

    Without a `size` or a `paper` in all of them; `only` these papers or forms of slides; of the
    `talk` with this id, or else the first, the `slides` of these numbers, or all.
    """

    languages: Sequence[str]
    size: tuple[int, int] | None = None
    text_scale: int = 100
    paper: str | None = None
    talk: str | None = None
    slides: Sequence[int] = ()
    only: Sequence[str] = ()


def write(medium: str, exhibit: Exhibit, folder: Path, out: Path, wanted: Wanted) -> bool:
    """Writes an exhibit below `out`; True if all of it was written. The medium alone is imported.

    Raises KeyError if there is no talk of that id.
    """
    languages, processes = wanted.languages, os.cpu_count() or 1
    if medium == Medium.WEB:
        from kiosk.publish.web import site

        return site.run(exhibit, folder, out, languages=languages)
    if medium == Medium.PNG:
        from kiosk.publish import pictures

        sizes = (wanted.size,) if wanted.size else pictures.SIZES
        return pictures.run(
            exhibit, folder, out, languages=languages, sizes=sizes, text_scale=wanted.text_scale
        )
    from kiosk.publish.paper import files, notes
    from kiosk.talk.slides import talk_of

    sheets = files.sheets_of(wanted.paper)
    if medium == Medium.PDF:
        only = wanted.only or files.PAPERS
        return files.run(
            *(exhibit, folder, out),
            languages=languages,
            sheets=sheets,
            only=only,
            processes=processes,
        )
    talk = talk_of(exhibit, wanted.talk)
    if medium == Medium.SLIDES:
        from kiosk.publish import slideshow

        forms = wanted.only or slideshow.USUAL
        return slideshow.run(exhibit, folder, out, talk, wanted.slides, languages, forms, processes)
    return notes.run(exhibit, folder, out, talk, wanted.slides, languages, sheets, processes)
