"""Dials of the machine, its volume and its brightness: by whichever program answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from kiosk.machine.program import Run, answer

ANSWER_S = 1.5
"""A program that has not answered by then is taken for none: it is asked while somebody waits."""

ask = partial(answer, within_s=ANSWER_S)


@dataclass(frozen=True)
class Way:
    """The words to ask a program, and to set it; and a pattern of the answer.

    Its groups are the `value`, and the `most` that it can be where the answer says so.
    """

    asks: Sequence[str]
    sets: Sequence[str]
    reads: re.Pattern[str]
    most: float = 100


VOLUME = (
    Way(
        ("wpctl", "get-volume", "@DEFAULT_AUDIO_SINK@"),
        ("wpctl", "set-volume", "@DEFAULT_AUDIO_SINK@", "{}%"),
        re.compile(r"Volume: (?P<value>\d\.\d\d)"),
        most=1,
    ),
    Way(
        ("pactl", "get-sink-volume", "@DEFAULT_SINK@"),
        ("pactl", "set-sink-volume", "@DEFAULT_SINK@", "{}%"),
        re.compile(r"(?P<value>\d+)%"),
    ),
    Way(
        ("amixer", "get", "Master"),
        ("amixer", "-q", "set", "Master", "{}%"),
        re.compile(r"\[(?P<value>\d+)%\]"),
    ),
)

BRIGHTNESS = (
    Way(
        ("brightnessctl", "-m", "-c", "backlight"),
        ("brightnessctl", "-q", "-c", "backlight", "set", "{}%"),
        re.compile(r",backlight,\d+,(?P<value>\d+)%,"),
    ),
    Way(
        ("ddcutil", "--brief", "getvcp", "10"),
        ("ddcutil", "setvcp", "10", "{}"),
        re.compile(r"VCP 10 C (?P<value>\d+) (?P<most>\d+)"),
    ),
)
"""The light behind a built-in panel; else the controls of a screen at its cable (DDC/CI)."""

DIM = 10
"""The least brightness in per cent: at none nobody finds the way back."""


class Dial:
    """A value in per cent, as a program says it after each change; -1 where none answers."""

    def __init__(self, ways: Sequence[Way], run: Run = ask, *, least: int = 0) -> None:
        self._ways, self._run, self._least = ways, run, least
        self._value: int | None = None
        self._way = ways[0]

    @property
    def value(self) -> int:
        """The value; asked for at first sight."""
        if self._value is None:
            self._value = self._find()
        return self._value

    def step(self, by: int) -> None:
        """Turns it by so many per cent, and asks what came of it."""
        if self.value < 0:
            return
        wanted = max(self._least, min(100, self.value + by))
        most = self._ask()[1]
        said = round(wanted * most / 100) if "%" not in self._way.sets[-1] else wanted
        self._run([word.format(said) for word in self._way.sets])
        self._value = self._ask()[0]

    def _find(self) -> int:
        for way in self._ways:
            self._way = way
            if (found := self._ask()[0]) >= 0:
                return found
        return -1

    def _ask(self) -> tuple[int, float]:
        """The value in per cent, or -1, and the most in the program's own measure."""
        found = self._way.reads.search(self._run(self._way.asks))
        if not found:
            return -1, self._way.most
        most = float(found.groupdict().get("most") or self._way.most)
        return round(float(found["value"]) / most * 100) if most else -1, most
