"""A formation in its order of battle: its symbol, and what is told of it, below who led it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.stage.palette import SHEET
from kiosk.stage.symbols import draw_address, symbol_size
from kiosk.workbench.paper.flow import Block, Stack
from kiosk.workbench.paper.letters import RULE
from kiosk.workbench.paper.sheet import PX_PER_MM, kept

INDENT = 4.5 * PX_PER_MM
SYMBOL = 8.0 * PX_PER_MM
SYMBOL_HEIGHT = symbol_size(SYMBOL)[1]

LEAST_SPLIT = 30 * PX_PER_MM
"""A page is broken within a formation only if so much of it stands before the break."""


class Branch(Block):
    """What is told beside a symbol, or without one where it goes on from the page before.

    `trunk` says of each level above whether more of it follows.
    """

    def __init__(self, symbol: str, trunk: Sequence[bool], told: Stack) -> None:
        self._symbol, self._trunk, self._told, self.gap = symbol, trunk, told, told.gap

    @property
    def _indent(self) -> float:
        return len(self._trunk) * INDENT

    def _room(self, width: float) -> float:
        return width - self._indent - SYMBOL * 1.2

    def height(self, width: float) -> float:
        """Block's hook."""
        least = SYMBOL_HEIGHT if self._symbol else 0.0
        return max(self._told.height(self._room(width)), least)

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Block's hook."""
        height, room = self.height(width), self._room(width)
        with kept(painter):
            painter.setPen(QPen(QColor(RULE), 2))
            for level, more in enumerate(self._trunk):
                self._paint_trunk(painter, level, more, QPointF(x, y), height)
            if self._symbol:
                painter.translate(x + self._indent, y)
                draw_address(painter, self._symbol, round(SYMBOL), SHEET)
        self._told.paint(painter, x + width - room, y, room)

    def _paint_trunk(
        self, painter: QPainter, level: int, more: bool, corner: QPointF, height: float
    ) -> None:
        """One level's line past this formation, or to its symbol."""
        mine = level == len(self._trunk) - 1 and bool(self._symbol)
        if not (more or mine):
            return
        x, elbow = corner.x() + (level + 0.5) * INDENT, corner.y() + SYMBOL_HEIGHT * 0.6
        end = corner.y() + height if more else elbow
        painter.drawLine(QPointF(x, corner.y() - self.gap), QPointF(x, end))
        if mine:
            painter.drawLine(QPointF(x, elbow), QPointF(corner.x() + self._indent, elbow))

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Block's hook."""
        parts = self._told.parted(self._room(width), room)
        if parts is None or parts[0].height(self._room(width)) < LEAST_SPLIT:
            return None
        return Branch(self._symbol, self._trunk, parts[0]), Branch("", self._trunk, parts[1])
