"""The key of the map on paper: every sign with what it means."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from kiosk.stage.legend import legend
from kiosk.stage.marks import SAMPLE_ASPECT, draw_mark
from kiosk.stage.palette import SHEET
from kiosk.stage.symbols import draw_address, symbol_size
from kiosk.workbench.paper.flow import Block
from kiosk.workbench.paper.sheet import PX_PER_MM, kept
from kiosk.workbench.paper.telling import Blocks, Telling
from kiosk.workbench.paper.text import Paragraph, Run

SIGN = 8.0 * PX_PER_MM
SIGNS = ("bridge", "ferry")


class Sign(Block):
    """A sign and beside it its meaning."""

    def __init__(self, address: str, meaning: Paragraph, gap: float) -> None:
        self._address, self._meaning, self.gap = address, meaning, gap

    def height(self, width: float) -> float:
        """Block's hook."""
        return max(symbol_size(SIGN)[1], self._meaning.height(width - 1.4 * SIGN))

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Block's hook."""
        room, height = width - 1.4 * SIGN, self.height(width)
        kind, _, address = self._address.partition("/")
        with kept(painter):
            if kind == "symbols":
                painter.translate(x, y + (height - symbol_size(SIGN)[1]) / 2)
                draw_address(painter, address, round(SIGN), SHEET)
            else:
                mark, colour = address.split("/")
                painter.translate(x, y + (height - SIGN * SAMPLE_ASPECT) / 2)
                shown = SHEET.line if mark in SIGNS else f"#{colour}"
                draw_mark(painter, mark, shown, SIGN, SHEET)
        middle = y + (height - self._meaning.height(room)) / 2
        self._meaning.paint(painter, x + 1.4 * SIGN, middle, room)


def legend_blocks(telling: Telling) -> Blocks:
    """A sign a row, and what the map cannot know."""
    types = telling.types
    blocks: Blocks = [
        Sign(row["symbol"], Paragraph([Run(row["text"], types.small)]), 0.4 * types.gap)
        for row in legend(telling.exhibit, telling.tongue)
        if row["symbol"]
    ]
    ground = telling.exhibit.map
    blocks += [
        telling.note(telling.lead(words), gap=1.0)
        for words in (ground.note, ground.credit)
        if words
    ]
    return blocks
