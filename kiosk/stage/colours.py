"""The palette as QML reads it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from kiosk.map.ground.palette import CONTRAST, TABLE
from kiosk.qt.property import Property

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Colours(QObject):
    """The colours of the screen by their roles, on the table or in high contrast."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = TABLE

    @Property(bool, notify=changed)
    def highContrast(self) -> bool:
        """The strongest contrast is wanted."""
        return self._palette is CONTRAST

    @highContrast.setter  # type: ignore[no-redef]
    def highContrast(self, wanted: bool) -> None:
        if wanted is not (self._palette is CONTRAST):
            self._palette = CONTRAST if wanted else TABLE
            self.changed.emit()

    @Property(str, notify=changed)
    def tone(self) -> str:
        """The palette's name in the address of a painted picture; see `palette.toned`."""
        return "contrast" if self._palette is CONTRAST else "table"

    @Slot(QColor, bool, result=QColor)
    def side(self, colour: QColor, highContrast: bool) -> QColor:
        """A side's colour as it is painted; a binding names `highContrast` to follow it."""
        return (CONTRAST if highContrast else TABLE).side(colour)

    @Slot(QColor, bool, result=QColor)
    def lane(self, colour: QColor, highContrast: bool) -> QColor:
        """A side's colour as ground of words; a binding names `highContrast` to follow it."""
        return (CONTRAST if highContrast else TABLE).lane(colour)

    @Slot(str, bool, result=QColor)
    def role(self, name: str, highContrast: bool) -> QColor:
        """The colour of a role of the palette; a binding names `highContrast` to follow it."""
        return QColor(getattr(CONTRAST if highContrast else TABLE, name))

    @Property(QColor, notify=changed)
    def ink(self) -> QColor:
        """The ground."""
        return QColor(self._palette.void)

    @Property(QColor, notify=changed)
    def inkRaised(self) -> QColor:
        """The ground of what is chosen or stands out."""
        return QColor(self._palette.raised)

    @Property(QColor, notify=changed)
    def paper(self) -> QColor:
        """Words and signs."""
        return QColor(self._palette.line)

    @Property(QColor, notify=changed)
    def muted(self) -> QColor:
        """Words that come second."""
        return QColor(self._palette.muted)

    @Property(QColor, notify=changed)
    def rule(self) -> QColor:
        """Lines that part."""
        return QColor(self._palette.rule)

    @Property(QColor, notify=changed)
    def amber(self) -> QColor:
        """Words and signs that can be touched."""
        return QColor(self._palette.amber)

    @Property(QColor, notify=changed)
    def bar(self) -> QColor:
        """The ground of the bar along the edge."""
        return QColor(self._palette.bar)

    @Property(QColor, notify=changed)
    def night(self) -> QColor:
        """The nights of a strip of days."""
        return QColor(self._palette.night)

    @Property(QColor, notify=changed)
    def day(self) -> QColor:
        """The days between them."""
        return QColor(self._palette.day)

    @Property(QColor, notify=changed)
    def alarm(self) -> QColor:
        """A fault."""
        return QColor(self._palette.alarm)
