"""A problem in the content, said so that the one who wrote it can mend it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
Steps = tuple[str | int, ...]
"""The way from the top of the content to a value: keys and, in lists, indices from 0."""

MAX_SAME = 3
"""The most warnings of the same that are told one by one."""

FEW = 4
"""The most right spellings that are told all."""

NAMED = 5
"""The others that are named where only the first is told."""

_MANY = 300
_LONGEST = 80


class Spot(NamedTuple):
    """A character of a content file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault, where it is, and what was expected; `file` is relative to the content folder."""

    file: str
    line: int
    column: int
    where: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    @property
    def place(self) -> str:
        """The way to the value without the names of entries: alike for all of a list."""
        return re.sub(r"\[[^]]*\]", "[]", self.where)

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        hint = f" ({self.hint})" if self.hint else ""
        kind = "warning: " if self.severity == "warning" else ""
        return f"{self.file}:{self.line}:{self.column}: {kind}{where}{self.message}{hint}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of the value at `steps`; stands where that value is written unless `spot` says.

    Of many findings with one `cause` the author is told the first few and how many more there are.
    """

    steps: Steps
    message: str
    hint: str = ""
    severity: Severity = "error"
    spot: Spot | None = None
    cause: str = ""


def gathered(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, one for many that one act mends.

    Of warnings that say the same of entries of a file, or of files of a folder, the first is told,
    with how many others there are and the names of some.
    """
    same: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        home = problem.file if problem.where else posixpath.dirname(problem.file)
        key = (problem.severity, home, problem.place, problem.message, problem.hint)
        same.setdefault(key, []).append(problem)
    return [
        one
        for found in same.values()
        for one in (
            [_for_all(found)] if len(found) > MAX_SAME and found[0].severity == "warning" else found
        )
    ]


def _for_all(problems: list[Problem]) -> Problem:
    first, *others = sorted(problems, key=lambda one: (one.file, one.line, one.column))
    names = [(re.findall(r"\[([^]]*)\]", one.where) or [one.file])[-1] for one in others]
    more = f"{', '.join(names[:NAMED])}{', …' if len(names) > NAMED else ''}"
    return replace(first, message=f"{first.message}; the same of {len(others)} more: {more}")


class Refused(Exception):
    """A file that is not read further; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def problem_at(
    spot: Spot, where: str, message: str, hint: str = "", severity: Severity = "error"
) -> Problem:
    """A problem that stands at `spot`."""
    where, message, hint = map(visible, (where, message, hint))
    return Problem(spot.file, spot.line, spot.column, where, message, hint, severity)


def visible(text: str) -> str:
    """`text` with what cannot be seen, or turns the line about, written as its code."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def quoted(text: str, limit: int = 60) -> str:
    """`text` in quotes, on one line and shortened to `limit` characters."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= limit else f'"{line[: limit - 1]}…"'


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question that offers the nearest right spelling of `word`, or "" if none is near."""
    near = nearest(word, known)
    return f'did you mean "{near}"?' if near else ""


def few(known: Iterable[str]) -> str:
    """The right spellings, if they are so few that all can be told; "" for none or many."""
    words = [*known]
    return (
        f"there {'are' if len(words) > 1 else 'is'} {', '.join(words)}"
        if 0 < len(words) <= FEW
        else ""
    )


def nearest(word: str, known: Iterable[str]) -> str:
    """The right spelling that is nearest to `word`, or "" if none is near."""
    return _nearest(word[:_LONGEST], frozenset(known))


@lru_cache(maxsize=1024)
def _nearest(word: str, known: frozenset[str]) -> str:
    """The nearest of `known`; of many, only those that are one slip of the hand away."""
    if len(known) > _MANY:
        slips = _slips(known)
        near = {right for cut in _cuts(word) for right in slips.get(cut, ())}
    else:
        near = {right for right in known if len(right) <= _LONGEST}
    import difflib

    others = sorted(near - {word})
    turned = [right for right in others if sorted(right) == sorted(word)]
    best = turned or difflib.get_close_matches(word, others, n=1, cutoff=0.6)
    return best[0] if best else ""


@lru_cache(maxsize=8)
def _slips(known: frozenset[str]) -> dict[str, list[str]]:
    """The words of `known` by what is left of them with a character lost."""
    slips: dict[str, list[str]] = {}
    for right in known:
        if len(right) <= _LONGEST:
            for cut in _cuts(right):
                slips.setdefault(cut, []).append(right)
    return slips


def _cuts(word: str) -> set[str]:
    """The word, and the word less each of its characters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
