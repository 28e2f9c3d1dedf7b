"""Relief: layers of tint by height."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QTransform

from kiosk.map.ground.frame import FAR_MM_PER_KM, Frame
from kiosk.map.ground.shapes import Shape

RIM_MM = 0.14
"""Width of the lit and the shaded edge of a layer."""


def paint_relief(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """Layers of tint, each with a lit rim to the north-west and a shaded one to the south-east."""
    if not frame.palette.relief:
        return
    heights = {shape.feature.metres for shape in shapes}
    steps = heights if frame.mm_per_km >= FAR_MM_PER_KM else _far_steps(heights)
    painter.setPen(Qt.PenStyle.NoPen)
    for shape in shapes:
        if shape.feature.metres in steps:
            _paint_layer(painter, shape, frame)


def _paint_layer(painter: QPainter, shape: Shape, frame: Frame) -> None:
    rim, palette = max(0.6, RIM_MM * frame.px_per_mm), frame.palette
    colour = palette.tint(shape.feature.metres)
    for shift, edge in ((rim, colour.darker(palette.shade)), (-rim, _lit(colour)), (0, colour)):
        painter.setTransform(frame.to_picture * QTransform.fromTranslate(shift, shift))
        painter.setBrush(edge)
        painter.drawPath(shape.path)


def _lit(colour: QColor) -> QColor:
    """The colour of an edge that faces the light."""
    parts = colour.red(), colour.green(), colour.blue()
    return QColor(*(min(255, part + 14) for part in parts))


def _far_steps(heights: Iterable[float]) -> set[float]:
    """Heights that are told apart from afar: each a quarter, and 25 metres, above the last."""
    steps: set[float] = set()
    last = 0.0
    for metres in sorted(heights):
        if metres >= max(last + 25, last * 1.24):
            steps.add(metres)
            last = metres
    return steps
