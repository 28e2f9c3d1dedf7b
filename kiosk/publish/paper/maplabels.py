"""Symbols and names on a map on paper, as the map's layout has placed them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import SHEET
from kiosk.map.signs.strokes import draw_mark
from kiosk.map.signs.symbols import draw_address
from kiosk.publish.paper.letters import MUTED, font_of
from kiosk.publish.paper.sheet import kept
from kiosk.telling.fonts import SANS, SERIF

HALO_MM = 0.8
"""How far the ground's colour reaches round words, in millimetres of a screen."""

SIGNS = ("bridge", "ferry")

Row = Mapping[str, Any]


@dataclass(frozen=True)
class _Words:
    """A line of words that begins on the base line at the origin of `turn`."""

    text: str
    font: QFont
    colour: str
    turn: QTransform


class Labels:
    """Labels on the ground of a frame; `px` is the size of formations' names."""

    def __init__(self, frame: Frame, px: int, *, slanted: bool) -> None:
        self._frame, self._px, self._slanted = frame, px, slanted
        self._mm = frame.px_per_mm

    def paint(self, painter: QPainter, units: Sequence[Row], names: Sequence[Row]) -> None:
        """Paints halos first, so that none covers a symbol or another word."""
        words = [*self._unit_words(units), *self._place_words(names)]
        halo = QPen(QColor(SHEET.casing), 2 * HALO_MM * self._mm)
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        for line in words:
            outline = QPainterPath()
            outline.addText(QPointF(), line.font, line.text)
            painter.strokePath(line.turn.map(outline), halo)
        for row in names:
            if row["dot"]:
                self._paint_dot(painter, row)
        for row in units:
            self._paint_unit(painter, row)
        for line in words:
            with kept(painter):
                painter.setTransform(line.turn, combine=True)
                painter.setFont(line.font)
                painter.setPen(QColor(line.colour))
                painter.drawText(QPointF(), line.text)

    def _spot(self, row: Row) -> QPointF:
        return self._frame.to_picture.map(QPointF(row["planeX"], row["planeY"]))

    def _paint_unit(self, painter: QPainter, row: Row) -> None:
        """A symbol, or the pip that stands for one."""
        with kept(painter):
            painter.translate(self._spot(row) + QPointF(row["dx"], row["dy"]))
            if row["pip"]:
                painter.setPen(QPen(QColor(SHEET.casing), 0.4 * self._mm))
                painter.setBrush(QColor(row["colour"]))
                painter.drawRect(QRectF(0, 0, row["symbolWidth"], row["symbolHeight"]))
            else:
                address, _, width = row["source"].removeprefix("image://symbols/").rpartition("/")
                draw_address(painter, address, int(width), SHEET)

    def _paint_dot(self, painter: QPainter, row: Row) -> None:
        """The spot of a place, or its sign."""
        mm, spot = self._mm, self._spot(row)
        sign = "ring" if not row["located"] else row["kind"] if row["kind"] in SIGNS else ""
        with kept(painter):
            if sign:
                width = round(7.5 * mm)
                painter.translate(spot - QPointF(width / 2, width * 0.36))
                draw_mark(painter, sign, SHEET.line, width, SHEET)
                return
            radius = (1.3 if row["kind"] == "village" else 1.7) * mm
            painter.setPen(QPen(QColor(SHEET.line), 0.6 * mm))
            painter.setBrush(QColor(SHEET.casing))
            painter.drawEllipse(spot, radius, radius)

    def _unit_words(self, rows: Iterable[Row]) -> Iterator[_Words]:
        font = font_of(SANS, self._px, QFont.Weight.Bold)
        base = _base(font, self._px * 1.15)
        for row in rows:
            if row["label"]:
                x, y = row["dx"] + row["labelX"], row["dy"] + row["labelY"] + base
                spot = self._spot(row) + QPointF(x, y)
                turn = QTransform.fromTranslate(spot.x(), spot.y())
                yield _Words(row["label"], font, SHEET.line, turn)

    def _place_words(self, rows: Iterable[Row]) -> Iterator[_Words]:
        """Names in one language or two, each turned about the middle of its room."""
        for row in rows:
            if not row["lead"]:
                continue
            font, px, gap = self._font(row), row["px"], 1.5 * self._mm
            small = font_of(SERIF, round(px * 0.86))
            wide = QFontMetricsF(font).horizontalAdvance(row["lead"])
            second = (
                QFontMetricsF(small).horizontalAdvance(row["second"]) if row["second"] else -gap
            )
            corner = self._spot(row) + QPointF(row["labelX"], row["labelY"])
            middle = QPointF(row["labelWidth"], row["labelHeight"]) / 2
            turn = QTransform.fromTranslate(corner.x() + middle.x(), corner.y() + middle.y())
            turn.rotate(row["angle"])
            turn.translate(_indent(row, wide + gap + second) - middle.x(), -middle.y())
            turn.translate(0, _base(font, px * 1.1))
            yield _Words(row["lead"], font, _colour(row), turn)
            if row["second"]:
                beside = QTransform(turn).translate(wide + gap, 0)
                yield _Words(row["second"], small, MUTED, beside)

    def _font(self, row: Row) -> QFont:
        if row["kind"] == "area":
            return font_of(SANS, row["px"], QFont.Weight.Bold)
        if not _is_ground(row):
            return font_of(SERIF, row["px"], QFont.Weight.DemiBold)
        font = font_of(SERIF, row["px"])
        if row["spacing"]:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, row["spacing"])
        else:
            font.setItalic(self._slanted)
        return font


def _is_ground(row: Row) -> bool:
    """Whether it names water or land."""
    return row["kind"] in ("river", "sea", "mountains", "region")


def _colour(row: Row) -> str:
    if row["kind"] == "area" and row["tint"]:
        return SHEET.vivid_of(row["tint"]).name()
    if not _is_ground(row):
        return SHEET.line
    return SHEET.river_name if row["kind"] in ("river", "sea") else SHEET.land_name


def _indent(row: Row, line: float) -> float:
    """The start of a line in its room, so that it is nearest to what it names."""
    free: float = row["labelWidth"] - line
    if not row["dot"]:
        return free / 2
    return free if row["labelX"] + row["labelWidth"] / 2 < 0 else 0.0


def _base(font: QFont, height: float) -> float:
    """The base line of text in a line of this height."""
    metrics = QFontMetricsF(font)
    return (height + metrics.ascent() - metrics.descent()) / 2
