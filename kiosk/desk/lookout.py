"""A content folder looked at from a process of its own, since a share may hang.

`python -m kiosk.desk.lookout FOLDER` prints the digests of its files as a line of JSON, and again
whenever they are others. It ends when its standard input does.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal, Slot

from kiosk.exhibit.reading.stamp import Digests, digests_of
from kiosk.machine.watch import Watch

log = logging.getLogger(__name__)

COMPARE_MS = 60_000
"""The time between comparisons of all content, for changes that size and time don't tell."""

ANSWER_MS = 30_000
"""A folder that has not answered for so long does not answer."""

AGAIN_MS = 10_000
"""The time between the end of the process and its next start."""


MODULE = "kiosk.desk.lookout"


class Lookout(QObject):
    """Tells when a folder holds other content than is `known`; never waits for the folder.

    Signals:
        changed: it holds other content than before.
    """

    changed = Signal()

    def __init__(
        self, folder: Path, known: Digests | None, first_ms: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._known, self._silent = folder, known, False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._on_read)
        self._answer = QTimer(self, singleShot=True, interval=ANSWER_MS)
        self._answer.timeout.connect(self._on_silence)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._start)
        self._process.finished.connect(self._again.start)
        self._first = QTimer(self, singleShot=True, interval=first_ms)
        self._first.timeout.connect(self._start)
        self._first.start()

    @property
    def answered(self) -> bool:
        """True if the folder has answered since the process was started last."""
        return self._process.state() == QProcess.ProcessState.Running and not (
            self._answer.isActive() or self._silent
        )

    def close(self) -> None:
        """Looks no longer."""
        self._process.finished.disconnect(self._again.start)
        self._process.readyReadStandardOutput.disconnect(self._on_read)
        for timer in (self._first, self._again, self._answer):
            timer.stop()
        self._process.kill()
        self._process.waitForFinished(1000)

    @Slot()
    def _start(self) -> None:
        self._silent = False
        self._answer.start()
        self._process.start(sys.executable, ["-m", MODULE, str(self._folder)])

    @Slot()
    def _on_read(self) -> None:
        while self._process.canReadLine():
            self._answer.stop()
            self._silent = False
            try:
                found = json.loads(bytes(self._process.readLine().data()))
            except ValueError:
                continue
            if found != self._known:
                self._known = found
                self.changed.emit()

    @Slot()
    def _on_silence(self) -> None:
        self._silent = True
        log.warning("%s does not answer; what is shown stays", self._folder)


class _Teller(QObject):
    """Prints the digests of a folder when they are others."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._told: Digests | None = None
        self._watch = Watch(folder, self)
        self._watch.changed.connect(self.tell)
        self._watch.touched.connect(self.tell)
        self._often = QTimer(self, interval=COMPARE_MS)
        self._often.timeout.connect(self.tell)
        self._often.start()
        self.tell()

    @Slot()
    def tell(self) -> None:
        """Looks, and prints what is new."""
        digests = digests_of(self._folder)
        if digests != self._told:
            self._told = digests
            print(json.dumps(digests), flush=True)


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    os._exit(0)  # the main thread may hang on the share


if __name__ == "__main__":
    threading.Thread(target=_end_with_input, daemon=True).start()
    application = QCoreApplication(sys.argv[:1])
    teller = _Teller(Path(sys.argv[1]))
    sys.exit(application.exec())
