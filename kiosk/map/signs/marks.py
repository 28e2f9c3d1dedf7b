"""Marks: strokes about a point of the plane, and the pens that draw them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from kiosk.exhibit.model import Certainty
from kiosk.map.signs.lines import Px, along, dashed, polygon, stretch, stretches
from kiosk.map.viewport import PlanePoint

DASHES_MM: Mapping[Certainty, tuple[float, float]] = {
    Certainty.NARRATED: (11.0, 1.9),
    Certainty.COMPUTED: (5.0, 1.9),
    Certainty.INFERRED: (5.0, 1.9),
}
"""Dash and gap of the lines of what no document places there."""

DOT_MM, DOTS_MM = 1.1, 2.8
"""Width of the dots of the past, and from one to the next."""


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
    """Strokes about the point (x, y) of the plane, and the px around it that they cover."""

    x: float
    y: float
    covers: QRectF
    strokes: tuple[Stroke, ...]

    def picture(self, part: QRect, fineness: float = 1.0) -> QImage:
        """Its picture within `part`, in px about its point, each `fineness` pixels wide."""
        size = QSizeF(part.size()) * fineness
        image = QImage(size.toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(fineness)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.translate(-part.topLeft())
        self.paint(painter)
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
    at: PlanePoint, extent: Sequence[Px], room: float, strokes: Iterable[Stroke]
) -> Mark:
    """A mark about `at` that reaches `room` px beyond `extent`."""
    covers = polygon(extent).boundingRect().adjusted(-room, -room, room, room)
    return Mark(*at, covers, tuple(strokes))


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


def edge_of(points: Sequence[Px], pen: QPen, certainty: Certainty, mm: float) -> Stroke:
    """A line, in dashes where no document tells of it."""
    if certainty not in DASHES_MM:
        return Stroke(stretches(points), pen)
    dash, gap = DASHES_MM[certainty]
    return Stroke(dashed(points, dash * mm, gap * mm), pen)


def dots_of(points: Sequence[Px], colour: QColor, casing: QColor, mm: float) -> Iterator[Stroke]:
    """A line of dots on a darker one: dots mean the past only."""
    dots = [stretch(spot, spot + 0.01) for spot, _ in along(points, DOTS_MM * mm)]
    for shade, width in ((casing, DOT_MM + 0.9), (colour, DOT_MM)):
        pen = pen_of(shade, width * mm)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        yield Stroke(dots, pen)
