"""Symbols and names on a map on paper, as the map's layout has placed them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import SHEET
from kiosk.map.labels.result import EdgeItem, FormationSign, PlaceLabel
from kiosk.map.picture import MapPicture
from kiosk.map.signs.strokes import Sample, draw_pointer, draw_sample, draw_tag
from kiosk.map.signs.style import (
    BESIDE_MM,
    DOT_LINE_MM,
    FORMATION,
    HALO_ON_PAPER_MM,
    PLACE_SIGN_ASPECT,
    PLACE_SIGN_MM,
    SECOND,
    SECOND_ON_PAPER,
    SQUARE_LINE_MM,
)
from kiosk.map.signs.symbols import draw_symbol
from kiosk.publish.paper.letters import font_of
from kiosk.publish.paper.sheet import kept

NUMBER = 1.5
"""The width of the disc of a number over the size of names."""


Numbered = Mapping[str, int]
"""Numbers in place of names, by the names' keys."""

NAMED: Numbered = {}
"""A map with all its names."""


@dataclass(frozen=True)
class Words:
    """A line of words that begins on the base line at the origin of `turn`."""

    text: str
    font: QFont
    colour: str
    turn: QTransform


class Labels:
    """Labels on the ground of a frame; `px` is the size of formations' names.

    A number on a disc stands where the name that is `numbered` would stand.
    """

    def __init__(self, frame: Frame, px: int, *, slanted: bool, numbered: Numbered = NAMED) -> None:
        self._frame, self._px, self._slanted = frame, px, slanted
        self._numbered = numbered
        self._mm = frame.px_per_mm

    def paint(self, painter: QPainter, picture: MapPicture) -> None:
        """Paints halos first, so that none covers a symbol or another word."""
        signs, names, edges = picture.signs, picture.names, picture.edges
        told = [name for name in names if name.key not in self._numbered]
        words = [*self._sign_words(signs), *self._place_words(told), *self._edge_words(edges)]
        paint_halos(painter, words, self._mm)
        for name in names:
            if name.dot:
                self._paint_dot(painter, name)
        for sign in signs:
            self._paint_sign(painter, sign)
        for item in edges:
            self._paint_edge(painter, item)
        paint_words(painter, words)
        for name in names:
            if name.key in self._numbered:
                self._paint_number(painter, name, self._numbered[name.key])

    def _paint_number(self, painter: QPainter, name: PlaceLabel, number: int) -> None:
        """A disc at the end of the name's room that is nearest to what it names."""
        across = NUMBER * self._px
        spare = max(0.0, name.label_width - across)
        middle = QPointF(name.label_x + name.lean * spare + across / 2, name.label_y)
        middle += self._spot(name) + QPointF(0, name.label_height / 2)
        paint_number(
            painter, middle, number, font_of(FORMATION.family, self._px, FORMATION.weight), across
        )

    def _spot(self, what: PlaceLabel | FormationSign) -> QPointF:
        return self._frame.to_picture.map(QPointF(what.plane_x, what.plane_y))

    def _paint_sign(self, painter: QPainter, sign: FormationSign) -> None:
        """A symbol, or the square that stands for one."""
        with kept(painter):
            painter.translate(self._spot(sign) + QPointF(sign.dx, sign.dy))
            if sign.square:
                painter.setPen(QPen(QColor(SHEET.casing), SQUARE_LINE_MM * self._mm))
                painter.setBrush(SHEET.side(sign.colour))
                painter.drawRect(QRectF(0, 0, sign.symbol_width, sign.symbol_height))
            else:
                draw_symbol(painter, sign.symbol, sign.symbol_width, SHEET)

    def _paint_edge(self, painter: QPainter, item: EdgeItem) -> None:
        """The tag of what waits at the edge, and its arrow."""
        with kept(painter):
            painter.translate(item.x, item.y)
            draw_tag(painter, QRectF(*item.tag), self._mm, SHEET)
            painter.translate(item.arrow_x, item.arrow_y)
            draw_pointer(painter, item.arrow, item.turn, SHEET)

    def _paint_dot(self, painter: QPainter, name: PlaceLabel) -> None:
        """The spot of a place, or its sign."""
        mm, spot = self._mm, self._spot(name)
        if not name.sign:
            paint_dot(painter, spot, name.dot_mm, mm)
            return
        with kept(painter):
            width = round(PLACE_SIGN_MM * mm)
            painter.translate(spot - QPointF(width / 2, width * PLACE_SIGN_ASPECT / 2))
            draw_sample(painter, Sample(name.sign, SHEET.line), width, SHEET)

    def _sign_words(self, signs: Iterable[FormationSign]) -> Iterator[Words]:
        font = font_of(FORMATION.family, self._px, FORMATION.weight)
        base = base_of(font, self._px * FORMATION.line)
        for sign in signs:
            if sign.label:
                x, y = sign.dx + sign.label_x, sign.dy + sign.label_y + base
                spot = self._spot(sign) + QPointF(x, y)
                yield words_at(sign.label, font, FORMATION.colour(SHEET), spot)

    def _edge_words(self, edges: Iterable[EdgeItem]) -> Iterator[Words]:
        """The name of each and where it is."""
        for text, letters, x, y in (words for item in edges for words in item.words):
            font = font_of(letters.family, self._px, letters.weight)
            spot = QPointF(x, y + base_of(font, self._px * letters.line))
            yield words_at(text, font, letters.colour(SHEET), spot)

    def _place_words(self, names: Iterable[PlaceLabel]) -> Iterator[Words]:
        """Names in one language or two, each turned about the middle of its room."""
        for name in names:
            if not name.lead:
                continue
            font, px, gap = self._font(name), name.px, BESIDE_MM * self._mm
            small = font_of(SECOND.family, round(px * SECOND_ON_PAPER), SECOND.weight)
            wide = QFontMetricsF(font).horizontalAdvance(name.lead)
            second = QFontMetricsF(small).horizontalAdvance(name.second) if name.second else -gap
            corner = self._spot(name) + QPointF(name.label_x, name.label_y)
            middle = QPointF(name.label_width, name.label_height) / 2
            turn = QTransform.fromTranslate(corner.x() + middle.x(), corner.y() + middle.y())
            turn.rotate(name.angle)
            indent = name.lean * (name.label_width - wide - gap - second)
            turn.translate(indent - middle.x(), -middle.y())
            turn.translate(0, base_of(font, px * name.lettering.line))
            yield Words(name.lead, font, _colour(name), turn)
            if name.second:
                beside = QTransform(turn).translate(wide + gap, 0)
                yield Words(name.second, small, SECOND.colour(SHEET), beside)

    def _font(self, name: PlaceLabel) -> QFont:
        lettering = name.lettering
        font = QFont(font_of(lettering.family, name.px, lettering.weight))
        if name.spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, name.spacing)
        font.setItalic(name.slanted and self._slanted)
        return font


