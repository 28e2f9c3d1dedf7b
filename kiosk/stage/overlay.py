"""Arrows, pockets and rings of uncertainty, painted over the base map as the camera moves."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.stage.camera import MapCamera
from kiosk.stage.ground import Ground
from kiosk.stage.layout import Leader
from kiosk.stage.marches import Arrow, Patch, Ring
from kiosk.visit.property import Property

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

LINE = QColor("#f2ead9")
CASING = QColor("#0f1317")

ARROW_MM = 3.2
"""Width of a march's arrow at its neck."""


def arrow_shape(way: list[QPointF], width: float) -> QPolygonF:
    """A tapering arrow along `way` (px, oldest first), `width` px at the neck, as a polygon."""
    head = width * 2.2
    points = _shortened(way, head)
    if len(points) < 2:
        return QPolygonF()
    lengths = [0.0]
    for a, b in pairwise(points):
        lengths.append(lengths[-1] + math.hypot(b.x() - a.x(), b.y() - a.y()))
    left, right = [], []
    for i, point in enumerate(points):
        before, after = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
        nx, ny = _normal(before, after)
        half = width / 2 * (0.6 + 0.4 * lengths[i] / lengths[-1])
        left.append(QPointF(point.x() + nx * half, point.y() + ny * half))
        right.append(QPointF(point.x() - nx * half, point.y() - ny * half))
    neck, tip = points[-1], way[-1]
    nx, ny = _normal(neck, tip)
    barb = width * 1.1
    crown = [
        QPointF(neck.x() + nx * barb, neck.y() + ny * barb),
        tip,
        QPointF(neck.x() - nx * barb, neck.y() - ny * barb),
    ]
    return QPolygonF([*left, *crown, *reversed(right)])


def _normal(a: QPointF, b: QPointF) -> tuple[float, float]:
    dx, dy = b.x() - a.x(), b.y() - a.y()
    length = math.hypot(dx, dy) or 1.0
    return dy / length, -dx / length


def _shortened(way: list[QPointF], cut: float) -> list[QPointF]:
    """`way` less its last `cut` px."""
    points = list(way)
    while len(points) >= 2:
        a, b = points[-2], points[-1]
        length = math.hypot(b.x() - a.x(), b.y() - a.y())
        if length > cut:
            share = 1 - cut / length
            points[-1] = QPointF(a.x() + (b.x() - a.x()) * share, a.y() + (b.y() - a.y()) * share)
            return points
        cut -= length
        points.pop()
    return []


@QmlElement
class MapOverlay(QQuickPaintedItem):
    """Paints what `ground` has drawn, seen from `camera`."""

    groundChanged = Signal()
    cameraChanged = Signal()
    pxPerMmChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._ground: Ground | None = None
        self._camera: MapCamera | None = None
        self._px_per_mm = 4.0
        self.setAntialiasing(True)

    @Property(Ground, notify=groundChanged)
    def ground(self) -> Ground | None:
        """What is painted."""
        return self._ground

    @ground.setter  # type: ignore[no-redef]
    def ground(self, ground: Ground) -> None:
        self._ground = ground
        ground.drawn.connect(self.update)
        self.groundChanged.emit()

    @Property(MapCamera, notify=cameraChanged)
    def camera(self) -> MapCamera | None:
        """From where it is seen."""
        return self._camera

    @camera.setter  # type: ignore[no-redef]
    def camera(self, camera: MapCamera) -> None:
        self._camera = camera
        camera.moved.connect(self.update)
        self.cameraChanged.emit()

    @Property(float, notify=pxPerMmChanged)
    def pxPerMm(self) -> float:
        """The physical scale of lines."""
        return self._px_per_mm

    @pxPerMm.setter  # type: ignore[no-redef]
    def pxPerMm(self, value: float) -> None:
        self._px_per_mm = value
        self.pxPerMmChanged.emit()
        self.update()

    # ------------------------------------------------------------ painting

    def paint(self, painter: QPainter) -> None:
        """Qt's hook."""
        if self._ground is None or self._camera is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.x(), -self.y())
        for patch in self._ground.patches:
            self._paint_patch(painter, patch)
        for ring in self._ground.rings:
            self._paint_ring(painter, ring)
        for arrow in self._ground.arrows:
            self._paint_arrow(painter, arrow)
        for leader in self._ground.leaders:
            self._paint_leader(painter, leader)

    def _at(self, x: float, y: float) -> QPointF:
        camera = self._camera
        assert camera is not None
        return QPointF((x - camera.originX) * camera.scale, (y - camera.originY) * camera.scale)

    def _paint_patch(self, painter: QPainter, patch: Patch) -> None:
        path = QPainterPath()
        path.addPolygon(QPolygonF([self._at(*point) for point in patch.ring]))
        path.closeSubpath()
        edge = QColor(patch.colour).lighter(135)
        fill = QColor(patch.colour)
        fill.setAlphaF(0.0 if patch.kind == "front" else 0.2)
        pen = QPen(edge, 0.55 * self._px_per_mm)
        if patch.inferred:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawPath(path)

    def _paint_ring(self, painter: QPainter, ring: Ring) -> None:
        assert self._camera is not None
        radius = ring.radius * self._camera.scale
        colour = QColor(ring.colour)
        edge = colour.lighter(150)
        edge.setAlphaF(0.95 if ring.chosen else 0.5)
        colour.setAlphaF(0.08 if ring.chosen else 0.0)
        pen = QPen(edge, (0.5 if ring.chosen else 0.3) * self._px_per_mm)
        pen.setDashPattern([2, 4])
        painter.setPen(pen)
        painter.setBrush(colour)
        painter.drawEllipse(self._at(ring.x, ring.y), radius, radius)

    def _paint_arrow(self, painter: QPainter, arrow: Arrow) -> None:
        shape = arrow_shape([self._at(*point) for point in arrow.way], ARROW_MM * self._px_per_mm)
        colour = QColor(arrow.colour)
        if arrow.retreat:
            painter.setPen(QPen(colour.lighter(140), 0.35 * self._px_per_mm))
            colour.setAlphaF(0.35)
        else:
            painter.setPen(QPen(colour.lighter(150), 0.25 * self._px_per_mm))
            colour.setAlphaF(0.92)
        painter.setBrush(colour)
        painter.drawPolygon(shape)

    def _paint_leader(self, painter: QPainter, leader: Leader) -> None:
        spot = self._at(leader.x, leader.y)
        for colour, width in ((CASING, 1.1), (LINE, 0.45)):
            painter.setPen(QPen(colour, width * self._px_per_mm))
            painter.drawLine(spot, spot + QPointF(leader.dx, leader.dy))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            dot = (0.7 + width / 2) * self._px_per_mm
            painter.drawEllipse(spot, dot, dot)
