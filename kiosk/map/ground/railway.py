"""The railway: a light line with dark dashes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter

from kiosk.map.ground.frame import Frame
from kiosk.map.ground.pens import dashed_pen, round_pen
from kiosk.map.ground.shapes import Shape

RAIL_MM, CASING_MM = 1.25, 0.55
"""Width of the line, and of its margin on each side."""

DASH_MM, GAP_MM = 2.5, 2.0
"""Length of the dashes along its middle, half as wide, and of what is between them."""


def paint_railway(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """All margins first, then the lines and their dashes."""
    painter.setTransform(frame.to_picture)
    palette, width = frame.palette, RAIL_MM * frame.swell
    dash, gap = DASH_MM * frame.swell, GAP_MM * frame.swell
    for pen in (
        round_pen(palette.casing, width + 2 * CASING_MM, frame),
        round_pen(palette.rail, width, frame),
        dashed_pen(palette.sleeper, width / 2, frame, on_mm=dash, off_mm=gap),
    ):
        for shape in shapes:
            painter.strokePath(shape.path, pen)
