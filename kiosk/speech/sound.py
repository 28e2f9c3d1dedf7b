"""Sound, played by a process of its own that is begun when there is something to play."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.machine.aside import ANSWER_MS, Aside
from kiosk.qt.timing import Timekeeper

log = logging.getLogger(__name__)

MOUTH = (sys.executable, "-m", "kiosk.machine.mouth")


class Sound(QObject):
    """Plays lists of files, the newest alone; nothing here waits for the machine's sound.

    What can't be played is one line in the log, then silence until `close`.

    Signals:
        begun: the number of the file in its list, as it begins.
        went: the share of that file that is over, about once a second.
        lost: the number of a file that can't be played; none after it is.
        ended: the last file is over.
        failed: nothing is heard, and why.
    """

    begun = Signal(int)
    went = Signal(float)
    lost = Signal(int)
    ended = Signal()
    failed = Signal(str)

    def __init__(
        self,
        timers: Timekeeper,
        parent: QObject | None = None,
        command: Sequence[str] = MOUTH,
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._aside = Aside(self)
        self._waiting = timers.single(self._on_no_answer)
        self._number = 0
        self._asked = False  # and not answered: later orders don't put off the end of patience
        self._plays = False
        self._rate = self._gain = 1.0
        self._broken = False
        self._silent = ""
        self._aside.answered.connect(self._on_answer)
        self._aside.failed.connect(self._fail)

    def tune(self, rate: float, gain: float) -> None:
        """Takes the tempo, 1 as it was recorded, and the loudness, 0 to 1."""
        self._rate, self._gain = rate, gain
        self._aside.order(rate=rate, gain=gain)

    def play(self, files: Sequence[Path]) -> None:
        """Begins the files in place of what still plays."""
        self._number += 1
        if self._silent:
            self.failed.emit(self._silent)
        elif self._aside.runs or self._start():
            if not self._asked:
                self._waiting.start(ANSWER_MS)
            self._asked = self._plays = True
            self._aside.order(play=self._number, files=[str(file) for file in files])

    def cue(self, file: Path, east: float = 0.0, north: float = 0.0) -> None:
        """Sounds a short file at once, beside what plays, from a place of -1 to 1 each way."""
        if not self._silent and (self._aside.runs or self._start()):
            self._aside.order(cue=str(file), east=round(east, 2), north=round(north, 2))

    def stop(self) -> None:
        """Ends what plays, at once."""
        self._number += 1
        self._plays = False
        self._rest()
        self._aside.order(stop=True)

    def pause(self, paused: bool) -> None:
        """Holds what plays, or goes on with it."""
        self._rest()
        self._aside.order(**({"pause": True} if paused else {"go": True}))

    def close(self) -> None:
        """Lets go of the process; the next list begins another."""
        self._waiting.stop()
        self._silent, self._broken, self._asked, self._plays = "", False, False, False
        self._aside.close()

    def _start(self) -> bool:
        begun = self._aside.start(self._command)
        self._aside.order(rate=self._rate, gain=self._gain)
        return begun

    @Slot(dict)
    def _on_answer(self, answer: dict[str, Any]) -> None:
        self._asked = False
        if self._plays:
            self._waiting.start(ANSWER_MS)
        else:
            self._waiting.stop()
        if reason := answer.get("lacking"):
            self._fail(reason)
        elif reason := answer.get("broken"):
            self._complain(reason)
            if answer.get("play") == self._number:
                self._over()
                self.lost.emit(answer["at"])
        elif answer.get("play") == self._number:
            if "at" in answer:
                self.begun.emit(answer["at"])
            elif "share" in answer:
                self.went.emit(answer["share"])
            else:
                self._over()
                self.ended.emit()

    def _over(self) -> None:
        self._plays = False
        self._waiting.stop()

    def _rest(self) -> None:
        """Waits for no more answers, but for the first."""
        if not self._asked:
            self._waiting.stop()

    def _on_no_answer(self) -> None:
        self._fail("the sound server does not answer")

    def _complain(self, reason: str) -> None:
        if not self._broken:
            log.info("speech is not heard: %s", reason)
        self._broken = True

    @Slot(str)
    def _fail(self, reason: str) -> None:
        """Falls silent: the visitor still reads what would be heard."""
        self._complain(reason)
        self._silent = reason
        self._waiting.stop()
        self._aside.close()
        self.failed.emit(reason)
