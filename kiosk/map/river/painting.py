"""The river of men as a picture: its ground, turned as its view asks, and its bands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
    QTransform,
)

from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import TABLE, Palette
from kiosk.map.river.bands import Band, Deed, River
from kiosk.map.signs.lines import Px, rounded
from kiosk.map.viewport import PlanePoint

WIDEST_MM = 33.2
"""The width of the band of the most men: 2 px of the drawing for 1,000 of 60,000."""

EQUAL_MM = 9.0
"""The width of every band where nobody was counted."""

LEAST_MM = 3.0
"""The least width of a band."""

EDGE_MM, HOLLOW_MM, SPINE_MM = 1.3, 0.8, 1.1
"""Width of the dark margin of bands, of the line about a hatched one, and of an arrow's spine."""

PALE = 0.42
"""Opacity of a band between its low and its high end."""

HEAD_MM, BARB_MM = 9.5, 4.5
"""Least length of an arrow's head, and what it is wider by to each side."""

HATCH_MM = 3.9
"""Distance of the lines of a hatch."""

BEND_MM = 14.0
"""The distance before a corner at which a band begins to turn."""

WIDE = 1.25
"""Width over height from which a box is wide."""

CORNER = ((0.0, 0.9), (0.5, 0.55), (1.0, 0.0))
"""The opacity of the dark in the upper left corner, by the part of its way."""

DUSK_MM = 30.0
"""The height over which the dark below thins out."""

SWELL, MOST_SWELL = 1.5, 2.0
"""A pocket is drawn at least this many times as wide as its river, and at most so much larger.

Who turned back there is drawn as much larger; who changed sides goes as far as they went.
"""

GAP_MM = 3.0
"""The distance from a pocket at which the heads of arrows stop."""

STILL_MM = 3.0
"""Spots of a way nearer to each other than this are one."""


@dataclass(frozen=True)
class Sight:
    """A picture's size and what it shows: px, px per mm and per plane km, degrees that are up.

    (`x`, `y`) is the plane point in the middle of the picture.
    """

    width: int
    height: int
    px_per_mm: float
    scale: float
    bearing: float
    x: float
    y: float

    @property
    def to_picture(self) -> QTransform:
        """From plane coordinates to px."""
        turned = QTransform.fromTranslate(-self.x, -self.y)
        turned *= QTransform().rotate(-self.bearing)
        turned *= QTransform.fromScale(self.scale, self.scale)
        return turned * QTransform.fromTranslate(self.width / 2, self.height / 2)

    def px(self, point: PlanePoint) -> Px:
        """A point of the plane in px."""
        spot = self.to_picture.map(QPointF(*point))
        return complex(spot.x(), spot.y())

    @property
    def north(self) -> float:
        """The direction of north on the picture, in degrees clockwise from up."""
        return -self.bearing % 360


def sight_of(
    river: River, size: tuple[int, int], px_per_mm: float, box: tuple[float, float, float, float]
) -> Sight:
    """The sight in which the river fills a box of the picture: left, top, width, height in px.

    It is turned as the view asks in a wide box, where it is larger so than with north up.
    """
    bearings = (0.0, river.bearing) if box[2] > WIDE * box[3] else (0.0,)
    sights = [_fitted(river, size, px_per_mm, box, bearing) for bearing in bearings]
    return max(sights, key=lambda sight: sight.scale)


