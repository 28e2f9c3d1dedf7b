"""The transcript: all that is said, line by line, for tests and for whoever sets a machine up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kiosk.qt.timing import Timekeeper

LACKING = "MISSING"
"""The word that stands for a file that is not there."""


class Transcript:
    """A file with a line for each text: seconds · language · key · text · files or MISSING."""

    def __init__(self, file: Path, timers: Timekeeper) -> None:
        self._file, self._timers = file, timers

    def note(self, language: str, cause: str, text: str, files: Sequence[Path | None]) -> None:
        """Adds a text, what caused it and the files that say it."""
        played = "+".join(str(file) if file else LACKING for file in files) or LACKING
        seconds = f"{self._timers.now_ms() / 1000:.3f}"
        line = " · ".join((seconds, language, cause or "-", text, played))
        with self._file.open("a", encoding="utf-8") as stream:
            stream.write(f"{line}\n")
