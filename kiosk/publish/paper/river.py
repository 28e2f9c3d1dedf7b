"""The river of men on paper, as lines instead of a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit
from kiosk.map.boxes import Box
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import SHEET
from kiosk.map.river.flow import river_of
from kiosk.map.river.painting import paint_river
from kiosk.map.river.sight import Sight, sight_of
from kiosk.map.river.words import DOT_MM, LINE, Page, Say, Spot, Writer, Writing
from kiosk.map.signs.style import LETTERINGS, SECOND, TOWN
from kiosk.publish.paper.letters import font_of
from kiosk.publish.paper.maplabels import (
    Words,
    base_of,
    paint_dot,
    paint_halos,
    paint_words,
    words_at,
)
from kiosk.publish.paper.press import Part, Press
from kiosk.publish.paper.sheet import PX_PER_MM, kept, points
from kiosk.telling.fonts import SANS, SERIF
from kiosk.telling.locale import Teller

REDUCTION = 0.72
"""The size of ways over that on a screen of 24 inches."""

WORDS = points(18)
"""The size of words in px."""

EDGE, ASIDE = 8 * PX_PER_MM, 22 * PX_PER_MM
"""The room about all, and at both ends of the main way."""


@dataclass(frozen=True)
class Turned(Frame):
    """A picture of the map that has not north up; (`x`, `y`) means nothing."""

    turn: QTransform = field(default_factory=QTransform)
    """From plane coordinates to px."""

    @property
    def area(self) -> QRectF:
        """The rectangle in plane coordinates that holds all of it."""
        return self.turn.inverted()[0].mapRect(QRectF(0, 0, self.width, self.height))

    @property
    def to_picture(self) -> QTransform:
        """From plane coordinates to pixels of the picture."""
        return self.turn


class RiverFigure:
    """The figure of who marched, and became what; an exhibit where nobody marches has `none`."""

    def __init__(self, exhibit: Exhibit, clock: Clock, base: BaseMap) -> None:
        self._base = base
        self._places, self._sides = exhibit.indexed("places"), exhibit.sides
        self._river = river_of(exhibit, clock)
        self._writer = Writer(exhibit, self._river) if self._river else None

    @property
    def none(self) -> bool:
        """True if there is nothing to be drawn."""
        return self._river is None

    @property
    def counted(self) -> bool:
        """True if somebody counted, so that the width of a way means something."""
        return self._river is not None and self._river.most > 0

    def paint(self, press: Press, box: QRectF, teller: Teller, caption: str) -> tuple[str, ...]:
        """Paints it into `box`, which it fills; the words for which there was no room."""
        assert self._river is not None
        assert self._writer is not None
        mm = PX_PER_MM * REDUCTION
        size = round(box.width()), round(box.height())
        inner = (ASIDE, EDGE, size[0] - 2 * ASIDE, size[1] - 2 * EDGE)
        sight = sight_of(self._river, size, mm, inner)
        area = Box(EDGE, EDGE, size[0] - EDGE, size[1] - EDGE)
        writing = Writing(WORDS, 100, SHEET, False)
        page = self._writer.page(teller, writing, sight, area, ())
        part = Part("Figure", teller.language, caption)
        part.alt += "".join(f"\n{line}" for line in self._aloud(page, teller))
        with press.reading(part), kept(press):
            self._paint_ground(press, box, sight)
            press.translate(box.topLeft())
            press.setClipRect(QRectF(0, 0, *size))
            paint_river(press, self._river, sight, SHEET)
            self._paint_words(press, page, mm, teller.phrases.say("river_north"))
        with kept(press):
            press.setPen(QPen(QColor(SHEET.line), 0.2 * PX_PER_MM))
            press.drawRect(box)
        return page.rest

    def _aloud(self, page: Page, teller: Teller) -> Iterator[str]:
        """A line for each side with all that is told of it."""
        assert self._river is not None
        told: dict[int, list[str]] = {band.side: [] for band in self._river.bands}
        for say in page.says:
            band = self._river.bands[int(say.key.rpartition("/")[2])]
            told[band.side].append(say.told)
        for side, words in told.items():
            yield teller.joined(teller.lead(self._sides[side].name), "; ".join(words))

    def _paint_ground(self, press: Press, box: QRectF, sight: Sight) -> None:
        """The ground, turned as the sight is."""
        wide, high = sight.width, sight.height
        frame = Turned(0, 0, sight.scale, wide, high, sight.px_per_mm, SHEET, sight.to_picture)
        with kept(press):
            press.setWindow(0, 0, wide, high)
            press.setViewport(round(box.left()), round(box.top()), wide, high)
            press.setClipRect(QRectF(0, 0, wide, high))
            self._base.part(frame.reach, frame.px_per_km).paint_on(press, frame)

    def _paint_words(self, painter: QPainter, page: Page, mm: float, north: str) -> None:
        lines = [line for say in page.says for line in _said(say)]
        lines += [line for spot in page.spots for line in self._named(spot)]
        if page.north:
            lines.append(_paint_north(painter, page.north, page.bearing, mm, north))
        paint_halos(painter, lines, mm)
        for spot in page.spots:
            if spot.dot:
                paint_dot(painter, QPointF(spot.spot_x, spot.spot_y), DOT_MM, mm)
        paint_words(painter, lines)

    def _named(self, spot: Spot) -> list[Words]:
        """A place's name, and the one in the second language beside it."""
        lettering = LETTERINGS.get(self._places[spot.key].kind, TOWN)
        font = font_of(lettering.family, spot.px, lettering.weight)
        font.setItalic(spot.slanted)
        at = QPointF(spot.box_x, spot.box_y + base_of(font, spot.box_height))
        lines = [words_at(spot.lead, font, lettering.colour(SHEET), at)]
        if spot.second:
            after = QPointF(lettering.width(spot.lead, spot.px) + spot.px / 3, 0)
            second = font_of(SECOND.family, spot.px, SECOND.weight)
            lines.append(words_at(spot.second, second, SECOND.colour(SHEET), at + after))
        return lines


def _said(say: Say) -> list[Words]:
    """A figure, and beneath it what those men did."""
    lines, down = [], say.box_y
    figure = font_of(SERIF, say.px, QFont.Weight.DemiBold)
    deed = font_of(SANS, say.small)
    told = [(text, figure, say.px, say.colour) for text in say.number]
    told += [(text, deed, say.small, SHEET.line) for text in say.deed]
    for text, font, px, colour in told:
        at = QPointF(say.box_x, down + base_of(font, LINE * px))
        lines.append(words_at(text, font, colour, at))
        down += LINE * px
    return lines


def _paint_north(painter: QPainter, box: Box, bearing: float, mm: float, letter: str) -> Words:
    """Draws the arrow to the north; the letter beside it."""
    high = box.height
    with kept(painter):
        painter.translate(box.right - high / 2, box.top + high / 2)
        painter.rotate(bearing)
        painter.setPen(QPen(QColor(SHEET.line), 1.1 * mm))
        tip, reach, barb = -high / 2 + mm, high / 2 - mm, 3.4 * mm
        painter.drawLine(QLineF(0, tip, 0, reach))
        painter.drawLine(QLineF(0, tip, -barb, tip + barb))
        painter.drawLine(QLineF(0, tip, barb, tip + barb))
    font = font_of(SERIF, WORDS)
    wide = QFontMetricsF(font).horizontalAdvance(letter)
    at = QPointF(box.right - high - wide - mm, box.top + base_of(font, high))
    return words_at(letter, font, SHEET.line, at)
