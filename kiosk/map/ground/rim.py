"""The rim of the ground, where its data ends: it fades out instead of breaking off."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QTransform

from kiosk.map.ground.frame import Frame

FADE_MM = 45
"""The part by which the ground fades at most."""


def paint_rim(painter: QPainter, ground: QRectF, frame: Frame) -> None:
    """Fades the picture towards the four sides of the ground, which is a box on the plane."""
    painter.setTransform(QTransform())
    box, picture = frame.to_picture.mapRect(ground), QRectF(0, 0, frame.width, frame.height)
    fade = min(FADE_MM * frame.px_per_mm, 0.06 * min(box.width(), box.height()))
    inner = box.adjusted(fade, fade, -fade, -fade)
    void = QColor(frame.palette.void)
    left, right, above, below = (QRectF(picture) for _ in range(4))
    left.setRight(inner.left())
    right.setLeft(inner.right())
    above.setBottom(inner.top())
    below.setTop(inner.bottom())
    _fade(painter, void, left, QLinearGradient(box.left(), 0, inner.left(), 0))
    _fade(painter, void, right, QLinearGradient(box.right(), 0, inner.right(), 0))
    _fade(painter, void, above, QLinearGradient(0, box.top(), 0, inner.top()))
    _fade(painter, void, below, QLinearGradient(0, box.bottom(), 0, inner.bottom()))


def _fade(painter: QPainter, void: QColor, room: QRectF, gradient: QLinearGradient) -> None:
    if room.width() > 0 and room.height() > 0:
        clear = QColor(void)
        clear.setAlpha(0)
        gradient.setColorAt(0, void)
        gradient.setColorAt(1, clear)
        painter.fillRect(room, gradient)
