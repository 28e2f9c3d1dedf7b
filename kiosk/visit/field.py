"""The field: the part of the glass on which all is laid out, as the visitor reaches it."""

from __future__ import annotations

from collections.abc import Callable

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
    """All of the glass, or with the visitor's preference what of it is in reach.

    The glass is what `measured` makes of a window's width and height in px.

    Signals:
        changed: where it lies, or its measures.
    """

    changed = Signal()

    def __init__(
        self,
        measured: Callable[[int, int], Glass],
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._measured, self._preferences = measured, preferences
        self._glass = measured(1920, 1080)
        preferences.reachModeChanged.connect(self.changed)

    def resize(self, width: int, height: int) -> None:
        """Takes the window's size in px."""
        self._glass = self._measured(width, height)
        self.changed.emit()

    @property
    def glass(self) -> Glass:
        """The glass, measured."""
        return self._glass

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
