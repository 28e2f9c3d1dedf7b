"""Rows of cells, each with its name as a spreadsheet shows it, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.exhibit.reading.problem import visible

MAX_ROWS = 10_000
"""The rows of a table; an exhibit has no more entries than that."""
MAX_COLUMNS = 200
MAX_BYTES = 16_000_000
"""The most of a file, and what a workbook may take once it is unpacked."""
MAX_ALIKE, MAX_FAULTS = 3, 100
"""The faults that are told of one cause, and in all."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of a table: `at` is its cell, as "units.xlsx:Stations!C7"."""

    at: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return visible(f"{self.at}: {self.message}{f' ({self.hint})' if self.hint else ''}")


class NotTaken(Exception):
    """A table, of which nothing is taken; carries every fault."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """A line for each fault; of very many the first, and how many more there are."""
        alike: dict[tuple[str, str], list[Fault]] = {}
        for fault in dict.fromkeys(self.faults):
            alike.setdefault((fault.message, fault.hint), []).append(fault)
        told = [line for faults in alike.values() for line in _first(faults)]
        more = len(told) - MAX_FAULTS
        return [*told[:MAX_FAULTS], f"and {more} lines more"] if more > 0 else told


def _first(faults: Sequence[Fault]) -> list[str]:
    """The first of faults with one cause, the last of which says how many more there are."""
    told = [str(fault) for fault in faults[:MAX_ALIKE]]
    more = len(faults) - len(told)
    return [*told[:-1], f"{told[-1]}, and {more} more like this"] if more else told


def refused(at: str, message: str, hint: str = "") -> NotTaken:
    """The exception of one fault."""
    return NotTaken([Fault(at, message, hint)])


def read_bytes(path: Path, hint: str) -> bytes:
    """The bytes of a file. Raises NotTaken with the hint if they are too many."""
    if path.stat().st_size > MAX_BYTES:
        raise refused(path.name, f"is larger than {MAX_BYTES // 1_000_000} MB", hint)
    return path.read_bytes()


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one cell, "" where it is empty, and its name."""

    text: str
    at: str


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """A table as it was read: of a workbook one sheet; `name` is the sheet's, or the file's."""

    file: str
    name: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """A line for all of its file that it leaves out."""

    def __post_init__(self) -> None:
        if len(self.rows) > MAX_ROWS:
            at = self.rows[MAX_ROWS][0].at if self.rows[MAX_ROWS] else self.file
            raise refused(at, f"is row {MAX_ROWS + 1:,} of the table", f"the most is {MAX_ROWS:,}")


def grid(file: str, name: str, texts: Iterable[Sequence[str]], sheet: str = "") -> Grid:
    """A table of texts, row by row, that begins at A1; `sheet` stands before the cells' names."""
    within = f"{file}:{sheet}!" if sheet else f"{file}:"
    rows = []
    for number, row in enumerate(texts, 1):
        named = enumerate(row[:MAX_COLUMNS])
        rows.append(tuple(Cell(text, f"{within}{letters(at)}{number}") for at, text in named))
        if number > MAX_ROWS:
            break
    return Grid(file, name, tuple(rows))


def letters(column: int) -> str:
    """The letters of a column, counted from 0: A, B … Z, AA."""
    said = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        said = chr(ord("A") + rest) + said
    return said
