"""The key of the map on paper: every sign with what it means."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from kiosk.map.ground.palette import SHEET
from kiosk.map.signs.legend import legend
from kiosk.map.signs.strokes import SAMPLE_ASPECT, draw_mark
from kiosk.map.signs.symbols import draw_address, symbol_size
from kiosk.publish.paper.flow import Block
from kiosk.publish.paper.press import Press
from kiosk.publish.paper.sheet import kept
from kiosk.publish.paper.telling import Blocks, Telling
from kiosk.publish.paper.text import Paragraph, Run

SIGNS = ("bridge", "ferry")


class Sign(Block):
    """A sign, `wide` px, and beside it its meaning."""

    def __init__(self, address: str, wide: float, meaning: Paragraph, gap: float) -> None:
        self._address, self._wide, self._meaning, self.gap = address, wide, meaning, gap

    def height(self, width: float) -> float:
        """Block's hook."""
        return max(symbol_size(self._wide)[1], self._meaning.height(self._room(width)))

    def _room(self, width: float) -> float:
        return width - 1.4 * self._wide

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        room, height, wide = self._room(width), self.height(width), self._wide
        kind, _, address = self._address.partition("/")
        with kept(press):
            if kind == "symbols":
                press.translate(x, y + (height - symbol_size(wide)[1]) / 2)
                draw_address(press, address, round(wide), SHEET)
            else:
                mark, colour = address.split("/")
                press.translate(x, y + (height - wide * SAMPLE_ASPECT) / 2)
                press.setClipRect(QRectF(0, 0, wide, wide * SAMPLE_ASPECT))
                shown = SHEET.line if mark in SIGNS else f"#{colour}"
                draw_mark(press, mark, shown, wide, SHEET)
        middle = y + (height - self._meaning.height(room)) / 2
        self._meaning.paint(press, x + width - room, middle, room)


def legend_blocks(telling: Telling) -> Blocks:
    """A sign a row, and what the map cannot know."""
    types = telling.types
    blocks: Blocks = [
        Sign(
            row["symbol"],
            types.scale.sign,
            Paragraph([Run(row["text"], types.small)]),
            0.4 * types.gap,
        )
        for row in legend(telling.exhibit, telling.teller)
        if row["symbol"]
    ]
    ground = telling.exhibit.map
    blocks += [
        telling.note(telling.lead(words), gap=1.0)
        for words in (ground.note, ground.credit)
        if words
    ]
    return blocks
