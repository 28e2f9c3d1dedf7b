"""Choices of visitors, kept on disk as counts alone."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.machine.ledger import Ledger, Unsound, free_name, keep_aside, read_only

Counts = dict[str, dict[str, int]]

MOST = 2**53
"""No count is larger."""

_TABLE = """
CREATE TABLE choices (
    decision TEXT NOT NULL,
    choice TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (decision, choice)
) STRICT
"""


class Tally:
    """The counts of one exhibit, in a file that only this process writes.

    What was counted before the file existed is taken over from the older `former`, once. A
    damaged file is kept aside under another name, and counting begins anew. Where the disk takes
    nothing, the counts are kept until the process ends; the log says so.
    """

    def __init__(self, path: Path, former: Path | None = None) -> None:
        self._former = former
        self._counts: Counts = {}
        self._ledger = Ledger(
            path, begin=self._begin, check=_check, then="choices are counted in memory"
        )
        self._ledger.work(self._load)

    @property
    def counts(self) -> Counts:
        """The number of times that each choice was made."""
        return self._counts

    def write(self, counts: Counts) -> None:
        """All counts in one transaction; it has reached the disk when this returns."""
        self._counts = counts
        rows = _rows(counts)
        self._ledger.work(
            lambda file: file.executemany("INSERT OR REPLACE INTO choices VALUES (?, ?, ?)", rows)
        )

    def close(self) -> None:
        """Writes no longer."""
        self._ledger.close()

    def _load(self, file: sqlite3.Connection) -> None:
        self._counts = _read(file)

    def _begin(self, file: sqlite3.Connection) -> None:
        """The table with what was counted before it, in one transaction."""
        if not _is_new(file):
            return
        former = self._take_over()
        with file:
            file.execute("BEGIN")
            file.execute(_TABLE)
            file.executemany("INSERT INTO choices VALUES (?, ?, ?)", _rows(former))
        if self._former and self._former.exists():
            self._former.replace(free_name(self._former, "taken"))

    def _take_over(self) -> Counts:
        if self._former is None:
            return {}
        try:
            return _sound(json.loads(self._former.read_text("utf-8")))
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError, Unsound) as error:
            keep_aside(self._former, error)
            return {}


def counted(path: Path) -> Counts:
    """The counts in a file, read only; none where there is none. Raises sqlite3.Error."""
    if not path.exists():
        return {}
    with closing(read_only(path)) as file:
        return _read(file)


def _is_new(file: sqlite3.Connection) -> bool:
    return bool(file.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,))


def _check(file: sqlite3.Connection) -> None:
    if not _is_new(file):
        _read(file)


def _rows(counts: Counts) -> list[tuple[str, str, int]]:
    return [(a, b, count) for a, found in counts.items() for b, count in found.items()]


def _read(file: sqlite3.Connection) -> Counts:
    """The counts; raises Unsound where the file holds something else."""
    columns = [name for _, name, *_ in file.execute("PRAGMA table_info(choices)")]
    if columns != ["decision", "choice", "count"]:
        raise Unsound("it holds no table of choices")
    found: dict[object, dict[object, object]] = {}
    for decision, choice, count in file.execute("SELECT * FROM choices"):
        found.setdefault(decision, {})[choice] = count
    return _sound(found)


def _sound(found: object) -> Counts:
    """The rows found, if they are counts; raises Unsound."""
    if not isinstance(found, dict):
        raise Unsound("it holds no counts by decision")
    for decision, counts in found.items():
        if not isinstance(decision, str) or not isinstance(counts, dict):
            raise Unsound(f"{decision}: no counts by choice")
        for choice, count in counts.items():
            if not isinstance(choice, str) or type(count) is not int or not 0 <= count <= MOST:
                raise Unsound(f"{decision}, {choice}: {count!r:.40} is no count")
    return found