def _colour(name: PlaceLabel) -> str:
    return SHEET.line_of(name.tint).name() if name.tint else name.lettering.colour(SHEET)


def words_at(text: str, font: QFont, colour: str, at: QPointF) -> Words:
    """A line of words that does not slope, and begins at a point of its base line."""
    return Words(text, font, colour, QTransform.fromTranslate(at.x(), at.y()))


def paint_halos(painter: QPainter, words: Iterable[Words], mm: float) -> None:
    """Paints the ground round words on a map whose millimetres are `mm` px."""
    halo = QPen(QColor(SHEET.casing), 2 * HALO_ON_PAPER_MM * mm)
    halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for line in words:
        outline = QPainterPath()
        outline.addText(QPointF(), line.font, line.text)
        painter.strokePath(line.turn.map(outline), halo)


def paint_words(painter: QPainter, words: Iterable[Words]) -> None:
    """Paints words upon their halos."""
    for line in words:
        with kept(painter):
            painter.setTransform(line.turn, combine=True)
            painter.setFont(line.font)
            painter.setPen(QColor(line.colour))
            painter.drawText(QPointF(), line.text)


def paint_dot(painter: QPainter, spot: QPointF, across_mm: float, mm: float) -> None:
    """Paints the dot of a place, on a map whose millimetres are `mm` px."""
    radius = across_mm / 2 * mm
    with kept(painter):
        painter.setPen(QPen(QColor(SHEET.line), DOT_LINE_MM * mm))
        painter.setBrush(QColor(SHEET.casing))
        painter.drawEllipse(spot, radius, radius)


def paint_number(
    painter: QPainter, middle: QPointF, number: int, font: QFont, across: float
) -> None:
    """Paints a number on a disc `across` px wide."""
    disc = QRectF(0, 0, across, across)
    disc.moveCenter(middle)
    with kept(painter):
        painter.setPen(QPen(QColor(SHEET.casing), 0.08 * across))
        painter.setBrush(QColor(SHEET.line))
        painter.drawEllipse(disc)
        painter.setFont(font)
        painter.setPen(QColor(SHEET.casing))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))


def base_of(font: QFont, height: float) -> float:
    """The base line of text in a line of this height."""
    metrics = QFontMetricsF(font)
    return (height + metrics.ascent() - metrics.descent()) / 2
