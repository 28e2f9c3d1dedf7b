"""The heights of round contour lines, written along them, each fixed to the ground."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QTransform

from kiosk.stage.fonts import SANS
from kiosk.stage.topography.frame import Frame
from kiosk.stage.topography.shapes import Shape
from kiosk.stage.topography.tints import tint

FIGURE = "#a59d87"
FIGURE_MM = 1.9
"""Height of the figures."""

LEAST_FIGURE_PX = 4
"""Figures smaller than this are left out, as on a rough picture; others are set in 9 at least."""

FIGURE_SPACING_MM = 90
"""Least distance of two figures of one contour line, north to south."""

LEAN = 0.6
"""Radians by which figures may lean over to the left."""


def paint_figures(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """Writes its height on each contour line of `shapes` that is round."""
    if FIGURE_MM * frame.px_per_mm < LEAST_FIGURE_PX:
        return
    font = QFont(SANS)
    font.setPixelSize(max(9, round(FIGURE_MM * frame.px_per_mm)))
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    spacing = 2.0 ** math.ceil(math.log2(FIGURE_SPACING_MM / frame.mm_per_km))
    for shape in shapes:
        metres = shape.feature.metres
        if metres % (50 if metres <= 300 else 100) == 0:
            for x, y, slope in _crossings(shape.path, frame.area, spacing):
                spot = frame.to_picture.map(QPointF(x, y))
                turn = QTransform.fromTranslate(spot.x(), spot.y()).rotateRadians(slope)
                painter.setTransform(turn)
                _paint_figure(painter, metres, metrics)


def _paint_figure(painter: QPainter, metres: float, metrics: QFontMetricsF) -> None:
    """A figure about the origin, on a patch of the ground below its contour line."""
    words = f"{metres:g}"
    width, height = metrics.horizontalAdvance(words), metrics.capHeight()
    patch = QRectF(-width * 0.7, -height * 0.8, width * 1.4, height * 1.6)
    painter.fillRect(patch, tint(metres - 5))
    painter.setPen(QColor(FIGURE))
    painter.drawText(QPointF(-width / 2, height / 2), words)


def _crossings(
    path: QPainterPath, area: QRectF, spacing: float
) -> Iterator[tuple[float, float, float]]:
    """Where an outline in the area crosses parallels every `spacing` km: x, y, slope in radians."""
    rows = range(math.ceil(area.top() / spacing), math.ceil(area.bottom() / spacing))
    for ring in path.toSubpathPolygons():
        if not rows or not ring.boundingRect().intersects(area):
            continue
        for (ax, ay), (bx, by) in pairwise([(p.x(), p.y()) for p in ring.toList()]):
            for row in rows:
                y = row * spacing
                if (ay < y) != (by < y):
                    x = ax + (bx - ax) * (y - ay) / (by - ay)
                    if area.left() < x < area.right():
                        yield x, y, _upright(math.atan2(by - ay, bx - ax))


def _upright(slope: float) -> float:
    """The angle at which words along a slope can be read; north to south they read upwards."""
    return math.remainder(slope + LEAN, math.pi) - LEAN
