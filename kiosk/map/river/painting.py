"""The bands of a river of men, painted."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
)

from kiosk.exhibit.model import AreaKind, Certainty
from kiosk.map.ground.palette import TABLE, Palette
from kiosk.map.river.bands import Band, Block, Deed, River
from kiosk.map.river.courses import arcs, block, closed, course, ring, widths
from kiosk.map.river.sight import Sight
from kiosk.map.signs.areas import area_mark
from kiosk.map.signs.lines import Px, left_of
from kiosk.map.signs.marches import DrawnArea
from kiosk.map.signs.patterns import BARS_MM, lines_within
from kiosk.map.signs.sieges import Siege

Part = Band | Block | River
"""A part of the figure: a band, a line that shuts it in, or as the river all that besiege it."""

EDGE_MM, HOLLOW_MM, SPINE_MM = 1.3, 0.8, 1.1
"""Width of the dark margin of bands, of the line about a hatched one, and of an arrow's spine."""

PALE = 0.42
"""Opacity of a band between its low and its high end."""

HEAD_MM, BARB_MM = 9.5, 4.5
"""Least length of an arrow's head, and what it is wider by to each side."""

HATCH_MM = 3.9
"""Distance of the lines of a hatch."""


def parts_of(river: River) -> list[Part]:
    """All that is painted, the lowest first: the main band, its pocket, then who came and left."""
    main, others = river.bands[0], river.bands[1:]
    order = (Deed.TURN_BACK, Deed.CLOSE_IN, Deed.LEAVE, Deed.CHANGE_SIDES)
    bands = sorted(others, key=lambda band: order.index(band.deed))
    return [main, *river.blocks, river, *bands]


def paint_river(painter: QPainter, river: River, sight: Sight, palette: Palette = TABLE) -> None:
    """All parts upon whatever ground."""
    for part in parts_of(river):
        paint_part(painter, river, part, sight, palette)


def paint_part(
    painter: QPainter, river: River, part: Part, sight: Sight, palette: Palette = TABLE
) -> None:
    """A part of a river's figure upon whatever ground."""
    if isinstance(part, Band):
        _paint(painter, river, part, sight, palette)
    elif isinstance(part, Block):
        line = block(river, part.line, sight)
        _paint_teeth(painter, line, part, part.certainty, sight, palette)
    else:
        for siege, arc in arcs(river, sight):
            _paint_teeth(painter, arc, siege, Certainty.DOCUMENTED, sight, palette)


def _paint_teeth(
    painter: QPainter,
    line: Sequence[Px],
    whose: Block | Siege,
    certainty: Certainty,
    sight: Sight,
    palette: Palette,
) -> None:
    points = tuple((point.real, point.imag) for point in line)
    front = DrawnArea(points, False, whose.colour, AreaKind.FRONT, certainty, side=whose.side)
    mark = area_mark(front, 1.0, sight.px_per_mm, palette)
    painter.save()
    painter.translate(mark.x, mark.y)
    mark.paint(painter)
    painter.restore()


def _paint(painter: QPainter, river: River, band: Band, sight: Sight, palette: Palette) -> None:
    mm = sight.px_per_mm
    low, high = widths(river, band, mm)
    way = course(river, band, sight)
    if len(way) < 2:
        return
    pocket = QPainterPath()
    main = band is river.bands[0]
    if main and river.pocket:
        pocket = closed(ring(river, sight))
    pointed = not (main and river.pocket)
    colour, lines = palette.side(band.colour), palette.line_of(band.colour)
    edge = QPen(QColor(palette.casing), 2 * EDGE_MM * mm)
    edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if high > low:
        pale = QColor(colour)
        pale.setAlphaF(PALE)
        painter.fillPath(_shape(way, high, pointed, mm).subtracted(pocket), pale)
    shape = _shape(way, low, pointed, mm).united(pocket)
    painter.strokePath(shape, edge)
    if band.ends:
        painter.fillPath(shape, QColor(palette.casing))
        painter.fillPath(shape, _hatch(lines, mm))
        painter.strokePath(shape, QPen(lines, HOLLOW_MM * mm))
    else:
        painter.fillPath(shape, colour)
    if pointed and not band.ends:
        pen = QPen(QColor(palette.inside), SPINE_MM * mm)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        left, right = _edges(_cut(way, _head(low, mm)), low)
        for within in lines_within(band.side, left, right, BARS_MM * mm):
            painter.drawPath(_joined(within))


def _edges(way: Sequence[Px], width: float) -> tuple[list[Px], list[Px]]:
    """Both edges of a band along a way."""
    out = [
        left_of(before, after) * width / 2
        for before, after in zip([way[0], *way[:-1]], [*way[1:], way[-1]], strict=True)
    ]
    pairs = list(zip(way, out, strict=True))
    return [at + aside for at, aside in pairs], [at - aside for at, aside in pairs]


def _joined(lines: Sequence[QLineF]) -> QPainterPath:
    """A path of lines, unbroken where one begins as another ends."""
    path = QPainterPath()
    for line in lines:
        if path.elementCount() == 0 or path.currentPosition() != line.p1():
            path.moveTo(line.p1())
        path.lineTo(line.p2())
    return path


def _head(width: float, mm: float) -> float:
    return max(HEAD_MM * mm, 0.75 * width)


def _shape(way: Sequence[Px], width: float, pointed: bool, mm: float) -> QPainterPath:
    """The outline of a band: a line so wide, with a head or without."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    stroker.setCurveThreshold(0.1)
    if not pointed:
        return stroker.createStroke(_line(way)).simplified()
    head = _head(width, mm)
    shaft = _cut(way, head)
    tip, neck = way[-1], shaft[-1]
    along = (tip - neck) / (abs(tip - neck) or 1.0)
    aside = along * 1j * (width / 2 + BARB_MM * mm)
    point = closed([tip, neck + aside, neck - aside])
    return stroker.createStroke(_line([*shaft, neck + along])).united(point).simplified()


def _cut(way: Sequence[Px], length: float) -> list[Px]:
    """A way less its last `length` px; at least its first stretch is left, or half of an only one.

    A way has two points or more.
    """
    if len(way) == 2:
        start, end = way
        whole = abs(start - end)
        return [
            start,
            end + (start - end) * (length / whole) if whole > length else (start + end) / 2,
        ]
    left = len(way) - 1
    while left > 2 and abs(way[left - 1] - way[-1]) < length:
        left -= 1
    last, after = way[left - 1], way[left]
    gone = abs(last - way[-1]) - length
    if gone <= 0:
        return list(way[:left])
    return [*way[:left], last + (after - last) * min(1.0, gone / (abs(after - last) or 1.0))]


def _line(points: Sequence[Px]) -> QPainterPath:
    path = QPainterPath(QPointF(points[0].real, points[0].imag))
    for point in points[1:]:
        path.lineTo(point.real, point.imag)
    return path


def _hatch(colour: QColor, mm: float) -> QBrush:
    """Lines at 45°, half as wide as they are apart."""
    side = max(4, round(HATCH_MM * mm * math.sqrt(2)))
    tile = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, side / 3))
    for off in (-side, 0, side):
        painter.drawLine(QPointF(off - side, side * 2), QPointF(off + side * 2, -side))
    painter.end()
    return QBrush(tile)
