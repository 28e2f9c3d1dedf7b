"""Visits as counts by the day: nothing in them tells of a person."""

from __future__ import annotations

import datetime as dt
import logging
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.desk.tally import keep_aside
from kiosk.machine import whole

log = logging.getLogger(__name__)

KEPT_MONTHS = 24
"""Days before that are forgotten."""

MOST_ROWS = 400_000
"""Counts of so many kinds are never made in as many days: more is a fault, and nothing is added."""

_TABLE = """
CREATE TABLE IF NOT EXISTS counts (
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    which TEXT NOT NULL,
    count INTEGER NOT NULL,
    seconds REAL NOT NULL,
    PRIMARY KEY (day, what, which)
) STRICT
"""
_ADD = """
INSERT INTO counts VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
count = count + excluded.count, seconds = seconds + excluded.seconds
"""

Key = tuple[str, str]
"""A thing that is counted and which of it, such as ("language", "zh")."""


@dataclass
class Counts:
    """Numbers, and the seconds that belong to them, by key."""

    numbers: Counter[Key] = field(default_factory=Counter)
    seconds: Counter[Key] = field(default_factory=Counter)

    def add(self, what: str, which: str = "", seconds: float = 0) -> None:
        """Counts one."""
        self.numbers[what, which] += 1
        self.seconds[what, which] += seconds  # type: ignore[assignment]

    def of(self, what: str) -> dict[str, int]:
        """The numbers of a thing, by which."""
        return {which: count for (one, which), count in self.numbers.items() if one == what}


class Visits:
    """The counts of one exhibit in a file; each visit is one transaction that reaches the disk.

    A damaged file is kept aside under another name. Where the disk takes nothing, a visit is not
    counted; the log says so once.
    """

    def __init__(self, path: Path, today: dt.date) -> None:
        self._path, self._told = path, False
        self._file: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._opened()
            oldest = today - dt.timedelta(days=KEPT_MONTHS * 365 // 12)
            with self._file:
                self._file.execute("DELETE FROM counts WHERE day < ?", (oldest.isoformat(),))
        except (OSError, sqlite3.Error) as error:
            self._tell(error)

    def add(self, day: dt.date, counts: Counts) -> None:
        """Adds what was counted on a day; it has reached the disk when this returns."""
        rows = [
            (day.isoformat(), what, which, count, counts.seconds[what, which])
            for (what, which), count in counts.numbers.items()
        ]
        try:
            if self._file is None:
                self._file = self._opened()
            (held,) = self._file.execute("SELECT count(*) FROM counts").fetchone()
            if held > MOST_ROWS:
                raise OSError(0, "too much is counted already")
            with self._file:
                self._file.executemany(_ADD, rows)
        except (OSError, sqlite3.Error) as error:
            self._tell(error)
        else:
            self._told = False

    def close(self) -> None:
        """Counts no longer."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _opened(self) -> sqlite3.Connection:
        try:
            return _sound(self._path)
        except sqlite3.OperationalError:  # the disk's fault, not the file's
            raise
        except sqlite3.DatabaseError as error:
            keep_aside(self._path, error)
        return _sound(self._path)

    def _tell(self, error: Exception) -> None:
        if not self._told:
            log.warning("%s: %s; visits are not counted", self._path, whole.reason(error))
        self._told = True


def read(path: Path) -> Mapping[dt.date, Counts]:
    """The counts of each day in a file, none where there is none; raises sqlite3.Error."""
    if not path.exists():
        return {}
    file = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    found: dict[dt.date, Counts] = {}
    try:
        rows = file.execute("SELECT day, what, which, count, seconds FROM counts ORDER BY day")
        for day, what, which, count, seconds in rows:
            counts = found.setdefault(dt.date.fromisoformat(day), Counts())
            counts.numbers[what, which] += count
            counts.seconds[what, which] += seconds
    finally:
        file.close()
    return found


def _sound(path: Path) -> sqlite3.Connection:
    file = sqlite3.connect(path)
    try:
        (answer,) = file.execute("PRAGMA quick_check(1)").fetchone()
        if answer != "ok":
            raise sqlite3.DatabaseError(answer)
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("PRAGMA synchronous = FULL")  # with NORMAL a pulled plug lost the table
        file.execute(_TABLE)
        file.execute("SELECT day, what, which, count, seconds FROM counts LIMIT 1")
    except BaseException:
        file.close()
        raise
    return file
