"""The ground under a river of men, turned as its view asks, and darker where words will stand."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QTransform

from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import TABLE, Palette
from kiosk.map.river.sight import Sight

CORNER = ((0.0, 0.9), (0.5, 0.55), (1.0, 0.0))
"""The opacity of the dark in the upper left corner, by the part of its way."""

DUSK_MM = 30.0
"""The height over which the dark below thins out."""


def paint_ground(
    sight: Sight, base: BaseMap, palette: Palette = TABLE, dusk: float = 0.0
) -> QImage:
    """The ground without bands and words.

    From `dusk` px on down it would be dark, as where a title will stand, and ends there; with 0
    all of it is seen.
    """
    image = QImage(sight.width, sight.height, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.void))
    painter = QPainter(image)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    _paint_ground(painter, sight, base, palette)
    if dusk:
        _paint_dusk(painter, sight, palette, dusk)
    painter.end()
    return image.copy(0, 0, sight.width, min(sight.height, math.ceil(dusk))) if dusk else image


def _paint_ground(painter: QPainter, sight: Sight, base: BaseMap, palette: Palette) -> None:
    """The ground with north up as far as it is needed, laid down turned."""
    back = sight.to_picture.inverted()[0]
    area = back.mapRect(QRectF(0, 0, sight.width, sight.height))
    frame = Frame(
        area.x(),
        area.y(),
        sight.scale,
        math.ceil(area.width() * sight.scale),
        math.ceil(area.height() * sight.scale),
        sight.px_per_mm,
        palette,
    )
    ground = base.paint(frame)
    painter.save()
    painter.setTransform(
        QTransform.fromScale(1 / sight.scale, 1 / sight.scale)
        * QTransform.fromTranslate(frame.x, frame.y)
        * sight.to_picture
    )
    painter.drawImage(0, 0, ground)
    painter.restore()


def _paint_dusk(painter: QPainter, sight: Sight, palette: Palette, floor: float) -> None:
    """Dark that thins out from the upper left corner, and upwards from `floor`."""
    size = QRectF(0, 0, sight.width, sight.height)
    corner = QLinearGradient(0, 0, 0.62 * sight.width, 0.55 * sight.height)
    below = QLinearGradient(0, floor - DUSK_MM * sight.px_per_mm, 0, floor)
    for veil, steps in ((corner, CORNER), (below, ((0.0, 0.0), (1.0, 1.0)))):
        for at, opacity in steps:
            colour = QColor(palette.void)
            colour.setAlphaF(opacity)
            veil.setColorAt(at, colour)
        painter.fillRect(size, veil)
