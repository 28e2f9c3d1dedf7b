"""The machine's volume, by whichever of its mixers answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from kiosk.machine.program import Run, answer

ANSWER_S = 1.5
"""A mixer that has not answered by then is taken for none: it is asked while somebody waits."""

ask = partial(answer, within_s=ANSWER_S)

Mixer = tuple[Sequence[str], Sequence[str], re.Pattern[str], int]

MIXERS: tuple[Mixer, ...] = (
    (
        ("wpctl", "get-volume", "@DEFAULT_AUDIO_SINK@"),
        ("wpctl", "set-volume", "@DEFAULT_AUDIO_SINK@", "{}%"),
        re.compile(r"Volume: (\d\.\d\d)"),
        100,
    ),
    (
        ("amixer", "get", "Master"),
        ("amixer", "-q", "set", "Master", "{}%"),
        re.compile(r"\[(\d+)%\]"),
        1,
    ),
)
"""The words to ask, to set, the pattern of the answer, and its factor."""


class Loudness:
    """The volume in per cent, as the mixer says it after each change; -1 where there is none."""

    def __init__(self, run: Run = ask) -> None:
        self._run = run
        self._volume: int | None = None
        self._mixer = MIXERS[0]

    @property
    def volume(self) -> int:
        """The volume; asked for at first sight."""
        if self._volume is None:
            self._volume = self._find()
        return self._volume

    def step(self, by: int) -> None:
        """Makes it louder by so many per cent, and asks what came of it."""
        if self.volume < 0:
            return
        wanted = str(max(0, min(100, self.volume + by)))
        self._run([word.format(wanted) for word in self._mixer[1]])
        self._volume = self._ask()

    def _find(self) -> int:
        for mixer in MIXERS:
            self._mixer = mixer
            if (found := self._ask()) >= 0:
                return found
        return -1

    def _ask(self) -> int:
        command, _, reads, factor = self._mixer
        found = reads.search(self._run(command))
        return round(float(found[1]) * factor) if found else -1
