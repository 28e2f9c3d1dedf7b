"""One document: its pages, in one language or in two side by side, and how they are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.exhibit.model import Exhibit
from kiosk.workbench.paper.columns import Columns
from kiosk.workbench.paper.flow import Beside, Block, Stretch
from kiosk.workbench.paper.letters import RULE
from kiosk.workbench.paper.mapfigure import MapFigures
from kiosk.workbench.paper.pages import Pages
from kiosk.workbench.paper.sheet import PX_PER_MM, Press, Sheet, printing
from kiosk.workbench.paper.telling import Blocks, Telling
from kiosk.workbench.render import NotDrawn
from kiosk.workbench.scene import Scene

SIDE_MM, TOP_MM, BOTTOM_MM = 18, 15, 20
"""Margins; the last holds the foot line."""

Say = Callable[[str], object]


class Document:
    """Pages that are filled by what its `tellings` say, the first of them leading.

    What fails to be drawn is named to `fault`, and the rest is printed.
    """

    def __init__(
        self, figures: MapFigures, sheet: Sheet, tellings: Sequence[Telling], fault: Say
    ) -> None:
        self._figures, self._sheet, self.tellings, self._fault = figures, sheet, tellings, fault
        self.telling = tellings[0]
        self.exhibit: Exhibit = self.telling.exhibit
        self.scale = self.telling.types.scale
        left, top = SIDE_MM * PX_PER_MM, TOP_MM * PX_PER_MM
        height = sheet.height - top - BOTTOM_MM * PX_PER_MM
        self.pages = Pages(left, top, sheet.width - 2 * left, height)

    def said(self, make: Callable[[Telling], Blocks]) -> Blocks:
        """What is told, over the whole width or side by side."""
        told = [make(telling) for telling in self.tellings]
        if len(told) == 1:
            return told[0]
        left, right = told
        return [Beside(a, b, self.scale.gutter) for a, b in zip_longest(left, right)]

    def flowing(self, make: Callable[[Telling], Blocks]) -> Blocks:
        """What is told, in columns or side by side."""
        if len(self.tellings) > 1 or self.scale.columns == 1:
            return self.said(make)
        blocks = self.said(make)
        return [Columns(blocks, self.scale.columns, self.scale.gutter, self.telling.types.gap)]

    def map(self, name: str, scene: Scene, least_mm: float, most_mm: float) -> Block:
        """A map that fills what the page leaves."""

        def paint(painter: QPainter, x: float, y: float, width: float, height: float) -> None:
            box = QRectF(x, y, width, height)
            try:
                self._figures.paint(painter, box, scene, self.telling.tongue, self.scale.lens)
            except (NotDrawn, OSError, ValueError) as error:
                self._fault(f"{name}: {error}")

        map_ = Stretch(paint, least_mm * PX_PER_MM, most_mm * PX_PER_MM)
        map_.gap = 1.2 * self.telling.types.gap
        return map_

    def print(self, path: Path) -> None:
        """Writes the file; raises NotDrawn where that can't be."""
        languages = tuple(telling.tongue.language for telling in self.tellings)
        title = " · ".join(t.lead(self.exhibit.exhibit.title) for t in self.tellings)
        with printing(path, self._sheet, title, languages) as press:
            for number, page in enumerate(self.pages.pages, 1):
                if number > 1:
                    press.turn()
                for stood in page:
                    stood.block.paint(press.painter, stood.x, stood.y, stood.width)
                self._paint_foot(press, title, number)

    def _paint_foot(self, press: Press, title: str, number: int) -> None:
        painter, pages, small = press.painter, self.pages, self.telling.types.small
        top = pages.top + pages.height + 5 * PX_PER_MM
        painter.setPen(QPen(QColor(RULE), 1.5))
        painter.drawLine(QPointF(pages.left, top), QPointF(pages.left + pages.width, top))
        line = QRectF(pages.left, top, pages.width, 2 * small.px)
        painter.setFont(small.font)
        painter.setPen(QColor(small.colour))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, title)
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, str(number))