def _fitted(
    river: River,
    size: tuple[int, int],
    px_per_mm: float,
    box: tuple[float, float, float, float],
    bearing: float,
) -> Sight:
    left, top, wide, high = box
    turn = QTransform().rotate(-bearing)
    points = [turn.map(QPointF(*point)) for point in river.main]
    xs, ys = [p.x() for p in points], [p.y() for p in points]
    edge = WIDEST_MM * px_per_mm / 2
    scale = min(
        max(1.0, wide - edge) / max(1e-6, max(xs) - min(xs)),
        max(1.0, high - 2 * edge) / max(1e-6, max(ys) - min(ys)),
    )
    middle = QPointF((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    off = QPointF(size[0] / 2 - left - wide / 2, size[1] / 2 - top - high / 2) / scale
    spot = turn.inverted()[0].map(middle + off)
    return Sight(*size, px_per_mm, scale, bearing, spot.x(), spot.y())


def paint_river(
    river: River, sight: Sight, base: BaseMap, palette: Palette = TABLE, dusk: float = 0.0
) -> QImage:
    """The ground and the bands upon it, without words.

    From `dusk` px on down it is dark, as where a title will stand; with 0 all of it is seen.
    """
    image = QImage(sight.width, sight.height, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.void))
    painter = QPainter(image)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    _paint_ground(painter, sight, base, palette)
    if dusk:
        _paint_dusk(painter, sight, palette, dusk)
    paint_bands(painter, river, sight, palette)
    painter.end()
    return image


def _paint_ground(painter: QPainter, sight: Sight, base: BaseMap, palette: Palette) -> None:
    """The ground with north up as far as it is needed, laid down turned."""
    back = sight.to_picture.inverted()[0]
    area = back.mapRect(QRectF(0, 0, sight.width, sight.height))
    frame = Frame(
        area.x(),
        area.y(),
        sight.scale,
        math.ceil(area.width() * sight.scale),
        math.ceil(area.height() * sight.scale),
        sight.px_per_mm,
        palette,
    )
    ground = base.paint(frame)
    painter.save()
    painter.setTransform(
        QTransform.fromScale(1 / sight.scale, 1 / sight.scale)
        * QTransform.fromTranslate(frame.x, frame.y)
        * sight.to_picture
    )
    painter.drawImage(0, 0, ground)
    painter.restore()


def _paint_dusk(painter: QPainter, sight: Sight, palette: Palette, floor: float) -> None:
    """Dark that thins out from the upper left corner, and upwards from `floor`."""
    size = QRectF(0, 0, sight.width, sight.height)
    corner = QLinearGradient(0, 0, 0.62 * sight.width, 0.55 * sight.height)
    below = QLinearGradient(0, floor - DUSK_MM * sight.px_per_mm, 0, floor)
    for veil, steps in ((corner, CORNER), (below, ((0.0, 0.0), (1.0, 1.0)))):
        for at, opacity in steps:
            colour = QColor(palette.void)
            colour.setAlphaF(opacity)
            veil.setColorAt(at, colour)
        painter.fillRect(size, veil)


def swell(river: River, sight: Sight) -> float:
    """The factor by which the pocket is drawn larger, and what went out of it."""
    if not river.pocket:
        return 1.0
    xs, ys = zip(*river.pocket, strict=True)
    across = min(max(xs) - min(xs), max(ys) - min(ys)) * sight.scale
    wide = sum(widths(river, river.bands[0], sight.px_per_mm)) / 2
    return min(MOST_SWELL, max(1.0, SWELL * wide / (across or 1.0)))


def ring(river: River, sight: Sight) -> list[Px]:
    """The pocket in px, drawn as much larger as it must be."""
    points = [sight.px(point) for point in river.pocket]
    return rounded(_swollen(points, river, sight), BEND_MM * sight.px_per_mm, closed=True)


def _swollen(points: Sequence[Px], river: River, sight: Sight) -> list[Px]:
    if not river.pocket:
        return list(points)
    corners = [sight.px(point) for point in river.pocket]
    middle, factor = sum(corners) / len(corners), swell(river, sight)
    return [middle + (point - middle) * factor for point in points]


def paint_bands(painter: QPainter, river: River, sight: Sight, palette: Palette = TABLE) -> None:
    """The bands upon whatever ground: the main one, its pocket, then what came to it and left."""
    main, others = river.bands[0], river.bands[1:]
    _paint(painter, river, main, sight, palette)
    order = (Deed.TURN_BACK, Deed.CLOSE_IN, Deed.LEAVE, Deed.CHANGE_SIDES)
    for band in sorted(others, key=lambda band: order.index(band.deed)):
        _paint(painter, river, band, sight, palette)


def widths(river: River, band: Band, px_per_mm: float) -> tuple[float, float]:
    """The widths in px of a band's low and high end."""
    if not river.most or band.men is None:
        return EQUAL_MM * px_per_mm, EQUAL_MM * px_per_mm
    low, high = (max(LEAST_MM, WIDEST_MM * men / river.most) * px_per_mm for men in band.men)
    return low, high


def course(river: River, band: Band, sight: Sight) -> list[Px]:
    """A band's way in px, its corners turned; who closes in stops before the pocket."""
    still = STILL_MM * sight.px_per_mm
    spots = [sight.px(point) for point in band.way]
    if band.deed is Deed.TURN_BACK:
        spots = _swollen(spots, river, sight)
    elif band.deed is Deed.CHANGE_SIDES:
        off = _swollen(spots[:1], river, sight)[0] - spots[0]
        spots = [spot + off for spot in spots]
    if band.deed is Deed.CLOSE_IN and river.pocket:
        spots = _before(spots, _closed(ring(river, sight)), GAP_MM * sight.px_per_mm)
    points: list[Px] = []
    for point in spots:
        if not points or abs(point - points[-1]) > still:
            points.append(point)
    end = spots[-1]
    if len(points) > 1 and abs(end - points[-1]) <= still:
        points[-1] = end
    elif points[-1] != end:
        points.append(end)
    return rounded(points, BEND_MM * sight.px_per_mm)


def _paint(painter: QPainter, river: River, band: Band, sight: Sight, palette: Palette) -> None:
    mm = sight.px_per_mm
    low, high = widths(river, band, mm)
    way = course(river, band, sight)
    if len(way) < 2:
        return
    pocket = QPainterPath()
    main = band is river.bands[0]
    if main and river.pocket:
        pocket = _closed(ring(river, sight))
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
    if band.side % 2 and pointed and not band.ends:
        spine = QPen(QColor(palette.inside), SPINE_MM * mm)
        spine.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.strokePath(_line(_cut(way, _head(low, mm))), spine)


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
    point = _closed([tip, neck + aside, neck - aside])
    return stroker.createStroke(_line([*shaft, neck + along])).united(point).simplified()


def _before(way: Sequence[Px], pocket: QPainterPath, gap: float) -> list[Px]:
    """A way as far as `gap` px before it first enters a pocket."""
    shut = QPainterPathStroker()
    shut.setWidth(2 * gap)
    about = pocket.united(shut.createStroke(pocket))
    walked = [way[0]]
    for start, end in pairwise(way):
        steps = max(1, round(abs(end - start) / 2))
        for step in range(1, steps + 1):
            spot = start + (end - start) * step / steps
            if about.contains(QPointF(spot.real, spot.imag)):
                return walked
            walked.append(spot)
    return walked


def _cut(way: Sequence[Px], length: float) -> list[Px]:
    """A way less its last `length` px; at least its first stretch is left."""
    points = list(way)
    while len(points) > 2 and abs(points[-1] - way[-1]) < length:
        points.pop()
    after = way[len(points) - 1 if len(points) < len(way) else -1]
    if len(points) < len(way):
        after = way[len(points)]
        whole = abs(after - points[-1]) or 1.0
        gone = abs(points[-1] - way[-1]) - length
        if gone > 0:
            points.append(points[-1] + (after - points[-1]) * min(1.0, gone / whole))
    elif abs(points[0] - points[1]) > length:
        points[-1] = points[1] + (points[0] - points[1]) * (length / abs(points[0] - points[1]))
    else:
        points[-1] = (points[0] + points[1]) / 2
    return points


def _line(points: Sequence[Px]) -> QPainterPath:
    path = QPainterPath(QPointF(points[0].real, points[0].imag))
    for point in points[1:]:
        path.lineTo(point.real, point.imag)
    return path


def _closed(points: Sequence[Px]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(p.real, p.imag) for p in points]))
    path.closeSubpath()
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
