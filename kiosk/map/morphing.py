"""The morphing of outlines while time goes on, in a box of their own over the ground."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from kiosk.map.painted import PaintedItem
from kiosk.map.signs.areas import area_mark
from kiosk.map.signs.marches import DrawnArea
from kiosk.map.signs.marks import Mark
from kiosk.map.signs.morph import Step, between, steps_of
from kiosk.qt.property import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

MORPH_MS, EVERY_MS = 400, 67
"""The time of a morph, and of each of its pictures."""

FLOW_HOURS = 12.0
"""A longer way of the clock from one picture to the next is a cut."""


@QmlElement
@QmlUncreatable("The situation has it.")
class Morphing(QObject):
    """The areas that are on their way from one outline to the next.

    Signals:
        begun: other areas are on their way, or none any more.
        turned: they have come further.
    """

    begun = Signal()
    turned = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cuts = True
        """Outlines change at once."""
        self._areas: Sequence[DrawnArea] = ()
        self._steps: list[Step] = []
        self._passed = QElapsedTimer()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._turn)

    @property
    def awaited(self) -> list[DrawnArea]:
        """The areas that others are on their way to."""
        return [after for _, after in self._steps]

    @property
    def shapes(self) -> list[DrawnArea]:
        """The areas on their way as they are now."""
        share = min(1.0, (self._passed.elapsed() + EVERY_MS) / MORPH_MS)
        return [between(step, share) for step in self._steps]

    def take(self, areas: Sequence[DrawnArea], flowed_hours: float) -> None:
        """Takes the areas of another picture, so many hours after the one before."""
        before, self._areas = self._areas, areas
        steps = steps_of(before, areas) if not self.cuts and flowed_hours < FLOW_HOURS else []
        if steps:
            self._steps = steps
            self._passed.start()
            self._timer.start()
            self.begun.emit()
        elif any(area not in areas for area in self.awaited):
            self.end()

    @Slot()
    def _turn(self) -> None:
        if self._passed.elapsed() + EVERY_MS < MORPH_MS:
            self.turned.emit()
        else:
            self.end()

    def end(self) -> None:
        """Lets all be where they come to."""
        self._timer.stop()
        if self._steps:
            self._steps = []
            self.begun.emit()


@QmlElement
class AreaMorph(PaintedItem):
    """Paints the areas on their way, no larger than they are."""

    morphingChanged = Signal()
    cutsChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._morphing: Morphing | None = None
        self._marks: list[Mark] = []
        self.setVisible(False)

    @Property(Morphing, notify=morphingChanged)
    def morphing(self) -> Morphing | None:
        """The areas on their way."""
        return self._morphing

    @morphing.setter  # type: ignore[no-redef]
    def morphing(self, morphing: Morphing) -> None:
        self._morphing = morphing
        morphing.begun.connect(self._on_turned)
        morphing.turned.connect(self._on_turned)
        self.morphingChanged.emit()

    @Property(bool, notify=cutsChanged)
    def cuts(self) -> bool:
        """Outlines change at once."""
        return self._morphing is None or self._morphing.cuts

    @cuts.setter  # type: ignore[no-redef]
    def cuts(self, cuts: bool) -> None:
        if self._morphing is not None:
            self._morphing.cuts = cuts
        self.cutsChanged.emit()

    @Slot()
    def _on_moved(self) -> None:
        """A camera that moves has all where it comes to."""
        if self._morphing is not None:
            self._morphing.end()

    @Slot()
    def _on_turned(self) -> None:
        assert self._morphing is not None
        camera, shapes = self._camera, self._morphing.shapes
        self.setVisible(bool(shapes))
        if camera is None or not shapes:
            return
        self._marks = [
            area_mark(one, camera.scale, self._px_per_mm, self._palette) for one in shapes
        ]
        box = QRectF()
        for mark in self._marks:
            box = box.united(mark.covers.translated(self._at(mark)))
        whole = QRectF(box.toAlignedRect())
        self.setPosition(whole.topLeft())
        self.setSize(whole.size())
        self.update()

    def _at(self, mark: Mark) -> QPointF:
        """Its point on the screen, in px."""
        camera = self._camera
        assert camera is not None
        return QPointF(mark.x - camera.originX, mark.y - camera.originY) * camera.scale

    def paint(self, painter: QPainter) -> None:
        """Qt's hook."""
        painter.translate(-self.position())
        for mark in self._marks:
            painter.save()
            painter.translate(self._at(mark))
            mark.paint(painter)
            painter.restore()
