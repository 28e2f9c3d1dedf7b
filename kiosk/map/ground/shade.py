"""Shade: light and shadow on the slopes, from a grey picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from kiosk.map.ground.frame import Frame
from kiosk.map.ground.shapes import Shape

LEVEL = 128
"""The grey of level ground."""

SHADOW, LIGHT = 0.5, 0.07
"""Opacity of the darkest shadow and of the brightest light."""


def paint_shade(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """Shadow in the colour beyond the data, light in that of lines; none where heights aren't told.

    A picture has no place among lines alone: paper and site leave it out.
    """
    palette = frame.palette
    if not (palette.relief and palette.veils):
        return
    painter.setTransform(QTransform())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for shape in shapes:
        if shape.picture is not None:
            box = frame.to_picture.mapRect(shape.box)
            painter.drawImage(box, _veil(shape.picture, palette.void, palette.line))


def _veil(greys: QImage, shadow: str, light: str) -> QImage:
    """The picture as a veil over the ground: transparent where that is level."""
    veil = greys.copy()
    veil.setColorTable([_colour(value, shadow, light).rgba() for value in range(256)])
    return veil.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _colour(value: int, shadow: str, light: str) -> QColor:
    """The veil's colour for a grey."""
    slope = (value - LEVEL) / LEVEL
    colour = QColor(light if slope > 0 else shadow)
    colour.setAlphaF(slope * LIGHT if slope > 0 else -slope * SHADOW)
    return colour
