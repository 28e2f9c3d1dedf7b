"""Arrows, pockets and rings of uncertainty, painted over the base map as the camera moves."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from kiosk.map.painted import PaintedItem
from kiosk.map.signs.marks import Mark
from kiosk.map.signs.strokes import Drawn, mark_of
from kiosk.map.situation import Situation
from kiosk.qt.property import Property

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

STRETCH = 1.03
"""By how much shapes are stretched or shrunk before they are drawn anew for another scale."""

ANEW = 3
"""The shapes that are drawn anew for one frame: each takes up to 3 ms."""


@dataclass(frozen=True)
class _Made:
    """A shape as it was drawn for a scale."""

    mark: Mark
    scale: float

    def stretch(self, scale: float) -> float:
        """The factor, above 1, by which it is stretched or shrunk for another scale."""
        return max(scale / self.scale, self.scale / scale)


@QmlElement
class MapOverlay(PaintedItem):
    """Paints what `situation` has drawn, seen from `camera`.

    While the ground is only moved, up to `slack` px, the picture is moved with it instead of being
    painted anew: whoever holds it lays it at `corner` plus (`driftX`, `driftY`).

    Signals:
        drifted: the picture belongs somewhere else than before.
    """

    situationChanged = Signal()
    cornerChanged = Signal()
    slackChanged = Signal()
    drifted = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._situation: Situation | None = None
        self._corner = QPointF()
        self._slack = 0.0
        self._origin = (0.0, 0.0)
        self._scale = 1.0
        self._drawn: tuple[Drawn, ...] = ()
        self._made: dict[Hashable, _Made] = {}
        self.visibleChanged.connect(self._await)

    @Property(Situation, notify=situationChanged)
    def situation(self) -> Situation | None:
        """The situation that is painted."""
        return self._situation

    @situation.setter  # type: ignore[no-redef]
    def situation(self, situation: Situation) -> None:
        self._situation = situation
        situation.awaited.connect(self._await)
        situation.drawn.connect(self._on_drawn)
        situation.morphing.begun.connect(self._on_drawn)
        self._on_drawn()
        self.situationChanged.emit()

    @Property(QPointF, notify=cornerChanged)
    def corner(self) -> QPointF:
        """The point of the screen at its upper left corner before it drifts, in px."""
        return self._corner

    @corner.setter  # type: ignore[no-redef]
    def corner(self, corner: QPointF) -> None:
        self._corner = corner
        self.cornerChanged.emit()
        self.update()

    @Property(float, notify=slackChanged)
    def slack(self) -> float:
        """The distance that it may drift, in px."""
        return self._slack

    @slack.setter  # type: ignore[no-redef]
    def slack(self, slack: float) -> None:
        self._slack = slack
        self.slackChanged.emit()

    @Property(float, notify=drifted)
    def driftX(self) -> float:
        """The distance to the right of its corner at which it belongs, in whole px."""
        return self._drift()[0]

    @Property(float, notify=drifted)
    def driftY(self) -> float:
        """The distance below its corner at which it belongs, in whole px."""
        return self._drift()[1]

    def _drift(self) -> tuple[float, float]:
        camera = self._camera
        if camera is None:
            return 0.0, 0.0
        left, top = self._origin
        return (
            float(round((left - camera.originX) * self._scale)),
            float(round((top - camera.originY) * self._scale)),
        )

    @Slot()
    def _on_moved(self) -> None:
        assert self._camera is not None
        if self._camera.scale == self._scale and max(map(abs, self._drift())) <= self._slack:
            self.drifted.emit()
        else:
            self._renew()

    @Slot()
    def _await(self) -> None:
        self.polish()

    @Slot()
    def _on_drawn(self) -> None:
        assert self._situation is not None
        awaited = self._situation.morphing.awaited
        drawn = tuple(one for one in self._situation.picture.strokes if one not in awaited)
        stands = self._situation.stands
        if not stands and drawn == self._drawn:
            return
        self._drawn = drawn
        self._renew()
        if stands:
            self._made = {
                key: made for key, made in self._made.items() if made.scale == self._scale
            }

    def _renew(self) -> None:
        """Paints all for where the camera is now."""
        if self._camera is not None:
            self._origin = self._camera.originX, self._camera.originY
            self._scale = self._camera.scale
            self.drifted.emit()
            self.update()

    # ------------------------------------------------------------ painting

    def updatePolish(self) -> None:
        """Qt's hook, before a frame; what nobody sees need not be placed."""
        if self._situation is not None and self.isVisible():
            self._situation.go_on()

    def paint(self, painter: QPainter) -> None:
        """Qt's hook."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self._corner)
        for mark in self._marks():
            self._paint_mark(painter, mark)

    def _at(self, x: float, y: float) -> QPointF:
        left, top = self._origin
        return QPointF((x - left) * self._scale, (y - top) * self._scale)

    def _marks(self) -> Iterator[_Made]:
        """All that stands on the ground; what was drawn for about this scale is drawn on.

        Of what was drawn for another, the most stretched are drawn anew, `ANEW` for each frame.
        """
        mm, scale = self._px_per_mm, self._scale
        before, self._made = self._made, {}
        keys = [(what, mm, self._tone) for what in self._drawn]
        stretched = {
            key: before[key].stretch(scale)
            for key in keys
            if key in before and before[key].stretch(scale) > STRETCH
        }
        for key in sorted(stretched, key=stretched.__getitem__, reverse=True)[:ANEW]:
            del before[key]
        for what, key in zip(self._drawn, keys, strict=True):
            made = before.get(key) or _Made(mark_of(what, scale, mm, self._palette), scale)
            self._made[key] = made
            yield made
        if len(stretched) > ANEW:
            self.update()

    def _paint_mark(self, painter: QPainter, made: _Made) -> None:
        mark, stretch = made.mark, self._scale / made.scale
        at = self._at(mark.x, mark.y)
        room = QRectF(self._corner, self.size()).translated(-at)
        seen = QRectF(room.topLeft() / stretch, room.size() / stretch)
        if seen.intersects(mark.covers):
            painter.save()
            painter.translate(at)
            painter.scale(stretch, stretch)
            mark.paint(painter)
            painter.restore()
