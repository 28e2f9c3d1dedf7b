"""Scans: pictures of plans and old maps, laid on the ground by what lies where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImageReader, QPainter, QPainterPath, QPolygonF, QTransform

from kiosk.exhibit.files.drawing import DrawingError
from kiosk.exhibit.files.geojson import Feature
from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Pin
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import luminance
from kiosk.map.ground.shapes import Shape
from kiosk.telling.drawings import photograph

WIDEST_PX = 4096
"""A scan is decoded no wider, so that it never fills the memory."""

DARK, LIGHT = 0.22, 0.55
"""Opacity on dark ground, where words in paper white keep 7:1 on it, and on light ground."""


def scan_shape(file: Path, pins: Sequence[Pin]) -> Shape | None:
    """A scan where its pins lay it; None of a file that is no picture, or without enough pins."""
    size = QImageReader(str(file)).size()
    try:
        picture = photograph(file, min(WIDEST_PX, size.width()))
    except DrawingError:
        return None
    laid = placed(pins)
    if laid is None:
        return None
    wide, high = picture.width(), picture.height()
    to_plane = QTransform.fromScale(size.width() / wide, size.height() / high) * laid
    corners = [QPointF(x, y) for x, y in ((0, 0), (wide, 0), (wide, high), (0, high), (0, 0))]
    path = QPainterPath()
    path.addPolygon(to_plane.map(QPolygonF(corners)))
    return Shape(path, path.boundingRect(), Feature(()), picture=picture, to_plane=to_plane)


def placed(pins: Sequence[Pin]) -> QTransform | None:
    """The way from pixels to the plane: turned and scaled by two pins, slanted by three.

    By four it is seen at a slant too. None for fewer, or for pins on one line.
    """
    pairs = [(complex(pin.x, pin.y), complex(*project(*pin.at))) for pin in pins]
    if len(pairs) == 2:
        (a, b), (c, d) = pairs
        pairs.append((c + (c - a) * 1j, d + (d - b) * 1j))
    if len(pairs) == 3:
        (a, b), (c, d), (e, f) = pairs
        pairs.append((a + e - c, b + f - d))
    if len(pairs) != 4:
        return None
    around = [
        QPolygonF([QPointF(spot.real, spot.imag) for spot in spots])
        for spots in zip(*pairs, strict=True)
    ]
    found = QTransform.quadToQuad(*around)
    return found if isinstance(found, QTransform) else None


def paint_scan(painter: QPainter, shapes: Sequence[Shape], frame: Frame) -> None:
    """Scans as pale as words on them need; none where the ground is plain."""
    palette = frame.palette
    if not palette.relief:
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(DARK if luminance(palette.void) < luminance(palette.line) else LIGHT)
    for shape in shapes:
        if shape.picture is not None and shape.to_plane is not None:
            painter.setTransform(shape.to_plane * frame.to_picture)
            painter.drawImage(QPointF(), shape.picture)
    painter.setOpacity(1)
