"""Pens of so many millimetres on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from kiosk.map.ground.frame import Frame


def round_pen(colour: str | QColor, mm: float, frame: Frame) -> QPen:
    """A round pen, never thinner than a hair that can be seen."""
    pen = QPen(QColor(colour), max(0.7, mm * frame.px_per_mm))
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def flat_pen(colour: str | QColor, mm: float, frame: Frame) -> QPen:
    """A pen whose lines break off at their ends."""
    pen = round_pen(colour, mm, frame)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def dashed_pen(
    colour: str | QColor, mm: float, frame: Frame, *, on_mm: float, off_mm: float
) -> QPen:
    """A pen of dashes `on_mm` long, `off_mm` apart."""
    pen = flat_pen(colour, mm, frame)
    width = pen.widthF() / frame.px_per_mm
    pen.setDashPattern([on_mm / width, off_mm / width])
    return pen
