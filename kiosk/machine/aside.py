"""A process of our own beside the picture: orders go to it, its answers come back."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import threading
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QObject, Signal, Slot

ENDED = "the player has ended"

ANSWER_MS = 10_000
"""A process that has not answered an order by then waits for a sound server that hangs."""


class _Ear(QObject):
    """The sender of what processes say, which outlives all that hears it.

    A thread that sent by an object that may go would take the exhibit along.
    """

    heard = Signal(str)


@cache
def _ear() -> _Ear:
    return _Ear()


class Aside(QObject):
    """Runs one process at a time, and waits for none: an order that it doesn't take is no order.

    Signals:
        answered: the mapping that the process says in a line.
        failed: the process has gone or can't be begun, and why; not after `close`.
    """

    answered = Signal(dict)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: subprocess.Popen[str] | None = None
        _ear().heard.connect(self._on_heard)

    @property
    def runs(self) -> bool:
        """True from `start` until the process has gone."""
        return self._process is not None

    def start(self, command: Sequence[str]) -> bool:
        """Begins a process in place of the last; False, once that has been told, if it can't be."""
        self.close()
        try:
            self._process = process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
        except OSError as error:
            self._fail(error.strerror or str(error))
            return False
        assert process.stdin
        with contextlib.suppress(OSError):
            os.set_blocking(process.stdin.fileno(), False)
        threading.Thread(target=_listen, args=(process, _ear()), daemon=True).start()
        return True

    def order(self, **order: object) -> None:
        """Says a mapping to the process, if one runs."""
        if not self._process:
            return
        assert self._process.stdin
        try:
            self._process.stdin.write(f"{json.dumps(order)}\n")
            self._process.stdin.flush()
        except OSError:
            self._fail(ENDED)

    def close(self) -> None:
        """Ends the process; what it still says is not heard."""
        process, self._process = self._process, None
        if process:
            process.kill()
            assert process.stdin
            with contextlib.suppress(OSError):
                process.stdin.close()

    @Slot(str)
    def _on_heard(self, said: str) -> None:
        pid, _, line = said.partition(" ")
        if not self._process or pid != str(self._process.pid):
            return
        if line.strip():
            self.answered.emit(json.loads(line))
        else:
            self._fail(ENDED)

    def _fail(self, reason: str) -> None:
        self.close()
        self.failed.emit(reason)


def _listen(process: subprocess.Popen[str], ear: _Ear) -> None:
    """Hands on the answers of a process, and that it has gone."""
    assert process.stdout
    with process.stdout as said:
        for line in said:
            ear.heard.emit(f"{process.pid} {line}")
    ear.heard.emit(f"{process.pid} ")
    process.wait()
