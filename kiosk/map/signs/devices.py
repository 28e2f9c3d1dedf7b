"""Devices of symbols: the drawing of an arm in the frame and the marks of size above, of APP-6."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kiosk.exhibit.model import Arm

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
    painter: QPainter, arm: Arm, frame: QRectF, line: float, paper: QColor, ink: QColor
) -> None:
    """The drawing of an arm in a frame."""
    painter.setPen(pen_for(line * 0.9, paper))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rising = QLineF(frame.bottomLeft(), frame.topRight())
    falling = QLineF(frame.topLeft(), frame.bottomRight())
    centre, h = frame.center(), frame.height()
    if arm is Arm.INFANTRY:
        painter.drawLines([rising, falling])
    elif arm is Arm.CAVALRY:
        painter.drawLine(rising)
    elif arm is Arm.ARTILLERY:
        painter.setBrush(paper)
        painter.drawEllipse(centre, h * 0.16, h * 0.16)
    elif arm is Arm.ENGINEER:
        painter.drawPath(_bridge_of_engineers(centre, h))
    elif arm is Arm.MILITIA:
        painter.drawLines([rising, falling])
        painter.setBrush(ink)
        painter.drawEllipse(centre, h * 0.2, h * 0.2)
    else:
        y = frame.top() + h * 0.3
        painter.drawLine(QLineF(frame.left(), y, frame.right(), y))


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
    step = min(high * (1.33 if marks[0] == "X" else 0.8), (box.width() - line) / len(marks))
    left = box.center().x() - step * len(marks) / 2
    low = box.bottom() - (box.height() - high) * 0.7
    top, lines = low - high, []
    for i, mark in enumerate(marks):
        x0, x1 = left + i * step + step * 0.125, left + (i + 1) * step - step * 0.125
        if mark == "X":
            lines += [QLineF(x0, low, x1, top), QLineF(x0, top, x1, low)]
        else:
            middle = (x0 + x1) / 2
            lines.append(QLineF(middle, low, middle, top))
    draw_cased(painter, lines, line, pens)
