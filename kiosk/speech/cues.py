"""Cues: short sounds that say where the keys have gone, before the words do."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from kiosk.machine import folders


class Cue(StrEnum):
    """A short sound, by what it says; none is the only one to say it."""

    STOP = "stop"
    ROUND = "round"  # after the last stop comes the first
    IN = "in"  # a sheet, a card or the map
    OUT = "out"
    DONE = "done"  # something, and nothing opened or closed
    CANNOT = "cannot"  # words alone, which do nothing

    @property
    def file(self) -> Path:
        """The file with the sound."""
        return folders.resources() / "sounds" / f"cue-{self}.wav"
