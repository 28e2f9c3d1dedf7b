"""The key of the map on paper: every sign with what it means."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF

from kiosk.map.ground.palette import SHEET
from kiosk.map.signs.legend import legend
from kiosk.map.signs.strokes import Sample, draw_sample
from kiosk.map.signs.style import PLACE_SIGNS, SAMPLE_ASPECT
from kiosk.map.signs.symbols import Symbol, draw_symbol
from kiosk.publish.paper.flow import Block
from kiosk.publish.paper.press import Press
from kiosk.publish.paper.sheet import kept
from kiosk.publish.paper.telling import Blocks, Telling
from kiosk.publish.paper.text import Paragraph, Run


class Meaning(Block):
    """A sign, `wide` px, and beside it its meaning."""

    def __init__(self, sign: Symbol | Sample, wide: float, meaning: Paragraph, gap: float) -> None:
        self._sign, self._wide, self._meaning, self.gap = sign, wide, meaning, gap

    def height(self, width: float) -> float:
        """Block's hook."""
        return max(self._sign_height, self._meaning.height(self._room(width)))

    @property
    def _sign_height(self) -> float:
        if isinstance(self._sign, Symbol):
            return self._sign.height(self._wide)
        return self._wide * SAMPLE_ASPECT

    def _room(self, width: float) -> float:
        return width - 1.4 * self._wide

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        room, height, wide = self._room(width), self.height(width), self._wide
        with kept(press):
            if isinstance(self._sign, Symbol):
                press.translate(x, y + (height - self._sign_height) / 2)
                draw_symbol(press, self._sign, round(wide), SHEET)
            else:
                press.translate(x, y + (height - self._sign_height) / 2)
                press.setClipRect(QRectF(0, 0, wide, wide * SAMPLE_ASPECT))
                draw_sample(press, _on_paper(self._sign), wide, SHEET)
        middle = y + (height - self._meaning.height(room)) / 2
        self._meaning.paint(press, x + width - room, middle, room)


def _on_paper(sample: Sample) -> Sample:
    """A sample in ink where it has no side's colour."""
    return replace(sample, colour=SHEET.line) if sample.kind in PLACE_SIGNS else sample


def legend_blocks(telling: Telling) -> Blocks:
    """Signs with their meanings, and what the map cannot know."""
    types = telling.types
    blocks: Blocks = [
        Meaning(
            entry.sign,
            types.scale.sign,
            Paragraph([Run(entry.text, types.small)]),
            0.4 * types.gap,
        )
        for entry in legend(telling.exhibit, telling.teller)
        if entry.sign
    ]
    ground = telling.exhibit.map
    blocks += [
        telling.note(telling.lead(words), gap=1.0)
        for words in (ground.note, ground.credit)
        if words
    ]
    return blocks
