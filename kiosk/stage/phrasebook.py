"""The words of the interface, as QML reads them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QQmlPropertyMap

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
        self._words = QQmlPropertyMap.create(self)
        locale.changed.connect(self._speak)
        self._speak()

    @Slot()
    def _speak(self) -> None:
        self._words.insert(self._locale.teller.phrases.words)
        self.spoken.emit()

    @Property(QQmlPropertyMap, constant=True)
    def words(self) -> QQmlPropertyMap:
        """The interface words by their keys: QML reads one without a copy of all."""
        return self._words

    @Slot(str, "QVariantList", result=str)
    def say(self, key: str, values: list[Any]) -> str:
        """An interface word with values set in."""
        return self._locale.teller.phrases.say(key, *values)
