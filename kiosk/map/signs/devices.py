"""Devices of symbols: the drawing of an arm in the frame and the marks of size above, of APP-6."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QByteArray, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgRenderer

from kiosk.exhibit.files.drawing import PEN
from kiosk.exhibit.model import Arm
from kiosk.machine import folders

FRAMED = frozenset(
    {Arm.INFANTRY, Arm.CAVALRY, Arm.ARTILLERY, Arm.ENGINEER, Arm.MILITIA, Arm.HEADQUARTERS}
)
"""The arms whose drawing, of APP-6, fills the frame."""

PICTURED = frozenset({*Arm} - FRAMED)
"""The arms that have a picture in resources/signs."""

PICTURE_HIGH, PICTURE_ASPECT = 0.72, 1.5
"""Height of a picture over that of the frame, and the width over the height of its own box."""

Stroke = tuple[float, float]


def _through(*points: Stroke) -> tuple[Stroke, ...]:
    """The ends of the lines that run through points."""
    return tuple(end for pair in pairwise(points) for end in pair)


MARKS: Mapping[str, tuple[Stroke, ...]] = {
    "X": ((0, 0), (1, 1), (0, 1), (1, 0)),
    "I": ((0.5, 0), (0.5, 1)),
    ".": ((0.5, 0.4), (0.5, 0.45)),
    "V": _through((0.05, 0.15), (0.5, 0.85), (0.95, 0.15)),
    "~": _through(*((i / 12, 0.45 + 0.4 * math.sin(i / 12 * math.tau)) for i in range(13))),
}
"""The lines of a mark, end by end, in shares of its box, from its left and its foot."""

STEP = {"X": 1.33, "I": 0.8, ".": 0.8, "V": 1.4, "~": 1.6}
"""The room of a mark over its height."""

SIGN_LINE = 0.12
"""Width of the lines of a small drawing over its height."""

Pens = tuple[QColor, QColor]
"""A line and its casing, on the ground that the symbol stands on."""


def pen_for(width: float, colour: QColor) -> QPen:
    """A pen for outlines, which end squarely and turn at corners."""
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin
    )


def draw_cased(painter: QPainter, lines: list[QLineF], width: float, pens: Pens) -> None:
    """Lines that keep their edge on any ground."""
    for pen in (pen_for(width * 2.2, pens[1]), pen_for(width, pens[0])):
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        painter.drawLines(lines)


def paint_arm(
    painter: QPainter, arm: str, frame: QRectF, line: float, paper: QColor, ink: QColor
) -> None:
    """The drawing of an arm in a frame: a shipped arm, or an SVG in `currentColor`."""
    if arm not in FRAMED:
        high = frame.height() * PICTURE_HIGH
        box = QRectF(0, 0, min(frame.width(), high * PICTURE_ASPECT), high)
        box.moveCenter(frame.center())
        _paint_picture(painter, arm, box, paper)
        return
    painter.setPen(pen_for(line * 0.9, paper))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rising = QLineF(frame.bottomLeft(), frame.topRight())
    falling = QLineF(frame.topLeft(), frame.bottomRight())
    centre, h = frame.center(), frame.height()
    if arm == Arm.INFANTRY:
        painter.drawLines([rising, falling])
    elif arm == Arm.CAVALRY:
        painter.drawLine(rising)
    elif arm == Arm.ARTILLERY:
        painter.setBrush(paper)
        painter.drawEllipse(centre, h * 0.16, h * 0.16)
    elif arm == Arm.ENGINEER:
        painter.drawPath(_bridge_of_engineers(centre, h))
    elif arm == Arm.MILITIA:
        painter.drawLines([rising, falling])
        painter.setBrush(ink)
        painter.drawEllipse(centre, h * 0.2, h * 0.2)
    else:
        y = frame.top() + h * 0.3
        painter.drawLine(QLineF(frame.left(), y, frame.right(), y))


def paint_sign(painter: QPainter, arm: str, box: QRectF, pens: Pens) -> None:
    """The small drawing of an arm in a box on the ground: its picture, or its frame in small."""
    line = box.height() * SIGN_LINE
    if arm not in FRAMED:
        painter.fillRect(box, pens[1])
        _paint_picture(painter, arm, box.adjusted(line, line, -line, -line), pens[0])
        return
    inner = box.adjusted(line, line, -line, -line)
    painter.setPen(pen_for(line, pens[0]))
    painter.setBrush(pens[1])
    painter.drawRect(inner)
    paint_arm(painter, arm, inner, line, *pens)


def _paint_picture(painter: QPainter, arm: str, box: QRectF, colour: QColor) -> None:
    """A drawing in a colour, as large as a box lets it; none of an arm that has none."""
    drawing = _picture(arm)
    if not drawing:
        return
    renderer = QSvgRenderer(QByteArray(drawing.replace(PEN, colour.name()).encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    renderer.render(painter, box)


@lru_cache(maxsize=128)
def _picture(arm: str) -> str:
    """The SVG of an arm: itself, or the shipped one of that name; "" if there is none."""
    file = folders.resources() / "signs" / f"{arm}.svg"
    return arm if arm.startswith("<") else file.read_text("utf-8") if arm in PICTURED else ""


def _bridge_of_engineers(centre: QPointF, height: float) -> QPainterPath:
    """The E that lies on its back."""
    top, low = centre.y() - height * 0.18, centre.y() + height * 0.2
    left, right = centre.x() - height * 0.4, centre.x() + height * 0.4
    path = QPainterPath(QPointF(left, low))
    for x, y in ((left, top), (right, top), (right, low)):
        path.lineTo(x, y)
    path.moveTo(centre.x(), top)
    path.lineTo(centre.x(), low)
    return path


def paint_marks(
    painter: QPainter, marks: str, box: QRectF, high: float, line: float, pens: Pens
) -> None:
    """The marks of size, so `high`, in the middle of a box above the frame."""
    step = min(high * STEP[marks[0]], (box.width() - line) / len(marks))
    left = box.center().x() - step * len(marks) / 2
    low = box.bottom() - (box.height() - high) * 0.7
    lines = []
    for i, mark in enumerate(marks):
        across = QRectF(left + (i + 0.125) * step, low - high, step * 0.75, high)
        points = [(across.left() + x * across.width(), low - y * high) for x, y in MARKS[mark]]
        spots = [QPointF(x, y) for x, y in points]
        lines += [QLineF(*pair) for pair in zip(spots[::2], spots[1::2], strict=True)]
    draw_cased(painter, lines, line, pens)
