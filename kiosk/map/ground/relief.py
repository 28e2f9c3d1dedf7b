"""Relief: layers of tint by height, and contours on the hills."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from kiosk.map.ground.frame import FAR_MM_PER_KM, Frame
from kiosk.map.ground.pens import round_pen
from kiosk.map.ground.shapes import Shape

CONTOUR_MM, CONTOUR_OPACITY = 0.27, 0.14
"""Width of a contour, and its opacity."""

HILL_M = 150
"""Metres from which contours are drawn; below, the ground is as good as flat."""


def paint_relief(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """Layers of tint; the hills, unless they are seen from afar, with contours."""
    if not frame.palette.relief:
        return
    heights = {shape.feature.metres for shape in shapes}
    near = frame.mm_per_km >= FAR_MM_PER_KM
    steps = heights if near else _far_steps(heights)
    contour = QColor(frame.palette.line)
    contour.setAlphaF(CONTOUR_OPACITY)
    pen = round_pen(contour, CONTOUR_MM, frame)
    painter.setTransform(frame.to_picture)
    for shape in shapes:
        metres = shape.feature.metres
        if metres in steps:
            painter.setPen(pen if near and metres >= HILL_M else Qt.PenStyle.NoPen)
            painter.setBrush(frame.palette.tint(metres))
            painter.drawPath(shape.path)


def _far_steps(heights: Iterable[float]) -> set[float]:
    """Heights that are told apart from afar: each a quarter, and 25 metres, above the last."""
    steps: set[float] = set()
    last = 0.0
    for metres in sorted(heights):
        if metres >= max(last + 25, last * 1.24):
            steps.add(metres)
            last = metres
    return steps
