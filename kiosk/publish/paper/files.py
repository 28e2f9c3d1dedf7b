"""`kiosk render --as pdf`: the exhibit on paper, a file for each language and size of paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import product
from pathlib import Path

from kiosk.exhibit.model import Exhibit
from kiosk.machine import folders
from kiosk.publish import makers, output
from kiosk.publish.classroom import leaflet, worksheet
from kiosk.publish.makers import Batch
from kiosk.publish.output import Make
from kiosk.publish.paper import handout, largeprint
from kiosk.publish.paper.document import Document
from kiosk.publish.paper.mapfigure import MapFigures
from kiosk.publish.paper.picture import Album
from kiosk.publish.paper.poster.cells import poster_of
from kiosk.publish.paper.scale import HANDOUT, LARGE, POSTER, POSTER_REDUCED, Scale, Types
from kiosk.publish.paper.sheet import A3, A3_UPRIGHT, A4, A4_LYING, LETTER, Sheet
from kiosk.publish.paper.telling import Telling
from kiosk.telling.locale import Locale
from kiosk.telling.outline.outline import Outline

SHEETS = (A4, LETTER)


@dataclass(frozen=True)
class Kind:
    """A kind of paper: what fills its pages, in which sizes, and whether it is a book.

    A book has chapters, and one in two languages side by side if it is `told_twice`.
    """

    compose: Callable[[Document], None]
    scale: Scale
    book: bool = False
    told_twice: bool = False


KINDS = {
    "handout": Kind(handout.compose, HANDOUT, book=True, told_twice=True),
    "large-print": Kind(largeprint.compose, LARGE, book=True),
    "leaflet": Kind(leaflet.compose, leaflet.LEAFLET),
    "worksheet": Kind(worksheet.compose, worksheet.WORKSHEET),
    "answers": Kind(worksheet.compose_answers, worksheet.WORKSHEET),
}
"""The papers that come in several sizes, by their names."""

POSTER_NAME = "timeline"


def sheets_of(name: str | None) -> list[Sheet]:
    """The upright size of paper of a name, or without one the usual ones."""
    return [sheet for sheet in (*SHEETS, A3_UPRIGHT) if sheet.name == name] or [*SHEETS]


PAPERS = (POSTER_NAME, *KINDS)
"""The names of all papers."""

NAMES = (*PAPERS, *handout.PART_NAMES)
"""All that may be asked for: papers, and parts of the handout."""


def run(
    exhibit: Exhibit,
    folder: Path,
    out: Path,
    *,
    languages: Sequence[str],
    sheets: Sequence[Sheet] = SHEETS,
    only: Sequence[str] = PAPERS,
    processes: int = 1,
) -> bool:
    """Writes papers below `out`; True if everything was written.

    All of them, or `only` some of `NAMES`.

    What fails is named on the error stream, and the rest is written.
    """
    papers = Papers(exhibit, folder, languages, sheets, only)
    return output.made(out) and makers.write(out, papers, "Printing", processes)


class Papers:
    """The papers of an exhibit; `faults` says what in them could not be drawn."""

    def __init__(
        self,
        exhibit: Exhibit,
        folder: Path,
        languages: Sequence[str],
        sheets: Sequence[Sheet] = SHEETS,
        only: Sequence[str] = PAPERS,
    ) -> None:
        self._exhibit, self._folder = exhibit, folder
        self._languages, self._sheets, self._only = languages, sheets, only
        self._album = Album(exhibit, folder)
        self._outlines: dict[str, Outline] = {}
        self.faults: list[str] = []

    @cached_property
    def figures(self) -> MapFigures:
        """The maps of all papers."""
        figures = MapFigures(self._exhibit, self._folder)
        self._note(map(str, figures.problems))
        return figures

    @property
    def batches(self) -> Sequence[Batch]:
        """Maker's hook: each paper by itself, answers with their worksheet: both show one map."""
        alike: dict[str, list[tuple[str, Make]]] = {}
        for name, make in self.files():
            alike.setdefault(name.replace("answers.", "worksheet."), []).append((name, make))
        return [*alike.values()]

    def files(self) -> Iterator[tuple[str, Make]]:
        """The name of each file, and what makes it."""
        languages, only = self._languages, self._only
        posters = (A3, A4_LYING) if A4 in self._sheets else (A3,)
        for sheet, language in product(posters, languages if POSTER_NAME in only else ()):
            name = f"{POSTER_NAME}.{language}.{sheet.name}.pdf"
            yield name, partial(self._poster, name, language, sheet)
        parts = [part for part in handout.PART_NAMES if part in only]
        kinds: list[tuple[str, Kind, Sequence[str]]]
        kinds = [(name, kind, ()) for name, kind in KINDS.items() if name in only]
        kinds += [("-".join(("handout", *parts)), KINDS["handout"], parts)] if parts else []
        for sheet, (name, kind, told) in product(self._sheets, kinds):
            for language in languages:
                yield self._document(name, kind, sheet, (language,), told)
            if kind.told_twice and len(languages) == 2:
                yield self._document(name, kind, sheet, languages, told)

    def _document(
        self,
        name: str,
        kind: Kind,
        sheet: Sheet,
        languages: Sequence[str],
        parts: Sequence[str],
    ) -> tuple[str, Make]:
        name = f"{name}.{'-'.join(languages)}.{sheet.name}.pdf"

        def make() -> bytes:
            tellings = [self.telling(name, kind.scale, language) for language in languages]
            document = Document(self.figures, sheet, tellings, parts)
            kind.compose(document)
            return document.printed(handout.chapters(document) if kind.book else ())

        return name, make

    def _poster(self, name: str, language: str, sheet: Sheet) -> bytes:
        scale = POSTER if sheet is A3 else POSTER_REDUCED
        return poster_of(self.figures, self.telling(name, scale, language), sheet).printed()

    def telling(self, name: str, scale: Scale, language: str) -> Telling:
        """A telling of the exhibit in a file and a language, that notes what it can't say."""
        if language not in self._outlines:
            teller = Locale(self._exhibit, folders.resources() / "words", language).teller
            self._outlines[language] = Outline(self._exhibit, teller)
        outline = self._outlines[language]

        def fault(text: str) -> None:
            self._note([f"{name}: {text}"])

        return Telling(outline, Types(scale, outline.teller.phrases), self._album, fault)

    def _note(self, faults: Iterable[str]) -> None:
        self.faults += [fault for fault in faults if fault not in self.faults]
