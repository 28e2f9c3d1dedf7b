"""Choices of visitors, kept on disk as counts alone."""

from __future__ import annotations

import json
import logging
import sqlite3
from pathlib import Path

from kiosk.machine import whole

log = logging.getLogger(__name__)

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


class Unsound(Exception):
    """The reason that what a file holds are no counts."""


class Tally:
    """The counts of one exhibit, in a file that only this process writes.

    What was counted before the file existed is taken over from the older `former`, once. A
    damaged file is kept aside under another name, and counting begins anew. Where the disk takes
    nothing, the counts are kept until the process ends; the log says so.
    """

    def __init__(self, path: Path, former: Path | None = None) -> None:
        self._path, self._former = path, former
        self._told = False
        self._counts: Counts = {}
        self._file: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._sound_file()
            self._counts = _read(self._file)
        except (OSError, sqlite3.Error) as error:
            self._tell(error)

    @property
    def counts(self) -> Counts:
        """The number of times that each choice was made."""
        return self._counts

    def write(self, counts: Counts) -> None:
        """All counts in one transaction; it has reached the disk when this returns."""
        self._counts = counts
        rows = [(a, b, count) for a, found in counts.items() for b, count in found.items()]
        try:
            if self._file is None:
                self._file = self._sound_file()
            with self._file:
                self._file.executemany("INSERT OR REPLACE INTO choices VALUES (?, ?, ?)", rows)
        except (OSError, sqlite3.Error) as error:
            self._tell(error)
        else:
            self._told = False

    def close(self) -> None:
        """Writes no longer."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _sound_file(self) -> sqlite3.Connection:
        """The open file; one that is damaged has made room for it."""
        try:
            return self._opened()
        except sqlite3.OperationalError:  # the disk's fault, not the file's
            raise
        except (sqlite3.DatabaseError, Unsound) as error:
            keep_aside(self._path, error)
        return self._opened()

    def _opened(self) -> sqlite3.Connection:
        file = sqlite3.connect(self._path)
        try:
            (answer,) = file.execute("PRAGMA quick_check(1)").fetchone()
            if answer != "ok":
                raise Unsound(answer)
            new = file.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
            if not new:
                _read(file)  # before anything in it is changed
            file.execute("PRAGMA journal_mode = WAL")
            file.execute("PRAGMA synchronous = FULL")  # with NORMAL a pulled plug lost the table
            if new:
                self._begin(file)
        except BaseException:
            file.close()
            raise
        return file

    def _begin(self, file: sqlite3.Connection) -> None:
        """The table with what was counted before it, in one transaction."""
        former = self._take_over()
        rows = [(a, b, count) for a, found in former.items() for b, count in found.items()]
        with file:
            file.execute("BEGIN")
            file.execute(_TABLE)
            file.executemany("INSERT INTO choices VALUES (?, ?, ?)", rows)
        if self._former and self._former.exists():
            self._former.replace(_free(self._former, "taken"))

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

    def _tell(self, error: Exception) -> None:
        """Warns of a failure, once until it goes well again."""
        if not self._told:
            log.warning("%s: %s; choices are counted in memory", self._path, whole.reason(error))
        self._told = True


def counted(path: Path) -> Counts:
    """The counts in a file, read only; none where there is none. Raises sqlite3.Error."""
    if not path.exists():
        return {}
    file = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return _read(file)
    except Unsound as error:
        raise sqlite3.DatabaseError(str(error)) from None
    finally:
        file.close()


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


def keep_aside(path: Path, error: Exception) -> None:
    """Renames a damaged file, and what SQLite keeps beside it; nothing is overwritten."""
    aside = _free(path, "damaged")
    path.replace(aside)
    for end in ("-wal", "-shm"):
        beside = path.with_name(path.name + end)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + end))
    log.warning("%s: %s; it is kept as %s, counting begins anew", path, error, aside.name)


def _free(path: Path, why: str) -> Path:
    """A name beside the path that no file has."""
    number = 1
    while (free := path.with_name(f"{path.name}.{why}-{number}")).exists():
        number += 1
    return free
