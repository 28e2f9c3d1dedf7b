"""The base map: ground, water, sand and railway, painted into images."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

from kiosk.exhibit.geo import project
from kiosk.exhibit.geojson import Feature, GeoJsonError, Line, read_features
from kiosk.exhibit.model import Layer, LayerStyle, Map

GROUND = "#0f1317"
SEA = "#17222d"
SHORE = "#2b3d4c"
WATER = "#3f6f87"
DRY_BED = "#8a7a5c"
BANK = "#2a261e"
SAND = "#b3965c"
RAIL = "#d6c9a8"
SLEEPER = "#23211d"
ROAD = "#6f6757"
BORDER = "#5b5a55"

TINTS = (
    (-12000, "#0f1317"),
    (50, "#12171a"),
    (75, "#151b1d"),
    (100, "#1a2121"),
    (150, "#202725"),
    (225, "#272c28"),
    (325, "#2e302a"),
    (450, "#35342b"),
    (600, "#3b362c"),
    (800, "#41392d"),
    (1000, "#463d2f"),
    (1250, "#4b4232"),
    (1500, "#4f4636"),
    (1800, "#504837"),
    (2200, "#524a39"),
    (2700, "#534b3b"),
    (3300, "#544c3f"),
)
"""Ground colours by height in metres; all dark enough for paper-white words at 7:1."""


WIDEST_MM = 3.0
"""How far a line outside the frame may reach into it."""
FADE_MM = 45
"""How far the ground fades towards the end of its data."""

RIM_MM = 0.14
"""Width of the lit and the shaded edge of a layer of relief."""


@dataclass(frozen=True)
class Frame:
    """A rectangle of the map as a picture."""

    x: float
    """Plane coordinates of the top-left corner, as `kiosk.exhibit.geo.project` gives them."""
    y: float
    px_per_km: float
    """Pixels per plane kilometre."""
    width: int
    """Pixels."""
    height: int
    px_per_mm: float
    """Pixels per millimetre of the screen, for the widths of lines."""

    @property
    def mm_per_km(self) -> float:
        """Scale of the picture on the screen."""
        return self.px_per_km / self.px_per_mm

    @property
    def area(self) -> QRectF:
        """The rectangle in plane coordinates."""
        return QRectF(self.x, self.y, self.width / self.px_per_km, self.height / self.px_per_km)


@dataclass(frozen=True)
class _Shape:
    """One polygon or line in plane coordinates."""

    path: QPainterPath
    box: QRectF
    feature: Feature


class BaseMap:
    """The layers of a map, loaded once; it may be made and painted in any thread.

    `problems` holds an error for each file that could not be read; the other layers are drawn.
    """

    def __init__(self, map_: Map, content: Path) -> None:
        problems: list[GeoJsonError] = []
        self._layers: list[tuple[Layer, tuple[_Shape, ...]]] = []
        for layer in map_.layers:
            try:
                features = read_features(content / layer.file, layer.style)
            except GeoJsonError as error:
                problems.append(error)
            else:
                self._layers.append((layer, tuple(_shapes(features, layer.style))))
        self.problems = tuple(problems)
        self._ground = QRectF()
        for layer, shapes in self._layers:
            if layer.style in (LayerStyle.RELIEF, LayerStyle.SEA):
                for shape in shapes:
                    self._ground = self._ground.united(shape.box)

    def lines(self, style: LayerStyle) -> list[list[tuple[float, float]]]:
        """The lines of all layers of a style, as points on the plane."""
        return [
            [(point.x(), point.y()) for point in polygon.toList()]
            for layer, shapes in self._layers
            if layer.style is style
            for shape in shapes
            for polygon in shape.path.toSubpathPolygons()
        ]

    def paint(self, frame: Frame, hidden: frozenset[str] = frozenset()) -> QImage:
        """The frame as a picture, without the layers whose ids are in `hidden`."""
        image = QImage(frame.width, frame.height, QImage.Format.Format_RGB32)
        image.fill(QColor(GROUND))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = WIDEST_MM / frame.mm_per_km
        area = frame.area.adjusted(-edge, -edge, edge, edge)
        for layer, shapes in self._layers:
            if layer.id not in hidden:
                seen = [s for s in shapes if s.box.intersects(area)]
                _PAINTERS[layer.style](painter, seen, frame)
        if not self._ground.isEmpty() and not self._ground.contains(area):
            painter.setTransform(QTransform())
            _paint_rim(painter, _to_picture(frame).mapRect(self._ground), frame)
        painter.end()
        return image


# ---------------------------------------------------------------- loading


def _shapes(features: Iterable[Feature], style: LayerStyle) -> Iterator[_Shape]:
    """Shapes in the order of painting."""
    if style is LayerStyle.RELIEF:
        features = sorted(features, key=lambda f: f.metres)
    elif style is LayerStyle.RIVER:
        features = sorted(features, key=lambda f: (not f.dry, -f.rank))
    for feature in features:
        told = replace(feature, shapes=())  # the path holds the points from here on
        for lines in feature.shapes:
            path = _path(lines)
            # a line due east has a box without height, which would intersect nothing
            box = path.boundingRect().adjusted(-0.001, -0.001, 0.001, 0.001)
            yield _Shape(path, box, told)


def _path(lines: tuple[Line, ...]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for line in lines:
        path.addPolygon(QPolygonF([QPointF(*project(lon, lat)) for lon, lat in line]))
    return path


# ---------------------------------------------------------------- painting


def _to_picture(frame: Frame) -> QTransform:
    scale = frame.px_per_km
    return QTransform(scale, 0, 0, scale, -frame.x * scale, -frame.y * scale)


def _pen(colour: str | QColor, mm: float, frame: Frame) -> QPen:
    """A round pen of `mm` on the screen, never thinner than a hair that can be seen."""
    pen = QPen(QColor(colour), max(0.7, mm * frame.px_per_mm))
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _dashed(pen: QPen, on_mm: float, off_mm: float, frame: Frame) -> QPen:
    width = pen.widthF() / frame.px_per_mm
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([on_mm / width, off_mm / width])
    return pen


def _tint(metres: float) -> QColor:
    """The tint of ground from this height up."""
    return QColor(next(colour for low, colour in reversed(TINTS) if metres >= low))


def _lit(tint: QColor) -> QColor:
    """The tint of an edge that faces the light."""
    return QColor(tint.red() + 14, tint.green() + 14, tint.blue() + 14)


def _paint_rim(painter: QPainter, ground: QRectF, frame: Frame) -> None:
    """Lets the ground fade out where its data ends instead of breaking off."""
    fade = min(FADE_MM * frame.px_per_mm, 0.06 * min(ground.width(), ground.height()))
    clear = QColor(GROUND)
    clear.setAlpha(0)
    width, height = float(frame.width), float(frame.height)
    for outer, inner, room in (
        (ground.left(), ground.left() + fade, (0.0, 0.0, ground.left() + fade, height)),
        (ground.right(), ground.right() - fade, (ground.right() - fade, 0.0, width, height)),
    ):
        gradient = QLinearGradient(outer, 0, inner, 0)
        _fill_rim(painter, gradient, clear, QRectF(QPointF(*room[:2]), QPointF(*room[2:])))
    for outer, inner, room in (
        (ground.top(), ground.top() + fade, (0.0, 0.0, width, ground.top() + fade)),
        (ground.bottom(), ground.bottom() - fade, (0.0, ground.bottom() - fade, width, height)),
    ):
        gradient = QLinearGradient(0, outer, 0, inner)
        _fill_rim(painter, gradient, clear, QRectF(QPointF(*room[:2]), QPointF(*room[2:])))


def _fill_rim(painter: QPainter, gradient: QLinearGradient, clear: QColor, room: QRectF) -> None:
    if room.width() > 0 and room.height() > 0:
        gradient.setColorAt(0, QColor(GROUND))
        gradient.setColorAt(1, clear)
        painter.fillRect(room, gradient)


def _paint_relief(painter: QPainter, shapes: list[_Shape], frame: Frame) -> None:
    """Layers of tint, each with a lit rim to the north-west and a shaded one to the south-east."""
    to_picture = _to_picture(frame)
    rim = max(0.6, RIM_MM * frame.px_per_mm)
    painter.setPen(Qt.PenStyle.NoPen)
    for shape in shapes:
        tint = _tint(shape.feature.metres)
        for shift, colour in ((rim, tint.darker(160)), (-rim, _lit(tint)), (0, tint)):
            painter.setTransform(to_picture * QTransform.fromTranslate(shift, shift))
            painter.setBrush(colour)
            painter.drawPath(shape.path)


def _paint_sea(painter: QPainter, shapes: list[_Shape], frame: Frame) -> None:
    painter.setTransform(_to_picture(frame))
    painter.setPen(_pen(SHORE, 0.25, frame))
    painter.setBrush(QColor(SEA))
    for shape in shapes:
        painter.drawPath(shape.path)


RIVER_MM = (1.5, 1.0, 0.7, 0.5, 0.35)
"""Widths by rank, 1 to 5."""


def _swell(frame: Frame) -> float:
    """How much wider lines are drawn the closer one looks: 8 % for each doubling of the scale."""
    return 1 + 0.08 * max(0.0, math.log2(frame.mm_per_km / 0.25))


def _paint_rivers(painter: QPainter, shapes: list[_Shape], frame: Frame) -> None:
    painter.setTransform(_to_picture(frame))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for shape in shapes:
        mm = RIVER_MM[shape.feature.rank - 1] * _swell(frame)
        if shape.feature.dry:
            painter.setPen(_pen(BANK, mm * 1.5, frame))
            painter.drawPath(shape.path)
            painter.setPen(_dashed(_pen(DRY_BED, mm * 0.4, frame), 2.6, 2.0, frame))
        else:
            painter.setPen(_pen(WATER, mm, frame))
        painter.drawPath(shape.path)


def _paint_railway(painter: QPainter, shapes: list[_Shape], frame: Frame) -> None:
    painter.setTransform(_to_picture(frame))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    swell = _swell(frame)
    pens = (
        _pen(GROUND, 1.9 * swell, frame),
        _pen(RAIL, 1.15 * swell, frame),
        _dashed(_pen(SLEEPER, 0.55 * swell, frame), 2.2 * swell, 2.2 * swell, frame),
    )
    for pen in pens:
        painter.setPen(pen)
        for shape in shapes:
            painter.drawPath(shape.path)


def _paint_road(painter: QPainter, shapes: list[_Shape], frame: Frame) -> None:
    painter.setTransform(_to_picture(frame))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(ROAD, 0.5, frame))
    for shape in shapes:
        painter.drawPath(shape.path)


def _paint_border(painter: QPainter, shapes: list[_Shape], frame: Frame) -> None:
    painter.setTransform(_to_picture(frame))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_dashed(_pen(BORDER, 0.35, frame), 1.6, 1.0, frame))
    for shape in shapes:
        painter.drawPath(shape.path)


# ---------------------------------------------------------------- stipple

DOT_SPACING_MM = 3.0
"""Mean distance of the dots of full density on the screen."""
DOT_MM = {False: 0.45, True: 0.7}
"""Diameters of the small and the large dots."""
BLOCK = 16
"""Cells along the side of a block of dots, the unit that is kept for the next picture."""

COARSEST = -14
"""Level whose cells are larger than the Earth's plane."""
_MASK = 2**64 - 1


