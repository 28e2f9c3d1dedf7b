"""A problem in the content, said so that the one who wrote it can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Severity = Literal["error", "warning"]
Steps = tuple[str | int, ...]
"""The way from the top of the content to a value: keys and, in lists, indices from 0."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A character of a content file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and what was expected; `file` is relative to the content folder."""

    file: str
    line: int
    column: int
    where: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        hint = f" ({self.hint})" if self.hint else ""
        kind = "warning: " if self.severity == "warning" else ""
        return f"{self.file}:{self.line}:{self.column}: {kind}{where}{self.message}{hint}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of the value at `steps`; stands where that value is written unless `spot` says."""

    steps: Steps
    message: str
    hint: str = ""
    severity: Severity = "error"
    spot: Spot | None = None


def problem_at(
    spot: Spot, where: str, message: str, hint: str = "", severity: Severity = "error"
) -> Problem:
    """A problem that stands at `spot`."""
    return Problem(spot.file, spot.line, spot.column, where, message, hint, severity)


def quoted(text: str, limit: int = 60) -> str:
    """`text` in quotes, on one line and shortened to `limit` characters."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= limit else f'"{line[: limit - 1]}…"'


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question that offers the nearest right spelling of `word`, or "" if none is near."""
    return _question(word[:80], tuple(sorted({*known} - {word})))


@lru_cache(maxsize=256)
def _question(word: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""
