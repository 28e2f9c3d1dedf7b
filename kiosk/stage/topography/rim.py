"""The rim of the ground, where its data ends: it fades out instead of breaking off."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QTransform

from kiosk.stage.topography.frame import Frame

GROUND = "#0f1317"
"""Beyond the end of the data."""

FADE_MM = 45
"""How far the ground fades at most."""


def paint_rim(painter: QPainter, ground: QRectF, frame: Frame) -> None:
    """Fades the picture towards the four sides of the ground, which is a box on the plane."""
    painter.setTransform(QTransform())
    box, picture = frame.to_picture.mapRect(ground), QRectF(0, 0, frame.width, frame.height)
    fade = min(FADE_MM * frame.px_per_mm, 0.06 * min(box.width(), box.height()))
    inner = box.adjusted(fade, fade, -fade, -fade)
    left, right, above, below = (QRectF(picture) for _ in range(4))
    left.setRight(inner.left())
    right.setLeft(inner.right())
    above.setBottom(inner.top())
    below.setTop(inner.bottom())
    _fade(painter, left, QLinearGradient(box.left(), 0, inner.left(), 0))
    _fade(painter, right, QLinearGradient(box.right(), 0, inner.right(), 0))
    _fade(painter, above, QLinearGradient(0, box.top(), 0, inner.top()))
    _fade(painter, below, QLinearGradient(0, box.bottom(), 0, inner.bottom()))


def _fade(painter: QPainter, room: QRectF, gradient: QLinearGradient) -> None:
    if room.width() > 0 and room.height() > 0:
        clear = QColor(GROUND)
        clear.setAlpha(0)
        gradient.setColorAt(0, QColor(GROUND))
        gradient.setColorAt(1, clear)
        painter.fillRect(room, gradient)
