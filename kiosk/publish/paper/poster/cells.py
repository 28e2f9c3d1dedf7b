"""The poster of phases that are too short on its axis to stand beneath it: each in a cell."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from kiosk.exhibit.model import Phase
from kiosk.publish.paper.flow import Block
from kiosk.publish.paper.letters import MUTED
from kiosk.publish.paper.mapfigure import MapFigures
from kiosk.publish.paper.poster.poster import BAND, GUTTER, MARGIN, MM, SIZES, Lists, Poster
from kiosk.publish.paper.press import Press
from kiosk.publish.paper.sheet import Sheet, kept
from kiosk.publish.paper.telling import Telling
from kiosk.publish.paper.text import Paragraph, Run
from kiosk.telling.balance import HARD_SPACE

NARROW = 38 * MM
"""The least width in which the map and the events of a phase are read."""

SHAPE = 1.2
"""A cell's width by its height, about."""

EVENTS = 0.4
"""The part of a cell that its events may take."""


def poster_of(figures: MapFigures, telling: Telling, sheet: Sheet) -> Poster:
    """The poster of an exhibit: by its axis, or in cells where a phase is too short there."""
    poster = Poster(figures, telling, sheet)
    if min(map(poster.breadth, telling.exhibit.phases)) >= NARROW:
        return poster
    return CellPoster(figures, telling, sheet)


class CellPoster(Poster):
    """A poster whose phases stand in rows of cells, numbered as they are on the axis above."""

    def _lay_out(self, room: float) -> None:
        self._entries = [replace(one, above=True) for one in self._entries]
        count, named = len(self._exhibit.phases), self._heading(above=True)
        self._axis = MARGIN + self._head
        high = room + 2 * self._dots - named
        self._columns = max(1, round(math.sqrt(count * self._width / high / SHAPE)))
        rows = -(-count // self._columns)
        self._cell_wide = (self._width - GUTTER * (self._columns - 1)) / self._columns
        self._cell_high = (high - GUTTER * rows) / rows
        self._lists = self._fitting(EVENTS * self._cell_high)

    def _fitting(self, room: float) -> Lists:
        for size in SIZES:
            self._lists = self._listed(size)
            if all(one.height(self._cell_wide) <= room for one in self._lists.values()):
                return self._lists
        fits = {key: one for key, one in self._lists.items() if one.height(self._cell_wide) <= room}
        for id_, _ in self._lists.keys() - fits.keys():
            self._telling.fault(f"{id_}: its events have no room")
        return fits

    def _wide(self, phase: Phase) -> float:
        return self._cell_wide

    def _names(self, *, above: bool) -> Paragraph | None:
        return Paragraph([run for one in (True, False) for run in self._named_sides(above=one)])

    def _paint_phases(self, press: Press) -> None:
        down = self._axis + self._below - self._dots + MM
        if names := self._names(above=True):
            names.paint(press, MARGIN, down, self._width)
        top = down + self._heading(above=True)
        for at, phase in enumerate(self._exhibit.phases):
            self._paint_number(press, phase, at + 1)
            row, column = divmod(at, self._columns)
            x = MARGIN + column * (self._cell_wide + GUTTER)
            left = press.within(0, self._sheet.width, x, self._cell_wide)
            cell = QRectF(left, top + row * (self._cell_high + GUTTER), self._cell_wide, 0)
            cell.setHeight(self._cell_high)
            self._paint_cell(press, phase, at + 1, cell)

    def _paint_number(self, press: Press, phase: Phase, number: int) -> None:
        """The number of a phase on the axis, and a tick for each of its events."""
        band, types = self._paint_ground(press, phase), self._types
        with kept(press):
            press.setFont(types.subheading.font)
            press.setPen(QColor(types.subheading.colour))
            said = self._telling.teller.phrases.number(number)
            press.drawText(band, Qt.AlignmentFlag.AlignCenter, said)
            for one in self._of(phase, above=True):
                at = self._across(press, one.event.at)
                press.setPen(QPen(QColor(self._colour(one)), 0.6 * MM))
                press.drawLine(
                    QPointF(at, self._axis + BAND - 1.5 * MM), QPointF(at, band.bottom())
                )

    def _paint_cell(self, press: Press, phase: Phase, number: int, cell: QRectF) -> None:
        types, teller = self._types, self._telling.teller
        days = teller.phrases.days(phase.starts, phase.ends)
        said = f"{teller.phrases.number(number)}{HARD_SPACE}{teller.lead(phase.short)}"
        runs = [Run(said, types.subheading), Run(f" {HARD_SPACE}{days}", types.small.in_(MUTED))]
        whole = Paragraph(runs, role="H2")
        head = whole if len(whole.ends(cell.width())) == 1 else Paragraph(runs[:1], role="H2")
        events: Block | None = self._lists.get((phase.id, True))
        high = head.height(cell.width()) + MM
        below = events.height(cell.width()) if events else 0.0
        head.paint(press, cell.x(), cell.y(), cell.width())
        self._paint_scene(press, phase, cell.adjusted(0, high, 0, -below - MM))
        if events:
            events.paint(press, cell.x(), cell.bottom() - below, cell.width())
