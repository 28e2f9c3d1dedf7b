"""Roads and borders: lines that are drawn as they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPen

from kiosk.map.ground.frame import Frame
from kiosk.map.ground.pens import dashed_pen, round_pen
from kiosk.map.ground.shapes import Shape


def paint_roads(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """Roads as whole lines."""
    _paint_lines(painter, shapes, frame, round_pen(frame.palette.road, 0.5, frame))


def paint_borders(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """Borders as dashes."""
    pen = dashed_pen(frame.palette.border, 0.35, frame, on_mm=1.6, off_mm=1.0)
    _paint_lines(painter, shapes, frame, pen)


def _paint_lines(painter: QPainter, shapes: Sequence[Shape], frame: Frame, pen: QPen) -> None:
    painter.setTransform(frame.to_picture)
    for shape in shapes:
        painter.strokePath(shape.path, pen)
