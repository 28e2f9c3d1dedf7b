"""A formation in its order of battle: its symbol, and what is told of it, below who led it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPen

from kiosk.map.ground.palette import SHEET
from kiosk.map.signs.symbols import Symbol, draw_symbol
from kiosk.publish.paper.flow import Block, Stack
from kiosk.publish.paper.letters import RULE
from kiosk.publish.paper.press import Press
from kiosk.publish.paper.sheet import PX_PER_MM, kept

INDENT = 0.56
"""The indent of a level from the one above it, in widths of a symbol."""

LEAST_SPLIT = 30 * PX_PER_MM
"""A page is broken within a formation only if so much of it stands before the break."""


class Branch(Block):
    """Text beside a symbol, or without one where it goes on from the page before.

    `trunk` says of each level above whether more of it follows. A symbol is `wide` px.
    """

    def __init__(
        self, symbol: Symbol | None, wide: float, trunk: Sequence[bool], told: Stack
    ) -> None:
        self._symbol, self._wide, self._trunk, self._told = symbol, wide, trunk, told
        self.gap = told.gap

    @property
    def _indent(self) -> float:
        return len(self._trunk) * INDENT * self._wide

    @property
    def _high(self) -> float:
        return self._symbol.height(self._wide) if self._symbol else 0.0

    def _room(self, width: float) -> float:
        return width - self._indent - self._wide * 1.2

    def height(self, width: float) -> float:
        """Block's hook."""
        least = self._high if self._symbol else 0.0
        return max(self._told.height(self._room(width)), least)

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        self.paint_within(press, x, y, width, self.height(width))

    def paint_within(self, press: Press, x: float, y: float, width: float, height: float) -> None:
        """Block's hook: the lines of the levels above reach down to what follows."""
        room = self._room(width)
        with kept(press):
            press.setPen(QPen(QColor(RULE), 2))
            for level, more in enumerate(self._trunk):
                self._paint_trunk(press, level, more, QRectF(x, y, width, height))
            if self._symbol:
                press.translate(press.within(x, width, x + self._indent, self._wide), y)
                draw_symbol(press, self._symbol, round(self._wide), SHEET)
        self._told.paint(press, press.within(x, width, x + width - room, room), y, room)

    def _paint_trunk(self, press: Press, level: int, more: bool, box: QRectF) -> None:
        """One level's line past this formation, or to its symbol."""
        mine = level == len(self._trunk) - 1 and bool(self._symbol)
        if not (more or mine):
            return
        trunk, sign = (
            press.within(box.x(), box.width(), box.x() + across, 0)
            for across in ((level + 0.5) * INDENT * self._wide, self._indent)
        )
        elbow = box.y() + self._high * 0.6
        end = box.bottom() if more else elbow
        press.drawLine(QPointF(trunk, box.y() - self.gap), QPointF(trunk, end))
        if mine:
            press.drawLine(QPointF(trunk, elbow), QPointF(sign, elbow))

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Block's hook."""
        parts = self._told.parted(self._room(width), room)
        if parts is None or parts[0].height(self._room(width)) < LEAST_SPLIT:
            return None
        here, rest = parts
        return (
            Branch(self._symbol, self._wide, self._trunk, here),
            Branch(None, self._wide, self._trunk, rest),
        )
