"""The time from a key to what is said, in a running exhibit with narrators' files and sound.

    python resources/access/promptness.py CONTENT SETTINGS [PRESSES]

With what `kiosk narrate CONTENT --settings SETTINGS` has made, before a sound server; without a
loudspeaker PulseAudio's null sink will do (`pulseaudio -D --load=module-null-sink`). Each press
comes while the answer to the one before is still heard. Says how long it takes until that is told
to stop, until the next is told to play, and until the process that plays has said that it does;
ends with 1 unless 19 of 20 presses are answered within `AT_ONCE_MS`.
"""

from __future__ import annotations

import math
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import wraps
from itertools import cycle

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest

from kiosk import cli
from kiosk.app import Kiosk
from kiosk.speech.sound import Sound

AT_ONCE_MS, MOST_LATE = 100, 1 / 20

HEARD_MS, LOST_MS = 600, 10_000
"""The time that each answer is heard for, and after which none comes."""

KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left)
"""Those that move, round and round: each says something."""

ASKED = ("stopped", "called")
"""The steps that are to come at once."""


class Hand(QObject):
    """Presses key after key in the spoken way of one exhibit, and notes when each is answered."""

    def __init__(self, kiosk: Kiosk, presses: int) -> None:
        super().__init__()
        self._kiosk, self._presses = kiosk, presses
        sound = kiosk.stage.speech.findChild(Sound)
        assert isinstance(sound, Sound)
        self._sound = sound
        self._keys = cycle(KEYS)
        self._now: dict[str, float] = {}
        self._turns = 0
        self.told: list[dict[str, float]] = []
        sound.stop = self._noted("stopped", sound.stop)  # type: ignore[method-assign]
        sound.play = self._noted("called", sound.play)  # type: ignore[method-assign]
        sound.begun.connect(self._on_begun)
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.connect(self._on_turn)
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._press)
        QTimer.singleShot(HEARD_MS, self, self._begin)

    def _noted(self, name: str, does: Callable[..., None]) -> Callable[..., None]:
        @wraps(does)
        def noted(*given: object) -> None:
            does(*given)
            self._note(name)

        return noted

    def _note(self, name: str) -> None:
        self._now.setdefault(name, time.monotonic())
        self._now.setdefault(f"{name} turns", self._turns)

    @Slot()
    def _on_turn(self) -> None:
        self._turns += 1

    @Slot()
    def _begin(self) -> None:
        """Wakes the exhibit, opens a panel, and begins the spoken way."""
        QTest.keyClick(self._kiosk.window, KEYS[0])
        self._kiosk.stage.navigation.openPanel("phases")
        self._kiosk.stage.speech.toggle()
        self._next.start(5 * HEARD_MS)

    @Slot()
    def _press(self) -> None:
        self.told += [self._now] if "pressed" in self._now else []
        if len(self.told) == self._presses:
            QCoreApplication.exit(0)
            return
        self._now, self._turns = {}, 0
        self._note("pressed")
        self._next.start(LOST_MS)
        QTest.keyClick(self._kiosk.window, next(self._keys))

    @Slot(int)
    def _on_begun(self, _file: int) -> None:
        if "called" in self._now:
            self._note("plays")
            self._next.start(HEARD_MS)


def told(presses: Sequence[dict[str, float]]) -> bool:
    """True if nearly all presses were answered at once; says the times of all."""
    for step in (*ASKED, "plays"):
        ms = sorted(1000 * (one[step] - one["pressed"]) for one in presses if step in one)
        if not ms:
            print(f"{step:8} never")
            continue
        turns = max(one[f"{step} turns"] for one in presses if step in one)
        late = sum(one > AT_ONCE_MS for one in ms)
        print(
            f"{step:8} {len(ms):3} times, ms: median {statistics.median(ms):.1f},"
            f" 19 of 20 within {ms[int(0.95 * (len(ms) - 1))]:.1f}, most {ms[-1]:.1f};"
            f" turns of the loop, most {turns:.0f}; {late} later than {AT_ONCE_MS} ms"
        )
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    unanswered = sum(
        any(one.get(step, math.inf) - one["pressed"] > AT_ONCE_MS / 1000 for step in ASKED)
        for one in presses
    )
    return bool(presses) and unanswered <= MOST_LATE * len(presses)


def main(content: str, settings: str, presses: str = "100") -> int:
    """Runs the exhibit with a hand in it."""
    hands: list[Hand] = []
    first = cli.collect_later

    def ready(shown: Kiosk) -> None:
        first(shown)
        hands.append(Hand(shown, int(presses)))

    cli.collect_later = ready
    cli.main(["run", content, "--settings", settings, "--windowed", "--size", "1280x720"])
    return 0 if told([press for hand in hands for press in hand.told]) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
