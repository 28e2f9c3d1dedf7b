"""Marks: strokes about a point of the plane, and the pens that draw them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from kiosk.map.signs.lines import Px, dashed, polygon, stretches
from kiosk.map.viewport import PlanePoint

DASH_MM, GAP_MM = 3.8, 2.2
"""The dashes of what is inferred."""


@dataclass(frozen=True)
class Stroke:
    """A shape or loose lines with what they are drawn with, in px.

    What is too pale for its edge to show need not be `smooth`, and takes a quarter of the time.
    """

    shape: QPolygonF | QPainterPath | list[QLineF]
    pen: QPen | None = None
    brush: QBrush | None = None
    smooth: bool = True


@dataclass(frozen=True, eq=False)
class Mark:
    """Strokes about the point (x, y) of the plane, and the px around it that they cover.

    What shines through is drawn opaque and thinned by the alpha of its `veil`: a pen or a brush
    that is not opaque takes ten times as long, and once drawn it is only a picture to lay.
    """

    x: float
    y: float
    covers: QRectF
    strokes: tuple[Stroke, ...]
    veil: QBrush | None = None

    def picture(self, part: QRect, fineness: float = 1.0) -> QImage:
        """Its picture within `part`, in px about its point, each `fineness` pixels wide."""
        size = QSizeF(part.size()) * fineness
        image = QImage(size.toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(fineness)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.translate(-part.topLeft())
        self.paint(painter)
        if self.veil is not None:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            painter.fillRect(part, self.veil)
        painter.end()
        return image

    def paint(self, painter: QPainter) -> None:
        """Draws it; the painter's origin is the point."""
        for stroke in self.strokes:
            painter.setPen(stroke.pen or QPen(Qt.PenStyle.NoPen))
            painter.setBrush(stroke.brush or QBrush())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, stroke.smooth)
            if isinstance(stroke.shape, QPainterPath):
                painter.drawPath(stroke.shape)
            elif isinstance(stroke.shape, QPolygonF):
                painter.drawPolygon(stroke.shape)
            else:
                painter.drawLines(stroke.shape)


def mark_about(
    at: PlanePoint,
    extent: Sequence[Px],
    room: float,
    strokes: Iterable[Stroke],
    veil: QBrush | None = None,
) -> Mark:
    """A mark about `at` that reaches `room` px beyond `extent`."""
    covers = polygon(extent).boundingRect().adjusted(-room, -room, room, room)
    return Mark(*at, covers, tuple(strokes), veil)


def pen_of(colour: QColor | QBrush, width: float) -> QPen:
    """A pen for lines that end squarely and turn round corners."""
    return QPen(
        QBrush(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap,
        Qt.PenJoinStyle.RoundJoin,
    )  # fmt: skip


def faded(colour: QColor | str, alpha: float) -> QColor:
    """A colour with an alpha of 0..1."""
    clear = QColor(colour)
    clear.setAlphaF(alpha)
    return clear


def edge_of(points: Sequence[Px], pen: QPen, inferred: bool, mm: float) -> Stroke:
    """A line, in dashes where it is inferred."""
    return Stroke(dashed(points, DASH_MM * mm, GAP_MM * mm) if inferred else stretches(points), pen)
