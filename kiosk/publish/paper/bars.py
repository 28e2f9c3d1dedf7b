"""Figures as ranges on a common axis, a row a voice."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from kiosk.map.ground.palette import SHEET, mixed
from kiosk.map.signs.patterns import LINE, lines_across
from kiosk.publish.paper.flow import Block
from kiosk.publish.paper.letters import GROUND
from kiosk.publish.paper.press import Press
from kiosk.publish.paper.sheet import kept

PALE = 0.35
"""The part of a side's colour in the bar up to a range."""

LEAST = 12.0
"""Width in px of what is one number."""


@dataclass(frozen=True)
class Range:
    """A range from `low` to `high` on an axis 0..1; it may be open to more, or to less.

    What `counts` something from 0 on has a pale bar up to it.
    """

    low: float
    high: float
    open_above: bool = False
    open_below: bool = False
    counts: bool = True


class Bar(Block):
    """A range on its axis, `px` high with the air round it; it belongs to the words above.

    That of a side has the pattern of its `place` among all. Where the page is mirrored it runs from
    right to left.
    """

    def __init__(self, range_: Range, colour: str, px: float, place: int = 0) -> None:
        self._range, self._colour, self._px, self._place = range_, colour, px, place

    def height(self, width: float) -> float:
        """Block's hook."""
        return self._px

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook: the axis, the range, and an arrowhead where it is open."""
        middle, thick = y + self._px / 2, self._px * 0.4
        room = width - 2 * thick
        low, high = (x + thick + room * end for end in (self._range.low, self._range.high))
        if high - low < LEAST:
            low, high = (low + high - LEAST) / 2, (low + high + LEAST) / 2
        with kept(press):
            if press.leftward:
                press.translate(2 * x + width, 0)
                press.scale(-1, 1)
            press.setPen(Qt.PenStyle.NoPen)
            press.setBrush(QColor(GROUND))
            press.drawRect(QRectF(x, middle - thick / 2, width, thick))
            if self._range.counts:
                press.setBrush(mixed(QColor(GROUND), QColor(self._colour), PALE))
                press.drawRect(QRectF(x, middle - thick / 2, low - x, thick))
            press.setBrush(QColor(self._colour))
            band = QRectF(low, middle - thick / 2, high - low, thick)
            press.drawRect(band)
            press.setPen(QPen(QColor(SHEET.inside), thick * LINE))
            press.drawLines(lines_across(self._place, band))
            press.setPen(Qt.PenStyle.NoPen)
            if self._range.open_above:
                press.drawPolygon(_head(high, middle, thick))
            if self._range.open_below:
                press.drawPolygon(_head(low, middle, -thick))


def _head(x: float, y: float, long: float) -> QPolygonF:
    """An arrowhead that points `long` px to the right of (x, y)."""
    half = abs(long)
    return QPolygonF([QPointF(x, y - half), QPointF(x + long, y), QPointF(x, y + half)])
