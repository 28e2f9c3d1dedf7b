"""New content on its way to the floor: read aside, kept if it is clean, offered when it is."""

from __future__ import annotations

import json
import logging
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from kiosk.desk.shelf import Copy, Shelf, sums_of
from kiosk.machine.lookout import Lookout

log = logging.getLogger(__name__)

FIRST_MS = 3000
"""The time the first picture is left alone before a folder changed meanwhile is read."""

LONGEST_MS = 120_000
"""Content that takes longer to read is not clean."""

MOST_LINES = 20
"""The most problems of one refusal that are named."""


class Intake(QObject):
    """Follows a content folder, which only other processes look at: a share may hang.

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
        self._shelf.sweep()
        self._passing: list[Path] = []
        good = self._shelf.good
        self._version = good.name if good else ""
        self._watch = Lookout(folder, sums_of(good) if good else None, FIRST_MS, self)
        self._again = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.finished.connect(self._on_finished)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._longest.timeout.connect(self._process.kill)
        self._watch.changed.connect(self.vet)
        self._watch.silent.connect(self._on_silence)

    @property
    def says(self) -> str:
        """The folder that staff know, and which of its versions was good last."""
        return ", version ".join(filter(None, (str(self._folder), self._version)))

    @Slot()
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
        self._watch.close()
        self._process.finished.disconnect(self._on_finished)
        self._process.kill()
        self._process.waitForFinished(1000)
        self._shelf.sweep()
        for copy in self._passing:
            shutil.rmtree(copy, ignore_errors=True)

    @Slot()
    def _on_finished(self) -> None:
        self._longest.stop()
        copy, problems = self._answer()
        if copy is None:
            self._shelf.sweep()
            if not self._again:
                self._refuse(problems)
        elif self._again:
            shutil.rmtree(copy.folder, ignore_errors=True)
        else:
            self._take(copy)
        if self._again:
            self.vet()

    @Slot()
    def _on_silence(self) -> None:
        log.warning("%s does not answer; what is shown stays", self._folder)

    def _take(self, copy: Copy) -> None:
        if copy.not_kept:
            self._passing.append(copy.folder)
            said = "new content of %s is clean and will be shown, but is not kept: %s"
            log.warning(said, self._folder, copy.not_kept)
            self._version = "that is not kept"
            self.offered.emit(copy.folder)
            return
        try:
            kept = self._shelf.keep(copy.folder)
        except OSError as error:
            self._shelf.sweep()
            self._refuse([f"{error.filename}: {error.strerror or error}"])
            return
        log.info("new content of %s is clean and kept as version %s", self._folder, kept.name)
        self._version = kept.name
        self.offered.emit(kept)

    def _answer(self) -> tuple[Copy | None, list[str]]:
        text = bytes(self._process.readAllStandardOutput().data())
        try:
            answer = json.loads(text)
            if problems := [str(problem) for problem in answer["problems"]]:
                return None, problems
            return Copy(Path(answer["copy"]), str(answer["not_kept"])), []
        except (ValueError, KeyError, TypeError):
            return None, ["it could not be read to its end"]

    def _refuse(self, problems: list[str]) -> None:
        stays = f"version {self._version}" if self._version else "what is shown"
        log.warning("new content of %s is refused; %s stays", self._folder, stays)
        for problem in problems[:MOST_LINES]:
            log.warning("%s", problem)
        if len(problems) > MOST_LINES:
            log.warning("and %d more", len(problems) - MOST_LINES)
        self.refused.emit(problems)
