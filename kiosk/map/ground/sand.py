"""Sand: stipple of the same density on the screen at every scale, over finer grains."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QTransform

from kiosk.map.ground.frame import Frame
from kiosk.map.ground.pens import round_pen
from kiosk.map.ground.shapes import Shape
from kiosk.map.ground.stipple import COARSEST, blocks, mix

DOT_SPACING_MM = 2.3
"""Mean distance of the dots of full density on the screen."""

DOT_MM = {False: 0.38, True: 0.6}
"""Diameters of the small and the large dots."""

SAND_WASH = 0.09
"""Share of sand colour in the ground below the dots."""

GRAIN_MM, GRAIN_SPACING_MM, GRAIN_CELLS = 0.27, 0.85, 64
"""Size and distance of the grains between the dots, and how many until they repeat."""


def paint_sand(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """Grains and dots for each step of density, as much as it adds to the one before."""
    painter.setTransform(QTransform())  # under a scale, Qt draws a point as a line
    above = 0.0
    for density in sorted({shape.feature.density for shape in shapes}):
        ground = _ground(shapes, density)
        outline = frame.to_picture.map(ground)
        _paint_grains(painter, outline, density - above, frame)
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
    for block in blocks(ground, frame.area, level):
        for dots in block:
            share = joined if dots.joining else 1.0
            painter.setPen(round_pen(frame.palette.sand, DOT_MM[dots.large], frame))
            painter.drawPoints(frame.to_picture.map(dots.between(low * share, high * share)))


def _paint_grains(painter: QPainter, outline: QPainterPath, opacity: float, frame: Frame) -> None:
    """A wash and grains too fine to be told apart, which give the dots a ground."""
    palette = frame.palette
    tile = _grains(frame.px_per_mm, palette.sand) if palette.grains else None
    grains = QBrush(tile) if tile else QBrush(_wash(palette.sand))
    # whole pixels, so that a grain stays a grain; plates of one scale show the same ones
    grains.setTransform(
        QTransform.fromTranslate(
            round(-frame.x * frame.px_per_km), round(-frame.y * frame.px_per_km)
        )
    )
    painter.setOpacity(opacity)
    painter.fillPath(outline, grains)
    painter.setOpacity(1)


@lru_cache(maxsize=4)
def _grains(px_per_mm: float, sand: str) -> QImage:
    """A tile of washed sand that repeats without a seam."""
    cell = max(2, round(GRAIN_SPACING_MM * px_per_mm))
    grain = max(1, round(GRAIN_MM * px_per_mm))
    tile = QImage(cell * GRAIN_CELLS, cell * GRAIN_CELLS, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(_wash(sand))
    painter = QPainter(tile)
    for row in range(GRAIN_CELLS):
        for column in range(GRAIN_CELLS):
            seed = mix(mix(0, row), column)
            colour = QColor(sand)
            colour.setAlpha(40 + (seed & 0x7F))
            x, y = (seed >> 8) % (cell - grain + 1), (seed >> 24) % (cell - grain + 1)
            painter.fillRect(column * cell + x, row * cell + y, grain, grain, colour)
    painter.end()
    return tile


def _wash(sand: str) -> QColor:
    wash = QColor(sand)
    wash.setAlphaF(SAND_WASH)
    return wash
