"""`kiosk render --as pdf`: the exhibit on paper, a file for each language and size of paper."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from kiosk import app
from kiosk.exhibit.model import Exhibit
from kiosk.machine import folders
from kiosk.machine.settings import Settings
from kiosk.publish import output
from kiosk.publish.output import Make
from kiosk.publish.paper import handout, largeprint
from kiosk.publish.paper.document import Document
from kiosk.publish.paper.mapfigure import MapFigures
from kiosk.publish.paper.picture import Album
from kiosk.publish.paper.poster import Poster
from kiosk.publish.paper.scale import HANDOUT, LARGE, POSTER, Scale, Types
from kiosk.publish.paper.sheet import A3, A4, LETTER, Sheet
from kiosk.publish.paper.telling import Telling
from kiosk.telling.locale import Locale

SHEETS = (A4, LETTER)


def run(
    exhibit: Exhibit,
    folder: Path,
    out: Path,
    *,
    languages: Sequence[str],
    sheets: Sequence[Sheet] = SHEETS,
) -> bool:
    """Writes every paper below `out`; True if all of it was written.

    What fails is named on the error stream, and the rest is written.
    """
    if not output.made(out):
        return False
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app.application(Settings())
    papers = Papers(exhibit, folder)
    files = list(papers.files(languages, sheets))
    return output.write(out, files, len(files), "Printing", faults=papers.faults)


class Papers:
    """The papers of an exhibit; `faults` says what in them could not be drawn."""

    def __init__(self, exhibit: Exhibit, folder: Path) -> None:
        self._exhibit = exhibit
        self._figures, self._album = MapFigures(exhibit, folder), Album(exhibit, folder)
        self.faults = [str(problem) for problem in self._figures.problems]

    def files(
        self, languages: Sequence[str], sheets: Sequence[Sheet]
    ) -> Iterator[tuple[str, Make]]:
        """The name of each file, and what makes it."""
        for language in languages:
            name = f"timeline.{language}.{A3.name}.pdf"
            yield name, partial(self._poster, name, language)
        for sheet in sheets:
            for language in languages:
                yield self._document("handout", handout.compose, HANDOUT, sheet, (language,))
                yield self._document("large-print", largeprint.compose, LARGE, sheet, (language,))
            if len(languages) == 2:
                yield self._document("handout", handout.compose, HANDOUT, sheet, languages)

    def _document(
        self,
        kind: str,
        compose: Callable[[Document], None],
        scale: Scale,
        sheet: Sheet,
        languages: Sequence[str],
    ) -> tuple[str, Make]:
        name = f"{kind}.{'-'.join(languages)}.{sheet.name}.pdf"

        def make() -> bytes:
            tellings = [self._telling(name, scale, language) for language in languages]
            document = Document(self._figures, sheet, tellings)
            compose(document)
            return document.printed(handout.chapters(document))

        return name, make

    def _poster(self, name: str, language: str) -> bytes:
        return Poster(self._figures, self._telling(name, POSTER, language)).printed()

    def _telling(self, name: str, scale: Scale, language: str) -> Telling:
        """A telling of the exhibit in a file and a language, that notes what it can't say."""
        teller = Locale(self._exhibit, folders.resources() / "words", language).teller

        def fault(text: str) -> None:
            self.faults.append(f"{name}: {text}")

        return Telling(self._exhibit, teller, Types(scale, teller.phrases), self._album, fault)
