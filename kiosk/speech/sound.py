"""Sound, played by a process of its own that is begun when there is something to play."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.qt.timing import Timekeeper

log = logging.getLogger(__name__)

MOUTH = (sys.executable, "-m", "kiosk.machine.mouth")

ANSWER_MS = 10_000
"""A mouth that has not answered an order by then does not answer: its sound server hangs."""


class Sound(QObject):
    """Plays lists of files, the newest alone; nothing here waits for the machine's sound.

    What can't be played is one line in the log, then silence until `close`.

    Signals:
        begun: the number of the file in its list, as it begins.
        went: the share of that file that is over, about once a second.
        ended: the last file is over.
        failed: nothing is heard, and why.
    """

    begun = Signal(int)
    went = Signal(float)
    ended = Signal()
    failed = Signal(str)
    _answered = Signal(str)

    def __init__(
        self,
        timers: Timekeeper,
        parent: QObject | None = None,
        command: Sequence[str] = MOUTH,
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._process: subprocess.Popen[str] | None = None
        self._waiting = timers.single(self._on_no_answer)
        self._number = 0
        self._rate = self._gain = 1.0
        self._broken = False
        self._silent = ""
        self._answered.connect(self._on_answer)

    def tune(self, rate: float, gain: float) -> None:
        """Takes the tempo, 1 as it was recorded, and the loudness, 0 to 1."""
        self._rate, self._gain = rate, gain
        if self._process:
            self._order(rate=rate, gain=gain)

    def play(self, files: Sequence[Path]) -> None:
        """Begins the files in place of what still plays."""
        self._number += 1
        if self._silent:
            self.failed.emit(self._silent)
        elif self._process or self._start():
            self._waiting.start(ANSWER_MS)
            self._order(play=self._number, files=[str(file) for file in files])

    def cue(self, file: Path) -> None:
        """Sounds a short file at once, beside what plays."""
        if not self._silent and (self._process or self._start()):
            self._order(cue=str(file))

    def stop(self) -> None:
        """Ends what plays, at once."""
        self._number += 1
        self._waiting.stop()
        if self._process:
            self._order(stop=True)

    def pause(self, paused: bool) -> None:
        """Holds what plays, or goes on with it."""
        self._waiting.stop()
        if self._process:
            self._order(**({"pause": True} if paused else {"go": True}))

    def close(self) -> None:
        """Lets go of the process; the next list begins another."""
        self._waiting.stop()
        self._silent, self._broken = "", False
        process, self._process = self._process, None
        if process:
            process.kill()

    def _start(self) -> bool:
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
        except OSError as error:
            self._fail(error.strerror or str(error))
            return False
        assert self._process.stdin
        with contextlib.suppress(OSError):
            os.set_blocking(self._process.stdin.fileno(), False)
        listens = threading.Thread(target=self._listen, args=(self._process,), daemon=True)
        listens.start()
        self._order(rate=self._rate, gain=self._gain)
        return True

    def _listen(self, process: subprocess.Popen[str]) -> None:
        """Hands on the answers of a process, and that it has gone."""
        with contextlib.suppress(RuntimeError):  # the stage is gone
            for line in process.stdout or ():
                self._answered.emit(f"{process.pid} {line}")
            self._answered.emit(f"{process.pid} ")
        for pipe in filter(None, (process.stdin, process.stdout)):
            with contextlib.suppress(OSError):
                pipe.close()
        process.wait()

    def _order(self, **order: object) -> None:
        assert self._process
        assert self._process.stdin
        try:
            self._process.stdin.write(f"{json.dumps(order)}\n")
            self._process.stdin.flush()
        except OSError:
            self._fail("the player has ended")

    @Slot(str)
    def _on_answer(self, said: str) -> None:
        pid, _, line = said.partition(" ")
        if not self._process or pid != str(self._process.pid):
            return
        answer = json.loads(line) if line.strip() else {}
        if not answer:
            self._fail("the player has ended")
        elif reason := answer.get("lacking"):
            self._fail(reason)
        elif reason := answer.get("broken"):
            self._complain(reason)
        elif answer.get("play") == self._number:
            self._waiting.start(ANSWER_MS)
            if "at" in answer:
                self.begun.emit(answer["at"])
            elif "share" in answer:
                self.went.emit(answer["share"])
            else:
                self._waiting.stop()
                self.ended.emit()

    def _on_no_answer(self) -> None:
        self._fail("the sound server does not answer")

    def _complain(self, reason: str) -> None:
        if not self._broken:
            log.info("speech is not heard: %s", reason)
        self._broken = True

    def _fail(self, reason: str) -> None:
        """Falls silent: the visitor still reads what would be heard."""
        self._complain(reason)
        self._silent = reason
        self._waiting.stop()
        process, self._process = self._process, None
        if process:
            process.kill()
        self.failed.emit(reason)
