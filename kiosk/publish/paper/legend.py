"""The key of the map on paper: every sign with what it means."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF

from kiosk.map.ground.palette import SHEET
from kiosk.map.signs.legend import LegendEntry, legend, shown_in
from kiosk.map.signs.strokes import Sample, draw_sample
from kiosk.map.signs.style import PLACE_SIGNS, SAMPLE_MM
from kiosk.map.signs.symbols import Symbol, draw_symbol
from kiosk.publish.paper.flow import Block
from kiosk.publish.paper.press import Part, Press
from kiosk.publish.paper.sheet import kept
from kiosk.publish.paper.telling import Blocks, Telling
from kiosk.publish.paper.text import Paragraph, Run

SAMPLE_SHARE = 1.9
"""Width of a sample of a line over that of a sign elsewhere on paper."""


class Meaning(Block):
    """A sign, which takes `room` px, and beside it its meaning."""

    def __init__(self, entry: LegendEntry, room: float, meaning: Paragraph, gap: float) -> None:
        self._sign, self._meaning, self.gap = _on_paper(entry.sign), meaning, gap
        self._left = 1.15 * room
        self._wide = entry.wide_mm / SAMPLE_MM * room

    def height(self, width: float) -> float:
        """Block's hook."""
        return max(self._sign_height, self._meaning.height(width - self._left))

    @property
    def _sign_height(self) -> float:
        if isinstance(self._sign, Symbol):
            return self._sign.height(self._wide)
        return self._wide * self._sign.aspect

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        height, wide, high = self.height(width), self._wide, self._sign_height
        with kept(press):
            left = press.within(x, width, x, wide)
            box = QRect(round(left), round(y + (height - high) / 2), round(wide), round(high))
            press.setWindow(0, 0, box.width(), box.height())
            press.setViewport(box)
            if isinstance(self._sign, Symbol):
                draw_symbol(press, self._sign, box.width(), SHEET)
            else:
                press.setClipRect(QRectF(0, 0, wide, high))
                draw_sample(press, self._sign, wide, SHEET)
        room = width - self._left
        middle = y + (height - self._meaning.height(room)) / 2
        left = press.within(x, width, x + self._left, room)
        self._meaning.paint(press, left, middle, room)


def _on_paper(sign: Symbol | Sample) -> Symbol | Sample:
    """A sign in ink where it has no side's colour."""
    if isinstance(sign, Sample) and sign.kind in PLACE_SIGNS:
        return replace(sign, colour=SHEET.line)
    return sign


def legend_blocks(telling: Telling) -> Blocks:
    """Signs with their meanings, and what the map cannot know."""
    types, shown = telling.types, shown_in(telling.exhibit, telling.teller.language)
    list_ = Part("L")
    blocks: Blocks = [
        Meaning(
            entry,
            SAMPLE_SHARE * types.scale.sign,
            Paragraph(
                [Run(": ".join(filter(None, (entry.name, entry.text))), types.small)],
                above=list_.item(),
            ),
            0.7 * types.gap,
        )
        for entry in legend(telling.exhibit, telling.teller, shown)
    ]
    ground = telling.exhibit.map
    blocks += [
        telling.note(telling.lead(words), gap=1.0)
        for words in (ground.note, ground.credit)
        if words
    ]
    return blocks
