"""Samples of the ground for the key, by the painters of the base map."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from kiosk.exhibit.files.geojson import Feature
from kiosk.exhibit.model import LayerStyle
from kiosk.map.ground.basemap import PAINTERS
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import Palette
from kiosk.map.ground.shapes import Shape

FILLED = (LayerStyle.SAND, LayerStyle.SEA)
"""The styles whose shapes are surfaces of one kind."""

HEIGHTS = (100.0, 200.0, 400.0, 800.0)
"""The heights in metres of the layers of a hill."""


def paint_ground(
    painter: QPainter, style: LayerStyle, size: tuple[float, float], mm: float, palette: Palette
) -> None:
    """Paints a piece of ground of a size in px; the painter's transform is not kept."""
    width, height = size
    frame = Frame(0, 0, mm, math.ceil(width), math.ceil(height), mm, palette)
    painter.setClipRect(0, 0, frame.width, frame.height)
    PAINTERS[style](painter, list(_shapes(style, width / mm, height / mm)), frame)


def _shapes(style: LayerStyle, width: float, height: float) -> Iterator[Shape]:
    """Shapes that a layer of a style could hold, in a piece of ground of this size in mm."""
    if style is LayerStyle.RELIEF:
        for i, metres in enumerate(HEIGHTS):
            wide, high = width * (0.46 - 0.1 * i), height * (0.44 - 0.1 * i)
            yield _shape(_round(width / 2, height / 2, wide, high), Feature((), metres=metres))
    elif style in FILLED:
        yield _shape(_round(width / 2, height / 2, width * 0.48, height * 0.46), Feature(()))
    else:
        steps = range(25)
        line = [
            QPointF(width * i / 24, height * (0.5 - 0.16 * math.sin(math.tau * i / 20)))
            for i in steps
        ]
        yield _shape(_path(line), Feature((), rank=1))


def _round(x: float, y: float, wide: float, high: float) -> QPainterPath:
    """An oval that is a little uneven."""
    turns = [math.tau * i / 36 for i in range(36)]
    uneven = [1 + 0.06 * math.sin(3 * turn) for turn in turns]
    ring = [
        QPointF(x + wide * by * math.cos(turn), y + high * by * math.sin(turn))
        for turn, by in zip(turns, uneven, strict=True)
    ]
    path = _path(ring)
    path.closeSubpath()
    return path


def _path(points: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    return path


def _shape(path: QPainterPath, feature: Feature) -> Shape:
    return Shape(path, path.boundingRect(), feature)
