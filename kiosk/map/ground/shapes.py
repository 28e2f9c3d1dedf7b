"""The polygons and lines of a layer on the plane, in the order of painting."""

from __future__ import annotations

import math
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from pathlib import Path

from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainterPath, QPolygonF, QTransform

from kiosk.exhibit.files.geojson import Feature, Line
from kiosk.exhibit.geo import project, projected
from kiosk.exhibit.model import Bounds, LayerStyle
from kiosk.map.ground.tracing import Traced


@dataclass(frozen=True)
class Shape:
    """One polygon or line in plane coordinates; the path holds the points of its feature."""

    path: QPainterPath
    box: QRectF
    feature: Feature
    coarser: dict[int, QPainterPath] = field(default_factory=dict)
    """The path for scales below 2**key px per km, made when it is first needed."""
    picture: QImage | None = None
    """The picture that fills the box, of a layer that is one."""
    to_plane: QTransform | None = None
    """The way from the pixels of a picture that doesn't fill the box to the plane."""

    _traced: dict[int | None, list[Traced]] = field(default_factory=dict)
    """The lines of the path, and of coarser ones, made when they are first needed."""

    def line(self, px_per_km: float) -> QPainterPath:
        """The path without the points that lie within a pixel or two of the last."""
        octave = _octave(px_per_km)
        if octave not in self.coarser:
            self.coarser[octave] = _coarser(self.path, 2 / 2**octave)
        return self.coarser[octave]

    def traced(self, px_per_km: float | None) -> list[Traced]:
        """The lines of the path; at a scale, of `line`."""
        octave = None if px_per_km is None else _octave(px_per_km)
        if octave not in self._traced:
            path = self.path if px_per_km is None else self.line(px_per_km)
            self._traced[octave] = [*map(Traced, path.toSubpathPolygons())]
        return self._traced[octave]


def _octave(px_per_km: float) -> int:
    return math.ceil(math.log2(px_per_km))


def picture_shape(file: Path, bounds: Bounds) -> Shape:
    """A grey picture on the plane, its greys as indices; of a file that is none, no picture."""
    west, south, east, north = bounds
    (left, top), (right, bottom) = project(west, north), project(east, south)
    box = QRectF(left, top, right - left, bottom - top)
    path = QPainterPath()
    path.addRect(box)
    grey = QImage(str(file)).convertToFormat(QImage.Format.Format_Grayscale8)
    if grey.isNull():
        return Shape(path, box, Feature(()))
    bits, size, line = bytes(grey.constBits()), grey.size(), grey.bytesPerLine()
    indexed = QImage(bits, size.width(), size.height(), line, QImage.Format.Format_Indexed8)
    return Shape(path, box, Feature(()), picture=indexed.copy())


def stretches(path: QPainterPath, area: QRectF) -> QPainterPath:
    """The stretches of lines that may be seen in an area, each to a point beyond its edge."""
    found = QPainterPath()
    left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
    for line in path.toSubpathPolygons():
        stretch: list[QPointF] = []
        for a, b in pairwise(line.toList()):
            ax, ay, bx, by = a.x(), a.y(), b.x(), b.y()
            if (
                max(ax, bx) >= left
                and min(ax, bx) <= right
                and max(ay, by) >= top
                and min(ay, by) <= bottom
            ):
                stretch.extend((b,) if stretch else (a, b))
            elif stretch:
                found.addPolygon(QPolygonF(stretch))
                stretch = []
        if stretch:
            found.addPolygon(QPolygonF(stretch))
    return found


def cropped(shape: Shape, area: QRectF, px_per_km: float | None = None) -> Shape:
    """The part of a shape that lies in an area; of lines, and of rings within, the whole.

    A ring that reaches beyond is cut along the edge of the area. At a scale, it has the points of
    `Shape.line`.
    """
    if shape.picture is not None:
        return shape
    path = QPainterPath()
    path.setFillRule(shape.path.fillRule())
    for line in shape.traced(px_per_km):
        if line.closed and line.box.intersects(area) and not area.contains(line.box):
            path.addPolygon(line.cut(area))
        elif line.box.intersects(area):
            path.addPolygon(line.polygon)
    return Shape(path, path.boundingRect(), shape.feature)


def shapes_of(features: Iterable[Feature], style: LayerStyle) -> Iterator[Shape]:
    """The shapes of a layer: low ground below high, dry beds and small rivers below great ones."""
    if style is LayerStyle.RELIEF:
        features = sorted(features, key=lambda f: f.metres)
    elif style is LayerStyle.RIVER:
        features = sorted(features, key=lambda f: (not f.dry, -f.rank))
    for feature in features:
        told = replace(feature, shapes=())
        for lines in feature.shapes:
            path = _path(lines)
            # a line due east has a box without height, which would intersect nothing
            box = path.boundingRect().adjusted(-0.001, -0.001, 0.001, 0.001)
            yield Shape(path, box, told)


def _path(lines: Iterable[Line]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for line in lines:
        path.addPolygon(_polygon(projected(line)))
    return path


def _polygon(points: Sequence[tuple[float, float]]) -> QPolygonF:
    """A polygon, in half of the time that a `QPointF` for each of its points takes."""
    numbers = array("d", chain.from_iterable(points))
    if sys.byteorder == "little":
        numbers.byteswap()  # as streams of Qt have them
    stream = QDataStream(QByteArray(len(points).to_bytes(4, "big") + numbers.tobytes()))
    polygon = QPolygonF()
    stream >> polygon
    return polygon


def _coarser(path: QPainterPath, least: float) -> QPainterPath:
    """The path with points that lie at least `least` km apart, and its ends."""
    thinned = QPainterPath()
    for line in path.toSubpathPolygons():
        kept: list[QPointF] = []
        x = y = math.inf
        for point in line.toList():
            if abs(point.x() - x) + abs(point.y() - y) >= least:
                x, y = point.x(), point.y()
                kept.append(point)
        if kept[-1] != line.last():
            kept.append(line.last())
        thinned.addPolygon(QPolygonF(kept))
    return thinned
