"""Badges: the drawing in a symbol's corner that tells what its formation does."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from kiosk.exhibit.model import State

BADGE_SHARE = 0.5
"""Diameter of the badge over the whole width."""


def _arrow() -> QPainterPath:
    """A solid arrow to the east, within a circle of radius 1."""
    path = QPainterPath()
    path.addPolygon(
        _polygon(
            (-0.75, -0.22), (0.0, -0.22), (0.0, -0.66), (0.82, 0.0),
            (0.0, 0.66), (0.0, 0.22), (-0.75, 0.22),
        )
    )  # fmt: skip
    path.closeSubpath()
    return path


def _burst() -> QPainterPath:
    """A star of eight points."""
    path = QPainterPath()
    spikes = [
        (math.cos(math.tau * i / 16) * size, math.sin(math.tau * i / 16) * size)
        for i, size in enumerate((0.86, 0.36) * 8)
    ]
    path.addPolygon(_polygon(*spikes))
    path.closeSubpath()
    return path


def _shield() -> QPainterPath:
    path = QPainterPath(QPointF(-0.55, -0.62))
    path.lineTo(0.55, -0.62)
    path.lineTo(0.55, 0.0)
    path.quadTo(0.5, 0.5, 0.0, 0.78)
    path.quadTo(-0.5, 0.5, -0.55, 0.0)
    path.closeSubpath()
    return path


def _closing_in() -> QPainterPath:
    """Arrowheads from two sides on a spot in the middle."""
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), 0.24, 0.24)
    for turn in (0, 180):
        head = _polygon((0.36, 0.0), (0.88, -0.5), (0.88, 0.5))
        path.addPolygon(QTransform().rotate(turn).map(head))
        path.closeSubpath()
    return path


def _turncoat() -> QPainterPath:
    """Two half arrows that pass each other."""
    path = QPainterPath()
    half = _polygon((-0.8, -0.12), (0.8, -0.12), (0.2, -0.68), (0.2, -0.36), (-0.8, -0.36))
    for turn in (0, 180):
        path.addPolygon(QTransform().rotate(turn).map(half))
        path.closeSubpath()
    return path


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


BADGES: Mapping[State, Callable[[], QPainterPath]] = {
    State.MARCHING: _arrow,
    State.WITHDRAWING: _arrow,
    State.ATTACKING: _burst,
    State.DEFENDING: _shield,
    State.BESIEGED: _closing_in,
    State.CHANGED_SIDES: _turncoat,
}
"""The drawing in the corner by which each state is told; a hollow arrow withdraws."""

TURNED = frozenset({State.MARCHING, State.WITHDRAWING})
"""States whose badge is an arrow, which a heading turns."""


def paint_badge(
    painter: QPainter, state: State, heading: float | None, whole: QRectF, pen: QPen, ground: QColor
) -> None:
    """Paints a disc of `ground` in the corner of a symbol, edged and told by lines of `pen`."""
    radius = whole.width() * BADGE_SHARE / 2
    centre, edge = QPointF(whole.right() - radius, whole.bottom() - radius), pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawEllipse(centre, radius - edge, radius - edge)
    painter.save()
    painter.translate(centre)
    if heading is not None and state in TURNED:
        painter.rotate(heading - 90)
    shape = QTransform.fromScale(radius * 0.88, radius * 0.88).map(BADGES[state]())
    hollow = state is State.WITHDRAWING
    painter.setPen(pen if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else pen.color())
    painter.drawPath(shape)
    painter.restore()
