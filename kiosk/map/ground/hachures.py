"""Hachures: short strokes down the slopes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QPainter

from kiosk.map.ground.frame import NEAR_MM_PER_KM, Frame
from kiosk.map.ground.pens import flat_pen
from kiosk.map.ground.shapes import Shape

HACHURE_MM = 0.22

NEARER_MM_PER_KM = 2.6
"""From this scale on, strokes of rank 2 are drawn between those of rank 1."""


def paint_hachures(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """Strokes that are seen from near, and more of them from nearer."""
    if frame.mm_per_km < NEAR_MM_PER_KM or not frame.palette.relief:
        return
    painter.setTransform(frame.to_picture)
    colour = QColor(frame.palette.hachure)
    colour.setAlphaF(0.6)
    pen = flat_pen(colour, HACHURE_MM * frame.swell, frame)
    for shape in shapes:
        if shape.feature.rank == 1 or frame.mm_per_km >= NEARER_MM_PER_KM:
            painter.strokePath(shape.path, pen)
