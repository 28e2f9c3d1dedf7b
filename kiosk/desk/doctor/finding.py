"""The findings of a look at a machine."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

ANSWER_S = 10
"""A program that has not answered by then does not answer."""


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


def run(command: Sequence[str]) -> str:
    """A program's standard output; "" where it is not there, or does not answer."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=ANSWER_S,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace")


@dataclass(frozen=True)
class Probe:
    """A machine looked at: its files under `root`, its programs by `run`, the exhibit's `state`."""

    root: Path
    state: Path
    run: Callable[[Sequence[str]], str] = run
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
        return sorted(Path("/") / path.relative_to(self.root) for path in self._in(folder, pattern))

    def _in(self, folder: str, pattern: str) -> list[Path]:
        try:
            return [*self.at(folder).glob(pattern)]
        except OSError:
            return []

    def exhibit(self) -> dict[str, Any]:
        """The exhibit's own word of how it is; {} where it has left none."""
        try:
            found = json.loads((self.state / "health.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
