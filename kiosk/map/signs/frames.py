"""Frames of symbols: the shape that tells a side, as a path in a box."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from kiosk.exhibit.model import Shape

SLANT = 0.3
"""The reach of a hexagon's points beyond its upper edge, over its height."""

WIDER: Mapping[Shape, float] = {
    Shape.RECTANGLE: 1.0,
    Shape.ELLIPSE: 4 / math.pi,
    Shape.DIAMOND: 1.88,
    Shape.OCTAGON: 1.08,
    Shape.PENTAGON: 1.16,
    Shape.TRAPEZIUM: 1.16,
    Shape.SHIELD: 1.12,
}
"""Width of a shape over that of a rectangle of its height that fills as much; a hexagon's is wider
by its slant, however wide it is."""

INNER: Mapping[Shape, tuple[float, float, float, float]] = {
    Shape.RECTANGLE: (0, 0, 1, 1),
    Shape.ELLIPSE: (0.146, 0.146, 0.854, 0.854),
    Shape.DIAMOND: (0.25, 0.25, 0.75, 0.75),
    Shape.OCTAGON: (0.065, 0.1, 0.935, 0.9),
    Shape.PENTAGON: (0, 0.3, 1, 1),
    Shape.TRAPEZIUM: (0.14, 0, 0.86, 1),
    Shape.SHIELD: (0.05, 0, 0.95, 0.72),
}
"""Left, top, right and bottom of a box that a shape holds, in shares of its own."""


def frame_path(shape: Shape, box: QRectF) -> QPainterPath:
    """The outline of a shape in a box."""
    return _SHAPES[shape](box)


def widened(shape: Shape, aspect: float) -> float:
    """Width over height of a shape that fills as much as a rectangle of an aspect."""
    return aspect + SLANT if shape is Shape.HEXAGON else aspect * WIDER[shape]


def inner_box(shape: Shape, box: QRectF) -> QRectF:
    """The box that a shape in a box holds."""
    if shape is Shape.HEXAGON:
        slant = SLANT * box.height()
        return box.adjusted(slant, 0, -slant, 0)
    left, top, right, bottom = INNER[shape]
    return box.adjusted(
        left * box.width(),
        top * box.height(),
        (right - 1) * box.width(),
        (bottom - 1) * box.height(),
    )


def _polygon(*corners: tuple[float, float]) -> Callable[[QRectF], QPainterPath]:
    """A shape with corners in shares of its box."""

    def shape(box: QRectF) -> QPainterPath:
        path = QPainterPath()
        points = [
            QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in corners
        ]
        path.addPolygon(QPolygonF([*points, points[0]]))
        path.closeSubpath()
        return path

    return shape


def _hexagon(box: QRectF) -> QPainterPath:
    slant = SLANT * box.height() / box.width()
    corners = (slant, 0), (1 - slant, 0), (1, 0.5), (1 - slant, 1), (slant, 1), (0, 0.5)
    return _polygon(*corners)(box)


def _ellipse(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(box)
    return path


def _shield(box: QRectF) -> QPainterPath:
    path = QPainterPath(box.topLeft())
    path.lineTo(box.topRight())
    path.lineTo(box.right(), box.center().y())
    foot = QPointF(box.center().x(), box.bottom())
    path.quadTo(QPointF(box.right(), box.bottom() - box.height() * 0.1), foot)
    path.quadTo(
        QPointF(box.left(), box.bottom() - box.height() * 0.1),
        QPointF(box.left(), box.center().y()),
    )
    path.closeSubpath()
    return path


_SHAPES: Mapping[Shape, Callable[[QRectF], QPainterPath]] = {
    Shape.RECTANGLE: _polygon((0, 0), (1, 0), (1, 1), (0, 1)),
    Shape.HEXAGON: _hexagon,
    Shape.ELLIPSE: _ellipse,
    Shape.DIAMOND: _polygon((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    Shape.OCTAGON: _polygon(
        (0.13, 0), (0.87, 0), (1, 0.2), (1, 0.8), (0.87, 1), (0.13, 1), (0, 0.8), (0, 0.2)
    ),
    Shape.PENTAGON: _polygon((0.5, 0), (1, 0.3), (1, 1), (0, 1), (0, 0.3)),
    Shape.TRAPEZIUM: _polygon((0.14, 0), (0.86, 0), (1, 1), (0, 1)),
    Shape.SHIELD: _shield,
}
