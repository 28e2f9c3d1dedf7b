"""The words of the interface, as QML reads them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.qt.property import Property, QmlUncreatable
from kiosk.telling.locale import Locale

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage owns the phrases.")
class Phrasebook(QObject):
    """The phrases of the language chosen.

    Signals:
        spoken: the language changed.
    """

    spoken = Signal()

    def __init__(self, locale: Locale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        locale.changed.connect(self.spoken)

    @Property("QVariantMap", notify=spoken)
    def words(self) -> dict[str, Any]:
        """The interface words by their keys."""
        return self._locale.teller.phrases.words

    @Slot(str, "QVariantList", result=str)
    def say(self, key: str, values: list[Any]) -> str:
        """An interface word with values set in."""
        return self._locale.teller.phrases.say(key, *values)
