"""A content folder looked at from a process of its own, since a share may hang.

`python -m kiosk.machine.lookout FOLDER` prints the digests of its files as a line of JSON, and
again whenever they are others. `... FOLDER MIRROR` makes the mirror hold what the folder does, and
prints its stamp, or as text why that can't be. Between, `null` says that the folder answers. It
ends when its standard input does.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal, Slot

from kiosk.exhibit.reading.stamp import Digests, digests_of, stamp_of
from kiosk.machine.mirror import NotCopied, renew, said
from kiosk.machine.watch import LOOK_MS, Watch

COMPARE_MS = 60_000
"""The time between comparisons of all content, for changes that size and time don't tell."""

ANSWER_MS = 30_000
"""A folder that has not answered for so long does not answer."""

OFTEN_MS, SOON_MS = 1000, 3000
"""The time between looks where a mirror follows the folder, within which it answers."""

BEAT_S = 0.5
"""The least time between two words that the folder answers."""

AGAIN_MS = 10_000
"""The time between the end of the process and its next start."""

MODULE = "kiosk.machine.lookout"


class Lookout(QObject):
    """Tells when a folder holds other content than is `known`; never waits for the folder.

    A `mirror` follows it: when a change is told, that has been made the same.

    Signals:
        changed: it holds other content than before.
        refused: it holds what can't be copied, and why.
        silent: it does not answer.
        answered: it answers, for the first time or again.
    """

    changed = Signal()
    refused = Signal(str)
    silent = Signal()
    answered = Signal()

    def __init__(
        self,
        folder: Path,
        known: Digests | None = None,
        first_ms: int = 0,
        parent: QObject | None = None,
        *,
        mirror: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._known: Any = known
        self._answers = False
        self._command = ["-m", MODULE, str(folder), *([str(mirror)] if mirror else [])]
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._on_read)
        self._patience = QTimer(self, singleShot=True, interval=SOON_MS if mirror else ANSWER_MS)
        self._patience.timeout.connect(self._on_silence)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._start)
        self._process.finished.connect(self._again.start)
        self._first = QTimer(self, singleShot=True, interval=first_ms)
        self._first.timeout.connect(self._start)
        self._first.start()

    def close(self) -> None:
        """Looks no longer."""
        self._process.finished.disconnect(self._again.start)
        self._process.readyReadStandardOutput.disconnect(self._on_read)
        for timer in (self._first, self._again, self._patience):
            timer.stop()
        self._process.kill()
        self._process.waitForFinished(1000)

    @Slot()
    def _start(self) -> None:
        self._patience.start()
        self._process.start(sys.executable, self._command)

    @Slot()
    def _on_read(self) -> None:
        while self._process.canReadLine():
            self._patience.start()
            if not self._answers:
                self._answers = True
                self.answered.emit()
            try:
                found = json.loads(bytes(self._process.readLine().data()))
            except ValueError:
                continue
            if found is not None and found != self._known:
                self._known = found
                if isinstance(found, str):
                    self.refused.emit(found)
                else:
                    self.changed.emit()

    @Slot()
    def _on_silence(self) -> None:
        self._answers = False
        self.silent.emit()


class _Teller(QObject):
    """Prints what a folder holds when that is other than before."""

    def __init__(self, folder: Path, mirror: Path | None = None) -> None:
        super().__init__()
        self._folder, self._mirror = folder, mirror
        self._told: object = None
        self._beaten = time.monotonic()
        self._watch = Watch(folder, self, look_ms=OFTEN_MS if mirror else LOOK_MS)
        self._watch.changed.connect(self.tell)
        self._watch.touched.connect(self.tell)
        self._watch.looked.connect(self._beat)
        self._often = QTimer(self, interval=COMPARE_MS)
        self._often.timeout.connect(self.tell)
        self._often.start()
        self.tell()

    @Slot()
    def tell(self) -> None:
        """Looks, and prints what is new."""
        holds = (
            self._renewed(self._mirror) if self._mirror else digests_of(self._folder, self._beat)
        )
        if holds != self._told:
            self._told = holds
            self._print(holds)

    def _renewed(self, mirror: Path) -> object:
        """The stamp of the folder that the mirror now holds, or why that can't be."""
        stamp = stamp_of(self._folder)
        try:
            renew(self._folder, mirror, self._beat)
        except (OSError, NotCopied) as error:
            return said(error)
        return stamp

    @Slot()
    def _beat(self) -> None:
        if time.monotonic() - self._beaten > BEAT_S:
            self._print(None)

    def _print(self, what: object) -> None:
        self._beaten = time.monotonic()
        try:
            print(json.dumps(what), flush=True)
        except BrokenPipeError:  # who asked was killed
            os._exit(0)


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    os._exit(0)  # the main thread may hang on the share


if __name__ == "__main__":
    threading.Thread(target=_end_with_input, daemon=True).start()
    application = QCoreApplication(sys.argv[:1])
    teller = _Teller(*map(Path, sys.argv[1:]))
    sys.exit(application.exec())
