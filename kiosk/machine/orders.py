"""Orders to a process of our own and its answers: lines of JSON on standard input and output."""

from __future__ import annotations

import json
import sys
import threading

from PySide6.QtCore import QObject, Signal


class Orders(QObject):
    """The lines that come in, until nobody gives orders any more.

    Signals:
        came: a line.
        ended: the last has been.
    """

    came = Signal(str)
    ended = Signal()

    def begin(self) -> None:
        """Listens from now on, in a thread of its own."""
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self) -> None:
        """Hands on what comes in, to the end."""
        for line in sys.stdin:
            self.came.emit(line)
        self.ended.emit()


def answer(**said: object) -> None:
    """Tells whoever gave the order."""
    print(json.dumps(said), flush=True)
