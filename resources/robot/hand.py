"""A hand inside a running exhibit: `python hand.py CONTENT TOLD SEED`, for robot.py.

Touches, drags, pinches and presses keys by chance for some seconds, then lets the visit end, and
rests. Each start, each visit's end and each rest is a line of JSON in the file TOLD.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk import cli
from kiosk.app import Kiosk
from kiosk.visit.session import State

TICK_MS = 40
"""The time between two things that it does."""

BUSY, REST = 40, 15
"""The ticks of a visit, and those after it until it is told how the exhibit is."""

KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Q, Qt.Key.Key_A, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_F4),
)
WITH = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Hand(QObject):
    """Hammers one exhibit as long as it lives."""

    def __init__(self, kiosk: Kiosk, told: Path, seed: int) -> None:
        super().__init__()
        self._kiosk, self._told, self._chance = kiosk, told, random.Random(seed)
        self._finger = QTest.createTouchDevice()
        self._session: QObject | None = None
        self._ticks = 0
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._act)
        self._tick.start()
        self._tell("start")

    @Slot()
    def _act(self) -> None:
        session = self._kiosk.stage.session
        if session is not self._session:
            session.visitEnded.connect(self._on_end)  # new content has a session of its own
            self._session = session
        self._ticks = (self._ticks + 1) % (BUSY + REST)
        if self._ticks == 0:
            self._tell("rest", windows=self._windows(), memory_kb=_private_kb())
        elif self._ticks < BUSY:
            self._chance.choice((self._touch, self._touch, self._touch, self._drag, self._press))()
        elif self._ticks == BUSY and session.state != State.ATTRACT:
            session.leave()

    @Slot()
    def _on_end(self) -> None:
        self._tell("end")

    def _windows(self) -> list[int]:
        """The windows that are seen."""
        every = QGuiApplication.topLevelWindows()
        return [int(each.winId()) for each in every if each.isVisible()]

    def _place(self) -> QPoint:
        window = self._window
        return QPoint(
            self._chance.randrange(window.width()), self._chance.randrange(window.height())
        )

    @property
    def _window(self) -> QQuickWindow:
        return self._kiosk.window

    def _touch(self) -> None:
        at = self._place()
        QTest.touchEvent(self._window, self._finger).press(0, at, self._window).commit()
        QTest.touchEvent(self._window, self._finger).release(0, at, self._window).commit()

    def _drag(self) -> None:
        """One finger or two, from place to place."""
        fingers = range(self._chance.choice((1, 1, 2)))
        ways = [[self._place() for _ in range(4)] for _ in fingers]
        for step in range(4):
            event = QTest.touchEvent(self._window, self._finger)
            for finger in fingers:
                (event.move if step else event.press)(finger, ways[finger][step], self._window)
            event.commit()
        event = QTest.touchEvent(self._window, self._finger)
        for finger in fingers:
            event.release(finger, ways[finger][-1], self._window)
        event.commit()

    def _press(self) -> None:
        QTest.keyClick(self._window, self._chance.choice(KEYS), self._chance.choice(WITH))

    def _tell(self, what: str, **more: object) -> None:
        with self._told.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"what": what, "pid": os.getpid(), **more}) + "\n")


def _private_kb() -> int:
    """The memory that is this process's alone."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))


def main(content: str, told: str, seed: str) -> int:
    """Runs the exhibit with a hand in it."""
    hands: list[Hand] = []
    first = cli.collect_later

    def ready(shown: Kiosk) -> None:
        first(shown)
        hands.append(Hand(shown, Path(told), int(seed)))

    cli.collect_later = ready
    return cli.main(["run", content])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
