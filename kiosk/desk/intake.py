"""New content on its way to the floor: read aside, kept if it is clean, offered when it is."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kiosk.desk.shelf import Shelf
from kiosk.exhibit.stamp import stamp_of
from kiosk.watch import Watch

log = logging.getLogger(__name__)

FIRST_MS = 3000
"""How long the first picture is left alone before a folder that has changed meanwhile is read."""

LONGEST_MS = 120_000
"""Content that takes longer to read is not clean."""

MOST_LINES = 20
"""How many problems of one refusal the log names."""


class Intake(QObject):
    """Follows a content folder.

    Each change of it is copied and read aside. What is clean is kept on the shelf and offered;
    what is not is refused, and the log says why, once.

    Signals:
        offered: the folder of content that may be shown from now on.
        refused: the problems of what may not, a line each.
    """

    offered = Signal(object)
    refused = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._shelf = Shelf(folder)
        self._watch = Watch(folder, self)
        self._again = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.finished.connect(self._on_finished)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._longest.timeout.connect(self._process.kill)
        self._watch.changed.connect(self.vet)
        good = self._shelf.good
        if good is None or stamp_of(good) != self._watch.stamp:
            QTimer.singleShot(FIRST_MS, self, self.vet)

    def vet(self) -> None:
        """Looks through the folder as it is now; once more afterwards, if it changes meanwhile."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._again = True
            return
        self._again = False
        self._longest.start()
        self._process.start(sys.executable, ["-m", "kiosk.desk.vetting", str(self._folder)])

    def close(self) -> None:
        """Follows no longer."""
        self._watch.changed.disconnect(self.vet)
        self._process.finished.disconnect(self._on_finished)
        self._process.kill()
        self._process.waitForFinished(1000)

    def _on_finished(self) -> None:
        self._longest.stop()
        if self._again:
            self.vet()
            return
        problems = self._answer()
        if problems:
            self._refuse(problems)
            return
        try:
            kept = self._shelf.keep()
        except OSError as error:
            self._refuse([f"{error.filename}: {error.strerror or error}"])
            return
        log.info("new content of %s is clean and kept", self._folder)
        self.offered.emit(kept)

    def _answer(self) -> list[str]:
        text = bytes(self._process.readAllStandardOutput().data())
        try:
            return [str(problem) for problem in json.loads(text)["problems"]]
        except (ValueError, KeyError, TypeError):
            return ["it could not be read to its end"]

    def _refuse(self, problems: list[str]) -> None:
        log.warning("new content of %s is refused; what is shown stays", self._folder)
        for problem in problems[:MOST_LINES]:
            log.warning("%s", problem)
        if len(problems) > MOST_LINES:
            log.warning("and %d more", len(problems) - MOST_LINES)
        self.refused.emit(problems)
