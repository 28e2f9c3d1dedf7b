"""The railway: a light line with dark dashes, and near enough a mark where two lines meet."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPainterPath

from kiosk.map.ground.frame import FAR_MM_PER_KM, Frame
from kiosk.map.ground.pens import dashed_pen, flat_pen, round_pen
from kiosk.map.ground.shapes import Shape

TICK_MM = 3.0
"""Length of the mark across the railway at a station."""


def paint_railway(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """All margins first, then the marks, the rails and the sleepers."""
    painter.setTransform(frame.to_picture)
    swell, palette = frame.swell, frame.palette
    for shape in shapes:
        painter.strokePath(shape.path, round_pen(palette.casing, 1.75 * swell, frame))
    if frame.mm_per_km >= FAR_MM_PER_KM:
        half_km = TICK_MM * swell / 2 / frame.mm_per_km
        painter.setPen(flat_pen(palette.rail, 0.5 * swell, frame))
        painter.drawLines([tick for shape in shapes for tick in _ticks(shape.path, half_km)])
    for pen in (
        round_pen(palette.rail, 1.05 * swell, frame),
        dashed_pen(palette.sleeper, 0.5 * swell, frame, on_mm=2.2 * swell, off_mm=2.2 * swell),
    ):
        for shape in shapes:
            painter.strokePath(shape.path, pen)


def _ticks(path: QPainterPath, half_km: float) -> Iterator[QLineF]:
    """A stroke across a line at both its ends."""
    last = path.elementCount() - 1
    for end, inner in ((0, 1), (last, last - 1)):
        a, b = path.elementAt(end), path.elementAt(inner)
        along = math.hypot(b.x - a.x, b.y - a.y) or 1.0
        dx, dy = half_km * (b.y - a.y) / along, half_km * (b.x - a.x) / along
        yield QLineF(a.x - dx, a.y + dy, a.x + dx, a.y - dy)
