"""`kiosk render --as talk`: chosen slides of a talk on paper, each with what its speaker says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from kiosk.exhibit.clicks import RECORDED
from kiosk.exhibit.model import Exhibit, Talk
from kiosk.machine import folders
from kiosk.publish import makers, slides
from kiosk.publish.makers import Batch
from kiosk.publish.paper.document import Document
from kiosk.publish.paper.flow import filled
from kiosk.publish.paper.letters import ACCENT, RULE
from kiosk.publish.paper.mapfigure import MapFigures
from kiosk.publish.paper.pdf.binding import Chapter
from kiosk.publish.paper.picture import Album, Plate
from kiosk.publish.paper.press import Part
from kiosk.publish.paper.scale import NOTES, Types
from kiosk.publish.paper.sheet import PX_PER_MM, Sheet
from kiosk.publish.paper.telling import SEPARATOR, Blocks, Telling
from kiosk.publish.paper.text import Paragraph, Run
from kiosk.talk.prompter import clock_face
from kiosk.talk.script import Script
from kiosk.talk.slides import Slide, slides_of
from kiosk.telling.balance import HARD_SPACE
from kiosk.telling.locale import Locale

SIZES = tuple(replace(NOTES, body=size, small=0.8 * size) for size in (15, 14, 13, 12, 11, 10))
"""The sizes in which a slide's words may be set, of which the largest is taken that has room."""


def run(
    exhibit: Exhibit,
    folder: Path,
    out: Path,
    talk: Talk,
    numbers: Sequence[int],
    languages: Sequence[str],
    sheets: Sequence[Sheet],
    processes: int = 1,
) -> bool:
    """Writes a talk's slides with these `numbers`, without any all; True if everything was written.

    A file for each language and size of paper. What fails is named on the error stream.
    """
    shown = slides.asked(talk, numbers, out)
    printer = Printer(exhibit, folder, talk, shown, languages, sheets)
    return bool(shown) and makers.write(out, printer, "Printing", processes)


class Printer:
    """Prints slides of a talk; `faults` says what of the exhibit could not be drawn."""

    def __init__(
        self,
        exhibit: Exhibit,
        folder: Path,
        talk: Talk,
        numbers: Sequence[int],
        languages: Sequence[str],
        sheets: Sequence[Sheet],
    ) -> None:
        self._exhibit, self._folder, self._talk, self._numbers = exhibit, folder, talk, numbers
        self._languages, self._sheets = languages, sheets
        self._album = Album(exhibit, folder)
        self._drawn: tuple[str, Sequence[QImage]] = ("", ())
        self.faults: list[str] = []

    @property
    def batches(self) -> Sequence[Batch]:
        """Maker's hook: a file for each size of paper in each language."""
        return [
            [
                (
                    f"talk.{self._talk.id}.{language}.{sheet.name}.pdf",
                    partial(self.printed, language, sheet),
                )
                for sheet in self._sheets
            ]
            for language in self._languages
        ]

    @cached_property
    def _figures(self) -> MapFigures:
        figures = MapFigures(self._exhibit, self._folder)
        self.faults += map(str, figures.problems)
        return figures

    def printed(self, language: str, sheet: Sheet) -> bytes:
        """The PDF of the slides; raises NotDrawn where one can't be drawn."""
        teller = Locale(self._exhibit, folders.resources() / "words", language).teller
        types, script = Types(NOTES, teller.phrases), Script(self._exhibit, teller)
        telling = Telling(script.outline, types, self._album, self.faults.append)
        document = Document(self._figures, sheet, [telling])
        pages, chapters = document.pages, []
        planned = slides_of(self._exhibit, self._talk)
        for number, picture in zip(self._numbers, self._pictures(language), strict=True):
            slide, anchor = planned[number - 1], f"slide-{number}"
            title = script.section(slide).title
            place = self._placed(telling, number, slide.seconds)
            head = [
                Paragraph([Run(place, types.mini.in_(ACCENT))], clings=True),
                Paragraph([Run(title, types.heading)], anchor=anchor, clings=True, role="H1"),
                _plate(picture, Part("Figure", language, title), types.gap),
            ]
            bodies = ([*head, *_said(script, slide, Types(size, teller.phrases))] for size in SIZES)
            pages.begin()
            pages.add(_that_fits(bodies, pages.width, pages.height))
            chapters.append(Chapter(title, anchor))
        return document.printed(chapters)

    def _pictures(self, language: str) -> Sequence[QImage]:
        """The slides in a language, drawn once for all sizes of paper."""
        if self._drawn[0] != language:
            given = self._exhibit, self._folder, self._talk, language, self._numbers
            self._drawn = language, tuple(slides.drawn(*given))
        return self._drawn[1]

    def _placed(self, telling: Telling, number: int, seconds: float) -> str:
        """The talk's name, the place of a slide in it, and the minutes planned for it."""
        of = telling.say("slide_of", number, len(self._talk.slides))
        return SEPARATOR.join((telling.lead(self._talk.name), of, clock_face(seconds)))


def _plate(picture: QImage, part: Part, gap: float) -> Plate:
    """A slide's picture in a fine frame."""

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.drawImage(box, picture)
        painter.setPen(QPen(QColor(RULE), 0.2 * PX_PER_MM))
        painter.drawRect(box)

    return Plate(QSizeF(picture.size()), draw, part, gap)


def _that_fits(bodies: Iterable[Blocks], width: float, height: float) -> Blocks:
    """The first of some blocks that stand on one page; if none does, the last."""
    body: Blocks = []
    for body in bodies:
        if not filled(body, width, height)[1]:
            break
    return body


def _said(script: Script, slide: Slide, types: Types) -> Blocks:
    """The speaker's words; then, in small, what comes click by click, and the whole text."""
    notes = script.notes(slide) or script.say("no_notes")
    text = script.full_text(slide)
    small = [*_clicks(script, slide, text, types)]
    small += [[Run(words, types.small)] for words in filter(None, text.split("\n\n"))]
    gap, hang = types.gap, types.small.px * 1.2
    return [
        Paragraph([Run(notes, types.body)], gap=1.4 * gap),
        *(
            Paragraph(runs, gap=(0.5 if i else 1.4) * gap, hang=hang)
            for i, runs in enumerate(small)
        ),
    ]


def _clicks(script: Script, slide: Slide, told: str, types: Types) -> Iterator[list[Run]]:
    """A line for each click that brings words which neither text nor picture tells already."""
    for point in script.points(slide) if slide.kind in RECORDED else ():
        if point.text not in told:
            mark = [Run(f"{point.mark}{HARD_SPACE} ", types.mini)] if point.mark else []
            yield [*mark, Run(point.text, types.small)]