def _paint_sand(painter: QPainter, shapes: list[_Shape], frame: Frame) -> None:
    """Stipple of the same density on the screen at every scale, each dot fixed to the ground."""
    exact = math.log2(frame.mm_per_km / DOT_SPACING_MM)
    level = max(COARSEST, math.ceil(exact))
    joined = max(0.0, (4 ** (exact - level + 1) - 1) / 3)
    painter.setTransform(_to_picture(frame))
    above = 0.0
    for density in sorted({shape.feature.density for shape in shapes}):
        ground = QPainterPath()
        for shape in shapes:
            if shape.feature.density >= density:
                ground.addPath(shape.path)
        ground.setFillRule(Qt.FillRule.WindingFill)
        painter.setClipPath(ground)
        for block in _blocks(ground, frame.area, level):
            for dots in block:
                share = joined if dots.joining else 1.0
                painter.setPen(_pen(SAND, DOT_MM[dots.large], frame))
                painter.drawPoints(dots.between(above * share, density * share))
        above = density
    painter.setClipping(False)


@dataclass(frozen=True)
class _Dots:
    """Dots of one block and kind, in plane coordinates, by rising chance (0..1)."""

    joining: bool
    """Whether they first appear at the block's level."""
    large: bool
    chances: list[float]
    points: QPolygonF

    def between(self, low: float, high: float) -> QPolygonF:
        """The dots whose chance lies in low..high."""
        first, last = bisect_left(self.chances, low), bisect_left(self.chances, high)
        return QPolygonF(self.points.mid(first, last - first))


