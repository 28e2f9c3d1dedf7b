"""Somebody who hears an exhibit: keys go in, and what is said comes out of the transcript."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.machine.keymap import KEYBOARD, Key
from kiosk.visit.keypad import ASKS_MS
from tests.window import Visitor

KEY = Qt.Key
JACKED = {**KEYBOARD, Key.JACK_IN: ("F21",), Key.JACK_OUT: ("F22",)}


@dataclass(frozen=True)
class Line:
    """A line of the transcript."""

    language: str
    cause: str
    text: str
    file: str


class Listener:
    """Somebody who hears an exhibit; what they hear stands in a file."""

    def __init__(self, visitor: Visitor, file: Path) -> None:
        self.visitor, self._file = visitor, file

    @property
    def lines(self) -> Sequence[Line]:
        if not self._file.exists():
            return []
        told = (line.split(" · ") for line in self._file.read_text("utf-8").splitlines())
        return [Line(*parts[1:]) for parts in told]

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]

    def press(self, *keys: Qt.Key) -> list[str]:
        """What is said of some presses."""
        before = len(self.lines)
        for key in keys:
            self.visitor.key(key)
        self.visitor.settle()
        return self.texts[before:]

    def hold(self, key: Qt.Key) -> list[str]:
        """What is said of a key that is held for a second."""
        before = len(self.lines)
        QTest.keyPress(self.visitor.window, key)
        self.visitor.time.advance(ASKS_MS)
        QTest.keyRelease(self.visitor.window, key)
        self.visitor.settle()
        return self.texts[before:]
