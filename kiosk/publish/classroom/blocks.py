"""Blocks of papers for an occasion: a map with its text, the sides' signs, lines to write on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.exhibit.model import Side
from kiosk.map.ground.palette import SHEET
from kiosk.map.signs.frames import frame_path, widened
from kiosk.map.signs.symbols import FRAME_ASPECT, livery
from kiosk.publish.paper.flow import Block, Stack
from kiosk.publish.paper.letters import INK, RULE
from kiosk.publish.paper.maplabels import paint_number
from kiosk.publish.paper.press import Press
from kiosk.publish.paper.sheet import PX_PER_MM, kept
from kiosk.publish.paper.text import Paragraph, Run, Type

WRITTEN = 9 * PX_PER_MM
"""The distance between lines on which a hand writes."""

BOX = 5 * PX_PER_MM
"""The side of a box that is ticked or takes a number."""

Paint = Callable[[Press, QRectF], object]


class Pair(Block):
    """A drawing in a box at the left, and the text about it at the right, on one page.

    The box is `wide` of the width and `high` px, or as high as the text if that is more.
    """

    def __init__(self, paint: Paint, wide: float, high: float, told: Stack, gutter: float) -> None:
        self._paint, self._share, self._high, self._told = paint, wide, high, told
        self._gutter, self.gap = gutter, told.gap

    def _room(self, width: float) -> float:
        return width * (1 - self._share) - self._gutter

    def height(self, width: float) -> float:
        """Block's hook."""
        return max(self._high, self._told.height(self._room(width)))

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        room = self._room(width)
        wide = width * self._share
        self._told.paint(press, press.within(x, width, x + width - room, room), y, room)
        left = press.within(x, width, x, wide)
        self._paint(press, QRectF(left, y, wide, self.height(width)))


class Drawn(Block):
    """A drawing in a box across the whole width, `high` px; it stays on one page."""

    def __init__(self, paint: Paint, high: float, gap: float) -> None:
        self._paint, self._high, self.gap = paint, high, gap

    def height(self, width: float) -> float:
        """Block's hook."""
        return self._high

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        self._paint(press, QRectF(x, y, width, self._high))


class Lines(Block):
    """Lines to write on, `count` of them."""

    def __init__(self, count: int) -> None:
        self._count = count

    def height(self, width: float) -> float:
        """Block's hook."""
        return self._count * WRITTEN

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        with kept(press):
            press.setPen(QPen(QColor(RULE), 2))
            for line in range(1, self._count + 1):
                down = y + line * WRITTEN - 2
                press.drawLine(QLineF(x, down, x + width, down))


class Boxed(Block):
    """A text beside a box to fill in, which holds what is `filled` in already."""

    def __init__(self, text: Paragraph, type_: Type, gap: float, filled: str = "") -> None:
        self._text, self._filled, self.gap = text, Run(filled, type_), gap

    def _room(self, width: float) -> float:
        return width - 1.6 * BOX

    def height(self, width: float) -> float:
        """Block's hook."""
        return max(BOX, self._text.height(self._room(width)))

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        box = QRectF(press.within(x, width, x, BOX), y + 2, BOX, BOX)
        with kept(press):
            press.setPen(QPen(QColor(INK), 3))
            press.setBrush(Qt.BrushStyle.NoBrush)
            press.drawRect(box)
            press.setFont(self._filled.type.font)
            press.drawText(box, Qt.AlignmentFlag.AlignCenter, self._filled.text)
        room = self._room(width)
        self._text.paint(press, press.within(x, width, x + 1.6 * BOX, room), y, room)


class Slots(Block):
    """Signs in `columns`, each with the room for words beside it: a line, or the words there."""

    def __init__(
        self,
        signs: Sequence[Callable[[QPainter, QRectF], object]],
        words: Sequence[str],
        type_: Type,
        columns: int,
        gap: float,
    ) -> None:
        self._signs, self._words, self._type = signs, words, type_
        self._columns, self.gap = columns, gap

    def height(self, width: float) -> float:
        """Block's hook."""
        return -(-len(self._signs) // self._columns) * WRITTEN

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        across, gutter = width / self._columns, 4 * PX_PER_MM
        for i, (sign, words) in enumerate(zip(self._signs, self._words, strict=True)):
            left, top = x + i % self._columns * across, y + i // self._columns * WRITTEN
            at = press.within(x, width, left, 1.3 * WRITTEN)
            sign(press, QRectF(at, top, 1.3 * WRITTEN, WRITTEN))
            base, room = top + 0.8 * WRITTEN, across - 1.5 * WRITTEN
            if words:
                paragraph = Paragraph([Run(words, self._type)])
                start = press.within(x, width, left + 1.5 * WRITTEN, room)
                high = paragraph.height(room)
                paragraph.paint(press, start, top + (WRITTEN - high) / 2, room)
                continue
            room -= gutter
            start = press.within(x, width, left + 1.5 * WRITTEN, room)
            with kept(press):
                press.setPen(QPen(QColor(RULE), 2))
                press.drawLine(QLineF(start, base, start + room, base))


def side_sign(side: Side) -> Callable[[QPainter, QRectF], None]:
    """The frame of a side's symbols, empty, in the middle of a box."""

    def draw(painter: QPainter, box: QRectF) -> None:
        high = 0.6 * box.height()
        wide = high * widened(livery(side).shape, FRAME_ASPECT)
        frame = QRectF(0, 0, wide, high)
        frame.moveCenter(box.center())
        with kept(painter):
            painter.setPen(QPen(QColor(INK), 0.08 * high))
            painter.setBrush(SHEET.side(side.colour))
            painter.drawPath(frame_path(livery(side).shape, frame))

    return draw


def number_sign(number: int, type_: Type) -> Callable[[QPainter, QRectF], None]:
    """The disc with a number that stands for a name on a map."""

    def draw(painter: QPainter, box: QRectF) -> None:
        paint_number(painter, box.center(), number, type_.font, 0.66 * box.height())

    return draw