def _blocks(ground: QPainterPath, area: QRectF, level: int) -> Iterator[tuple[_Dots, ...]]:
    """The blocks that cover the ground within the area."""
    size = BLOCK * 2.0**-level
    box = ground.boundingRect().intersected(area)
    for row in range(math.floor(box.top() / size), math.ceil(box.bottom() / size)):
        for column in range(math.floor(box.left() / size), math.ceil(box.right() / size)):
            if ground.intersects(QRectF(column * size, row * size, size, size)):
                yield _block(level, column, row)


@lru_cache(maxsize=256)
def _block(level: int, column: int, row: int) -> tuple[_Dots, ...]:
    """The dots of one block of cells, sorted into kinds."""
    kinds: dict[tuple[bool, bool], list[tuple[float, float, float]]] = {}
    for born, x, y, seed in _cells(level, column, row):
        chance, large = (seed & 0xFFFFF) / 2**20, seed >> 20 & 3 == 0
        kinds.setdefault((born == level, large), []).append((chance, x, y))
    for dots in kinds.values():
        dots.sort()
    return tuple(
        _Dots(
            joining,
            large,
            [chance for chance, _, _ in dots],
            QPolygonF([QPointF(x, y) for _, x, y in dots]),
        )
        for (joining, large), dots in kinds.items()
    )


