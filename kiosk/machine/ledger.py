"""Counts in an SQLite file of this process alone: sound when opened, on the disk when written."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path

from kiosk.machine import whole

log = logging.getLogger(__name__)


class Unsound(sqlite3.DatabaseError):
    """The reason that what a file holds are no counts."""


class Ledger:
    """The file, opened when it is first needed.

    `check` may find it unsound before anything in it is changed; `begin` makes its tables where
    there are none. A damaged or unsound file is kept aside under another name, and counting begins
    anew. Where the disk takes nothing the log says so, once until it goes well again, and `then`.
    """

    def __init__(
        self,
        path: Path,
        *,
        begin: Callable[[sqlite3.Connection], object],
        check: Callable[[sqlite3.Connection], object] = lambda file: None,
        then: str,
    ) -> None:
        self._path, self._begin, self._check, self._then = path, begin, check, then
        self._told = False
        self._file: sqlite3.Connection | None = None

    def work(self, act: Callable[[sqlite3.Connection], object]) -> None:
        """Does something in one transaction; it has reached the disk when this returns."""
        try:
            if self._file is None:
                self._file = self._sound()
            with self._file:
                act(self._file)
        except (OSError, sqlite3.Error) as error:
            if not self._told:
                log.warning("%s: %s; %s", self._path, whole.reason(error), self._then)
            self._told = True
        else:
            self._told = False

    def close(self) -> None:
        """Writes no longer."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _sound(self) -> sqlite3.Connection:
        """The open file; one that is damaged has made room for it."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return self._opened()
        except sqlite3.OperationalError:  # the disk's fault, not the file's
            raise
        except sqlite3.DatabaseError as error:
            keep_aside(self._path, error)
        return self._opened()

    def _opened(self) -> sqlite3.Connection:
        file = sqlite3.connect(self._path)
        try:
            (answer,) = file.execute("PRAGMA quick_check(1)").fetchone()
            if answer != "ok":
                raise Unsound(answer)
            self._check(file)
            file.execute("PRAGMA journal_mode = WAL")
            file.execute("PRAGMA synchronous = FULL")  # with NORMAL a pulled plug lost the table
            self._begin(file)
        except BaseException:
            file.close()
            raise
        return file


def read_only(path: Path) -> sqlite3.Connection:
    """A file open to be read alone; the caller closes it. Raises sqlite3.Error."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def keep_aside(path: Path, error: Exception) -> None:
    """Renames a damaged file, and what SQLite keeps beside it; nothing is overwritten."""
    aside = free_name(path, "damaged")
    path.replace(aside)
    for end in ("-wal", "-shm"):
        beside = path.with_name(path.name + end)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + end))
    log.warning("%s: %s; it is kept as %s, counting begins anew", path, error, aside.name)


def free_name(path: Path, why: str) -> Path:
    """A name beside the path that no file has."""
    number = 1
    while (free := path.with_name(f"{path.name}.{why}-{number}")).exists():
        number += 1
    return free
