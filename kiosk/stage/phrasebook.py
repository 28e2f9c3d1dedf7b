"""The words of the interface, and the setting of texts, as QML asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtQml import QmlElement, QQmlPropertyMap

from kiosk.qt.property import Property, QmlUncreatable
from kiosk.telling.balance import balanced, captioned, phrased, widest
from kiosk.telling.locale import Locale
from kiosk.telling.pages import Leaf, paged, paragraphs, sentences, stretches

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

MOST_LINES = 3
"""No paragraph of a card has more lines, but for a sentence that has."""


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

    @Property(bool, notify=spoken)
    def mirrored(self) -> bool:
        """True where the language is written from right to left: so goes the screen."""
        return self._locale.teller.phrases.leftward

    @Slot(str, result=str)
    def languageName(self, code: str) -> str:
        """A language of the exhibit by its own name."""
        return self._locale.phrases(code).say("language_name")

    @Slot(str, result=str)
    def inSecond(self, text: str) -> str:
        """A text of the second language, with the name of that before it; "" for none."""
        code = self._locale.teller.second_language
        return f"{self.languageName(code)}: {text}" if text and code else ""

    @Slot(str, "QVariantList", result=str)
    def say(self, key: str, values: list[Any]) -> str:
        """An interface word with values set in."""
        return self._locale.teller.phrases.say(key, *values)


@QmlElement
@QmlUncreatable("The stage owns the typesetting.")
class Typesetting(QObject):
    """The way in which texts are set."""

    def __init__(self, locale: Locale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = locale

    @Slot(str, result=str)
    def together(self, text: str) -> str:
        """A plain text of the visitor's language; no line ends within a short name of it."""
        return self._locale.teller.together(text)

    @Slot(str, result=str)
    def phrased(self, text: str) -> str:
        """A short text whose lines end between phrases."""
        return phrased(text, self._locale.teller.together)

    @Slot(str, int, result=str)
    def captioned(self, text: str, most: int) -> str:
        """A text no line of which ends within a phrase of `most` characters, nor a short name."""
        return captioned(text, most, self._locale.teller.together)

    @Slot(str, QFont, float, result=float)
    def balancedWidth(self, text: str, font: QFont, width: float) -> float:
        """The width in px in which the lines of a text of `width` px are even."""
        return balanced(text, font, width)

    @Slot(str, QFont, result=float)
    def widest(self, text: str, font: QFont) -> float:
        """The width in px of the longest part of a text in which no line may end."""
        return widest(text, font)

    @Slot(str, QFont, float, result="QStringList")
    def paragraphs(self, text: str, font: QFont, width: float) -> list[str]:
        """A styled text of `width` px in paragraphs of three lines at the most."""
        return paragraphs(text, font, width, MOST_LINES)

    @Slot(str, result="QStringList")
    def sentences(self, text: str) -> list[str]:
        """The sentences of a styled text; all of them together are the text."""
        return sentences(text)

    @Slot(str, QFont, float, "QVariantMap", int, result="QVariantList")
    def stretches(
        self, text: str, font: QFont, width: float, early: dict[str, float], number: int
    ) -> list[list[float]]:
        """The stretches of lines of a styled text, `width` px wide, that a sentence takes.

        Each is its line, and the px from and to; lines end `early` at widths by their numbers.
        """
        leaf = Leaf(0, 0, words=text, font=font, width=width)
        widths = {int(line): px for line, px in early.items()}
        return [list(one) for one in stretches(leaf, number, widths)]

    @Slot("QVariantList", float, result="QVariantMap")
    def paged(self, leaves: list[dict[str, Any]], room: float) -> dict[str, Any]:
        """The pages of what is higher than `room` px: spans, and by leaf what ends lines early.

        A leaf is given by the fields of `Leaf`, by its index in what comes back.
        """
        found = paged([Leaf(**leaf) for leaf in leaves], room)
        return {
            "spans": [list(span) for span in found.spans],
            "early": {str(at): _keyed(text) for at, text in found.early.items()},
            "added": {str(at): lines for at, lines in found.added.items()},
        }


def _keyed(widths: Mapping[int, float]) -> dict[str, float]:
    return {str(line): width for line, width in widths.items()}
