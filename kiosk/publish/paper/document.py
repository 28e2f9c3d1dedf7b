"""One document: its pages, in one language or in two side by side, and how they are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen

from kiosk.exhibit.model import Exhibit
from kiosk.publish.output import NotDrawn
from kiosk.publish.paper.columns import Columns
from kiosk.publish.paper.flow import Beside, Block, Stretch
from kiosk.publish.paper.letters import RULE
from kiosk.publish.paper.mapfigure import MapFigures
from kiosk.publish.paper.maplabels import NAMED, Numbered
from kiosk.publish.paper.pages import Pages
from kiosk.publish.paper.pdf.binding import Chapter, bound
from kiosk.publish.paper.press import Press
from kiosk.publish.paper.scale import Scale, Types
from kiosk.publish.paper.sheet import PX_PER_MM, Sheet, printed
from kiosk.publish.paper.telling import SEPARATOR, Blocks, Telling
from kiosk.publish.scene import Scene
from kiosk.telling.balance import HARD_SPACE

SIDE_MM, TOP_MM, BOTTOM_MM = 18, 15, 20
"""Margins; the last holds the foot line."""


def joined(titles: Iterable[str]) -> str:
    """A title in several languages, each said once."""
    return SEPARATOR.join(dict.fromkeys(titles))


class Document:
    """Pages that are filled by what its `tellings` say, the first of them leading.

    Of a book the `parts` alone, or all.
    What fails to be drawn is named as a fault of that telling, and the rest is printed.
    """

    def __init__(
        self,
        figures: MapFigures,
        sheet: Sheet,
        tellings: Sequence[Telling],
        parts: Sequence[str] = (),
    ) -> None:
        self.figures, self._sheet, self.tellings = figures, sheet, tellings
        self.telling, self.parts = tellings[0], parts
        self.exhibit: Exhibit = self.telling.exhibit
        self.scale = self.telling.types.scale
        self.pages = self._blank()

    def _blank(self) -> Pages:
        left, top = SIDE_MM * PX_PER_MM, TOP_MM * PX_PER_MM
        height = self._sheet.height - top - BOTTOM_MM * PX_PER_MM
        return Pages(left, top, self._sheet.width - 2 * left, height)

    def begin_in(self, scale: Scale) -> None:
        """Begins anew, in the types of a scale."""
        self.scale, self.pages = scale, self._blank()
        for telling in self.tellings:
            telling.types = Types(scale, telling.teller.phrases)

    def set(self, blocks: Sequence[Block]) -> Pages:
        """Lets blocks flow over pages of their own, instead of what was on pages before."""
        self.pages = self._blank()
        self.pages.add(blocks)
        return self.pages

    def said(self, make: Callable[[Telling], Blocks]) -> Blocks:
        """Blocks of what is told, over the whole width or side by side."""
        told = [make(telling) for telling in self.tellings]
        if len(told) == 1:
            return told[0]
        left, right = told
        return [Beside(a, b, self.scale.gutter) for a, b in zip_longest(left, right)]

    def flowing(self, make: Callable[[Telling], Blocks]) -> Blocks:
        """Blocks of what is told, in columns or side by side."""
        if len(self.tellings) > 1 or self.scale.columns == 1:
            return self.said(make)
        blocks = self.said(make)
        gap = max([self.telling.types.gap, *(block.gap for block in blocks[:1])])
        return [Columns(blocks, self.scale.columns, self.scale.gutter, gap)]

    def map(self, name: str, view: str, scene: Scene, least_mm: float, most_mm: float) -> Block:
        """A map that fills what the page leaves."""
        painted = self.painting(name, view, scene)

        def paint(press: Press, x: float, y: float, width: float, height: float) -> None:
            painted(press, QRectF(x, y, width, height))

        map_ = Stretch(paint, least_mm * PX_PER_MM, most_mm * PX_PER_MM)
        map_.gap = 1.2 * self.telling.types.gap
        return map_

    def painting(
        self, name: str, view: str, scene: Scene, numbered: Numbered = NAMED
    ) -> Callable[[Press, QRectF], None]:
        """The painter of a map in a box, with numbers in place of some names."""
        teller, lens = self.telling.teller, self.scale.lens
        caption = self.telling.captioned(view, scene.moment)

        def paint(press: Press, box: QRectF) -> None:
            try:
                self.figures.paint(press, box, scene, teller, lens, caption, numbered)
            except (NotDrawn, OSError, ValueError) as error:
                self.telling.fault(f"{name}: {error}")

        return paint

    def printed(self, chapters: Sequence[Chapter] = ()) -> bytes:
        """The PDF; raises NotDrawn where it can't be painted."""
        spots = self.pages.spots()
        title = joined(telling.lead(self.exhibit.exhibit.title) for telling in self.tellings)

        def paint(press: Press) -> None:
            press.leftward = self.telling.teller.phrases.leftward
            for number, page in enumerate(self.pages.pages):
                if number:
                    press.turn()
                for stood in page:
                    stood.block.paint(press, stood.x, stood.y, stood.width)
                begun = [c.title for c in chapters if spots[c.anchor].page <= number]
                self._paint_foot(press, (title, *begun[-1:]), number + 1)

        held, marks = printed(self._sheet, title, paint)
        language, point = self.telling.teller.language, self._sheet.px_per_point
        return bound(held, marks, language, chapters, spots, point)

    def _paint_foot(self, press: Press, running: Sequence[str], number: int) -> None:
        """The foot line: the title, the chapter that the page ends with, and its number."""
        pages, small = self.pages, self.telling.types.small
        top = pages.top + pages.height + 5 * PX_PER_MM
        press.setPen(QPen(QColor(RULE), 1.5))
        press.drawLine(QPointF(pages.left, top), QPointF(pages.left + pages.width, top))
        line = QRectF(pages.left, top, pages.width, 2 * small.px)
        press.setFont(small.font)
        press.setPen(QColor(small.colour))
        gap = 2 * HARD_SPACE
        room = pages.width - 4 * small.px
        words = QFontMetricsF(small.font).elidedText(
            f"{gap}/{gap}".join(running), Qt.TextElideMode.ElideRight, room
        )
        press.set_apart(line, words, str(number))