@lru_cache(maxsize=64)
def _cells(level: int, column: int, row: int) -> tuple[tuple[int, float, float, int], ...]:
    """The dot of each cell of a block, row by row: level at which it first appears, x, y, seed.

    A cell of level n is 2**-n plane kilometres wide. Of the four cells that share a parent, the
    one in which the parent's dot lies has that dot for its own, so that dots only join as one
    looks closer, and none moves.
    """
    size = 2.0**-level
    parents = _cells(level - 1, column >> 1, row >> 1) if level > COARSEST else None
    half, first_column, first_row = BLOCK // 2, column * BLOCK, row * BLOCK
    cells = []
    for j in range(first_row, first_row + BLOCK):
        row_seed = _mix(_mix(0, level), j)
        up = ((j - first_row) // 2 + (row & 1) * half) * BLOCK + (column & 1) * half
        for i in range(first_column, first_column + BLOCK):
            if parents:
                dot = parents[up + (i - first_column) // 2]
                if dot[1] // size == i and dot[2] // size == j:
                    cells.append(dot)
                    continue
            seed = _mix(row_seed, i)
            x = (i + (seed >> 24 & 0xFFFFF) / 2**20) * size
            y = (j + (seed >> 44) / 2**20) * size
            cells.append((level, x, y, seed))
    return tuple(cells)


def _mix(value: int, word: int) -> int:
    """64 bits that look random and are always the same (SplitMix64, Steele et al. 2014)."""
    value = (value ^ word) + 0x9E3779B97F4A7C15 & _MASK
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 & _MASK
    value = (value ^ value >> 27) * 0x94D049BB133111EB & _MASK
    return value ^ value >> 31


_PAINTERS = {
    LayerStyle.RELIEF: _paint_relief,
    LayerStyle.SEA: _paint_sea,
    LayerStyle.RIVER: _paint_rivers,
    LayerStyle.RAILWAY: _paint_railway,
    LayerStyle.ROAD: _paint_road,
    LayerStyle.SAND: _paint_sand,
    LayerStyle.BORDER: _paint_border,
}
