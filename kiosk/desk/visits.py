"""Visits as counts by the day: nothing in them tells of a person."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.machine.ledger import Ledger, read_only

KEPT_MONTHS = 24
"""Days before that are forgotten."""

MOST_ROWS = 400_000
"""Counts of so many kinds are never made in as many days: more is a fault, and nothing is added."""

ACROSS, DOWN = 12, 8
"""The grid on which touches are counted: coarse enough to tell nothing of a hand."""

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
        self._ledger = Ledger(path, begin=_begin, then="visits are not counted")
        oldest = (today - dt.timedelta(days=KEPT_MONTHS * 365 // 12)).isoformat()
        self._ledger.work(lambda file: file.execute("DELETE FROM counts WHERE day < ?", (oldest,)))

    def add(self, day: dt.date, counts: Counts) -> None:
        """Adds what was counted on a day; it has reached the disk when this returns."""
        rows = [
            (day.isoformat(), what, which, count, counts.seconds[what, which])
            for (what, which), count in counts.numbers.items()
        ]

        def add(file: sqlite3.Connection) -> None:
            (held,) = file.execute("SELECT count(*) FROM counts").fetchone()
            if held > MOST_ROWS:
                raise OSError(0, "too much is counted already")
            file.executemany(_ADD, rows)

        self._ledger.work(add)

    def close(self) -> None:
        """Counts no longer."""
        self._ledger.close()


def read(path: Path) -> Mapping[dt.date, Counts]:
    """The counts of each day in a file, none where there is none; raises sqlite3.Error."""
    if not path.exists():
        return {}
    found: dict[dt.date, Counts] = {}
    with closing(read_only(path)) as file:
        rows = file.execute("SELECT day, what, which, count, seconds FROM counts ORDER BY day")
        for day, what, which, count, seconds in rows:
            counts = found.setdefault(dt.date.fromisoformat(day), Counts())
            counts.numbers[what, which] += count
            counts.seconds[what, which] += seconds
    return found


def _begin(file: sqlite3.Connection) -> None:
    file.execute(_TABLE)
    file.execute("SELECT day, what, which, count, seconds FROM counts LIMIT 1")
