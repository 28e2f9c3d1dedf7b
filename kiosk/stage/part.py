"""A part of the stage that tells something, and says sorry where it can't."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlAnonymous

from kiosk.qt.rows import Rows
from kiosk.telling.locale import Locale

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlAnonymous
class Part(QObject):
    """A stop, a sheet or a card as it is told, filled anew in another language.

    Signals:
        failed: it could not be filled, for the exception that is given.
    """

    failed = Signal(object)

    def __init__(self, locale: Locale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        locale.changed.connect(self.fill)

    @Slot()
    def fill(self) -> None:
        """Says everything anew; where that raises, says sorry."""
        try:
            self._fill()
        except Exception as error:
            self.apologise()
            self.failed.emit(error)

    def _fill(self) -> None:
        raise NotImplementedError

    @Slot()
    def apologise(self) -> None:
        """Shows nothing of another stop."""
        for rows in self.findChildren(Rows):
            rows.show([])
