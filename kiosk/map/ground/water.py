"""Water: the sea, rivers, and the beds of those that are dry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QPainter

from kiosk.map.ground.frame import FAR_MM_PER_KM, Frame
from kiosk.map.ground.pens import dashed_pen, round_pen
from kiosk.map.ground.shapes import Shape

RIVER_MM = (1.9, 1.6, 0.95, 0.65, 0.45)
"""Widths by rank, 1 to 5."""

CASING_MM = 0.55
"""Margin on each side of a river."""


def paint_sea(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """The sea with its shore."""
    painter.setTransform(frame.to_picture)
    painter.setPen(round_pen(frame.palette.shore, 0.25, frame))
    painter.setBrush(QColor(frame.palette.sea))
    for shape in shapes:
        painter.drawPath(shape.path)


def paint_rivers(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """Rivers over all their margins, so that one flows into the other; dry beds as dashes."""
    painter.setTransform(frame.to_picture)
    for shape in shapes:
        if shape.feature.dry:
            _paint_bed(painter, shape, frame)
        elif frame.mm_per_km >= FAR_MM_PER_KM:
            mm = _width_mm(shape, frame) + 2 * CASING_MM
            _paint_line(painter, shape, frame.palette.casing, mm, frame)
    for shape in shapes:
        if not shape.feature.dry:
            main = shape.feature.rank <= 2
            colour = frame.palette.water if main else frame.palette.brook
            _paint_line(painter, shape, colour, _width_mm(shape, frame), frame)


def _paint_bed(painter: QPainter, shape: Shape, frame: Frame) -> None:
    mm = _width_mm(shape, frame)
    _paint_line(painter, shape, frame.palette.bank, mm * 1.6, frame)
    dashes = dashed_pen(frame.palette.dry_bed, mm * 0.35, frame, on_mm=1.9, off_mm=1.5)
    painter.strokePath(shape.line(frame.px_per_km), dashes)


def _paint_line(painter: QPainter, shape: Shape, colour: str, mm: float, frame: Frame) -> None:
    painter.strokePath(shape.line(frame.px_per_km), round_pen(colour, mm, frame))


def _width_mm(shape: Shape, frame: Frame) -> float:
    return RIVER_MM[shape.feature.rank - 1] * frame.swell
