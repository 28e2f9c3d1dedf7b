"""The findings of a look at a machine."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.machine.program import Run, answer

ANSWER_S = 10
"""A program that has not answered by then does not answer."""

ask = partial(answer, within_s=ANSWER_S)


class State(StrEnum):
    """The state of a thing: `UNKNOWN` where nobody here could look."""

    GOOD = "good"
    UNKNOWN = "unknown"
    DOUBT = "doubt"
    BAD = "bad"


@dataclass(frozen=True)
class Finding:
    """A topic, its state, what was found in a line, and what to do; with a `value` in a `unit`."""

    topic: str
    state: State
    said: str
    advice: str = ""
    value: float | None = None
    unit: str = ""


def good(topic: str, said: str, value: float | None = None, unit: str = "") -> Finding:
    """A thing that is as it should be."""
    return Finding(topic, State.GOOD, said, "", value, unit)


@dataclass(frozen=True)
class Probe:
    """A machine looked at: its files under `root`, its programs by `run`, the exhibit's `state`."""

    root: Path
    state: Path
    run: Run = ask
    now: float = 0.0

    def text(self, path: str | Path) -> str:
        """The text of a file, without blanks at its ends; "" where it can't be read."""
        try:
            return self.at(path).read_text("utf-8", errors="replace").strip()
        except OSError:
            return ""

    def number(self, path: str | Path) -> float | None:
        """The number that a file holds."""
        try:
            return float(self.text(path))
        except ValueError:
            return None

    def at(self, path: str | Path) -> Path:
        """The place of a path such as /proc/mounts."""
        return self.root / str(path).lstrip("/") if Path(path).is_absolute() else Path(path)

    def each(self, folder: str, pattern: str) -> list[Path]:
        """The paths in a folder that fit a pattern."""
        try:
            found = [*self.at(folder).glob(pattern)]
        except OSError:
            return []
        return sorted(Path("/") / path.relative_to(self.root) for path in found)

    def exhibit(self) -> dict[str, Any]:
        """The exhibit's own word of how it is; {} where it has left none."""
        try:
            found = json.loads((self.state / "health.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
