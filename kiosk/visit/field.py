"""The field: the part of the glass on which all is laid out, as the visitor reaches it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtQml import QmlElement

from kiosk.machine.glass import Glass
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.visit.preferences import Preferences

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage owns the field.")
class Field(QObject):
    """All of a `glass`, or with the visitor's preference what of it is in reach.

    Signals:
        changed: where it lies.
    """

    changed = Signal()

    def __init__(
        self, glass: Glass, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._glass, self._preferences = glass, preferences
        preferences.reachModeChanged.connect(self.changed)

    def measure(self, glass: Glass) -> None:
        """Takes the glass."""
        self._glass = glass
        self.changed.emit()

    @Property(QRectF, notify=changed)
    def reach(self) -> QRectF:
        """The part of the screen, in px, that is within reach of a seated visitor."""
        begins, ends = map(round, self._glass.reach_px)
        return QRectF(0, begins, self._glass.width_px, ends - begins)

    @Property(QRectF, notify=changed)
    def area(self) -> QRectF:
        """The part of the screen, in px, on which all is laid out."""
        if self._preferences.reachMode:
            return QRectF(self.reach)
        return QRectF(0, 0, self._glass.width_px, self._glass.height_px)

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height in px."""
        area = self.area
        return round(area.width()), round(area.height())
