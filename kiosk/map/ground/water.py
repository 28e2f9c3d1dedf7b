"""Water: the sea, rivers, and the beds of those that are dry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QPainter

from kiosk.map.ground.frame import FAR_MM_PER_KM, Frame
from kiosk.map.ground.pens import dashed_pen, round_pen
from kiosk.map.ground.shapes import Shape, stretches

RIVER_MM = (1.9, 1.6, 0.95, 0.65, 0.45)
"""Widths by rank, 1 to 5."""

SHORE_MM = 0.25

MAIN = 2
"""The last rank of main rivers; lesser ones are paler."""

CASING_MM = 0.55
"""Margin on each side of a river."""


def paint_sea(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """The sea with its shore; what is cut at 180° of longitude has none there."""
    painter.setTransform(frame.to_picture)
    painter.setPen(round_pen(frame.palette.shore, SHORE_MM, frame))
    painter.setBrush(QColor(frame.palette.sea))
    for shape in shapes:
        painter.drawPath(shape.path)
    painter.setPen(round_pen(frame.palette.sea, SHORE_MM / 2, frame))
    for shape in shapes:
        if shape.feature.cut:
            painter.drawPath(shape.path)


def paint_rivers(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """Rivers over all their margins, so that one flows into the other; dry beds as dots."""
    painter.setTransform(frame.to_picture)
    for shape in shapes:
        if shape.feature.dry:
            _paint_bed(painter, shape, frame)
    wet = [shape for shape in shapes if not shape.feature.dry]
    seen = [stretches(shape.line(frame.px_per_km), frame.reach) for shape in wet]
    if frame.mm_per_km >= FAR_MM_PER_KM:
        for shape, path in zip(wet, seen, strict=True):
            mm = _width_mm(shape, frame) + 2 * CASING_MM
            painter.strokePath(path, round_pen(frame.palette.casing, mm, frame))
    for shape, path in zip(wet, seen, strict=True):
        colour = frame.palette.water if shape.feature.rank <= MAIN else frame.palette.brook
        painter.strokePath(path, round_pen(colour, _width_mm(shape, frame), frame))


def _paint_bed(painter: QPainter, shape: Shape, frame: Frame) -> None:
    """A dry bed, whole: its dots begin at its end, wherever the frame lies.

    They are small and far apart, not to be taken for a march.
    """
    mm, path = _width_mm(shape, frame), shape.line(frame.px_per_km)
    painter.strokePath(path, round_pen(frame.palette.bank, mm * 1.6, frame))
    dot = mm * 0.35
    dots = dashed_pen(frame.palette.dry_bed, dot, frame, on_mm=dot, off_mm=2.2)
    painter.strokePath(path, dots)


def _width_mm(shape: Shape, frame: Frame) -> float:
    return RIVER_MM[shape.feature.rank - 1] * frame.swell
