"""Sand: stipple of the same density on the screen at every scale."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform

from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import Palette, mixed
from kiosk.map.ground.pens import round_pen
from kiosk.map.ground.shapes import Shape
from kiosk.map.ground.stipple import COARSEST, blocks

DOT_SPACING_MM, DOT_MM = 2.8, 0.95
"""Mean distance of the dots of full density on the screen, and their diameter."""

DOT_OPACITY = 0.5


def paint_sand(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """Dots for each step of density, as much as it adds to the one before."""
    painter.setTransform(QTransform())  # under a scale, Qt draws a point as a line
    above = 0.0
    for density in sorted({shape.feature.density for shape in shapes}):
        ground = _ground(shapes, density)
        outline = frame.to_picture.map(ground)
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        _paint_dots(painter, ground, (above, density), frame)
        painter.restore()
        above = density


def _ground(shapes: Sequence[Shape], density: float) -> QPainterPath:
    """All that is at least so dense."""
    ground = QPainterPath()
    for shape in shapes:
        if shape.feature.density >= density:
            ground.addPath(shape.path)
    ground.setFillRule(Qt.FillRule.WindingFill)
    return ground


def _colour(palette: Palette) -> QColor:
    """Half the ground's; nothing is seen through it in files, which would tell its outline."""
    colour = QColor(palette.sand)
    if not palette.veils:
        return mixed(palette.tint(0), colour, DOT_OPACITY)
    colour.setAlphaF(DOT_OPACITY)
    return colour


def _paint_dots(
    painter: QPainter, ground: QPainterPath, chances: tuple[float, float], frame: Frame
) -> None:
    """The dots whose chance lies between two, each fixed to the ground.

    Of those that join at this level, the more the closer one looks.
    """
    exact = math.log2(frame.mm_per_km / DOT_SPACING_MM)
    level = max(COARSEST, math.ceil(exact))
    joined = max(0.0, (4 ** (exact - level + 1) - 1) / 3)
    low, high = chances
    painter.setPen(round_pen(_colour(frame.palette), DOT_MM, frame))
    for block in blocks(ground, frame.area, level):
        for dots in block:
            share = joined if dots.joining else 1.0
            painter.drawPoints(frame.to_picture.map(dots.between(low * share, high * share)))
