"""`kiosk render --as pdf`: the exhibit on paper, a file for each language and size of paper."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from kiosk import app, folders
from kiosk.exhibit.model import Exhibit
from kiosk.settings import Settings
from kiosk.stage.tongue import Tongue
from kiosk.stage.words import Speech
from kiosk.workbench.paper import handout, largeprint
from kiosk.workbench.paper.document import Document
from kiosk.workbench.paper.mapfigure import MapFigures
from kiosk.workbench.paper.poster import Poster
from kiosk.workbench.paper.scale import HANDOUT, LARGE, POSTER, Scale, Types
from kiosk.workbench.paper.sheet import A3, A4, LETTER, Sheet
from kiosk.workbench.paper.telling import Telling
from kiosk.workbench.render import NotDrawn, counting

SHEETS = (A4, LETTER)

Compose = Callable[[Document], None]
Print = Callable[[Path, Callable[[str], object]], None]


def run(
    exhibit: Exhibit,
    folder: Path,
    out: Path,
    *,
    languages: Sequence[str],
    sheets: Sequence[Sheet] = SHEETS,
) -> bool:
    """Writes every paper below `out`; whether all of it was written.

    What fails is named on the error stream, and the rest is written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"{out}: {error.strerror or error}", file=sys.stderr)
        return False
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app.application(Settings())
    figures = MapFigures(exhibit, folder)
    faults = [str(problem) for problem in figures.problems]
    papers = list(_papers(exhibit, figures, languages, sheets))
    with counting("Printing", len(papers)) as done:
        for name, print_ in papers:
            faults += [f"{name}: {fault}" for fault in _faults(print_, out / name)]
            done()
    for fault in faults:
        print(fault, file=sys.stderr)
    return not faults


def _faults(print_: Print, path: Path) -> list[str]:
    """Writes a file, and says what of it failed."""
    faults: list[str] = []
    try:
        print_(path, faults.append)
    except (NotDrawn, OSError, ValueError) as error:
        faults.append(str(error))
    return faults


def _papers(
    exhibit: Exhibit, figures: MapFigures, languages: Sequence[str], sheets: Sequence[Sheet]
) -> Iterator[tuple[str, Print]]:
    """The name of each file, and what writes it."""

    def document(compose: Compose, scale: Scale, sheet: Sheet, spoken: Sequence[str]) -> Print:
        return partial(_print, exhibit, figures, compose, scale, sheet, spoken)

    for language in languages:
        yield (
            f"timeline.{language}.{A3.name}.pdf",
            partial(_print_poster, exhibit, figures, language),
        )
    for sheet in sheets:
        for language in languages:
            tail = f"{language}.{sheet.name}.pdf"
            yield f"handout.{tail}", document(handout.compose, HANDOUT, sheet, (language,))
            yield f"large-print.{tail}", document(largeprint.compose, LARGE, sheet, (language,))
        if len(languages) == 2:
            tail = f"{'-'.join(languages)}.{sheet.name}.pdf"
            yield f"handout.{tail}", document(handout.compose, HANDOUT, sheet, languages)


def _print(
    exhibit: Exhibit,
    figures: MapFigures,
    compose: Compose,
    scale: Scale,
    sheet: Sheet,
    languages: Sequence[str],
    path: Path,
    fault: Callable[[str], object],
) -> None:
    tellings = [_telling(exhibit, scale, language) for language in languages]
    document = Document(figures, sheet, tellings, fault)
    compose(document)
    document.print(path)


def _print_poster(
    exhibit: Exhibit,
    figures: MapFigures,
    language: str,
    path: Path,
    fault: Callable[[str], object],
) -> None:
    Poster(figures, _telling(exhibit, POSTER, language), fault).print(path)


def _telling(exhibit: Exhibit, scale: Scale, language: str) -> Telling:
    speech = Speech(folders.resources() / "words", language)
    spoken = exhibit.exhibit.languages
    second = next((other for other in spoken if other != language), None)
    return Telling(exhibit, Tongue(exhibit, speech, second), Types(scale, speech))
