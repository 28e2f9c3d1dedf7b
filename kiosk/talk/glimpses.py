"""Glimpses of a talk's slides, as another process draws them while the talk is under way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.qt.pictures import Pictures

Command = Callable[[str, Path], Sequence[str]]
"""The program, and what it is given, that draws the slides in a language into a folder.

As each is there, `1.png` and so on, the program says its number on a line of its output.
"""


class Glimpses(QObject):
    """The slides in small, in the language spoken; without a command there are none.

    Signals:
        changed: there is another, or none any more.
    """

    changed = Signal()

    def __init__(self, command: Command | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command, self._folder = command, QTemporaryDir()
        self._process: QProcess | None = None
        self._language = ""
        self._drawn: set[int] = set()

    def draw(self, language: str) -> None:
        """Has the slides drawn in a language."""
        if self._command is None or language == self._language or not self._folder.isValid():
            return
        self.close()
        self._language, self._drawn = language, set()
        self.changed.emit()
        self._into.mkdir(exist_ok=True)
        program, *arguments = self._command(language, self._into)
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._on_said)
        self._process.start(program, arguments)

    @property
    def _into(self) -> Path:
        return Path(self._folder.path()) / self._language

    @Slot()
    def _on_said(self) -> None:
        assert self._process is not None
        while self._process.canReadLine():
            said = bytes(self._process.readLine().data()).strip()
            if said.isdigit():
                self._drawn.add(int(said))
        self.changed.emit()

    def address(self, number: int) -> str:
        """The address of a slide's picture, by its number from 1; "" before it is drawn."""
        return f"image://glimpses/{self._language}/{number}" if number in self._drawn else ""

    def picture(self, address: str) -> QImage:
        """The picture of an address less its provider."""
        return QImage(str(Path(self._folder.path()) / f"{address}.png"))

    def close(self) -> None:
        """Draws no more."""
        if self._process is not None:
            self._process.readyReadStandardOutput.disconnect(self._on_said)
            self._process.kill()
            self._process.waitForFinished()
            self._process.deleteLater()
            self._process = None


class GlimpsePictures(Pictures):
    """Hands glimpses to QML as image://glimpses/LANGUAGE/NUMBER."""

    def __init__(self, glimpses: Glimpses) -> None:
        super().__init__()
        self._glimpses = glimpses

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        return self._glimpses.picture(address)
