"""Comma-separated tables: with commas, semicolons or tabs, with and without a byte order mark."""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from itertools import islice
from pathlib import Path

from kiosk.workbench.tables.grid import MAX_ROWS, Grid, grid, read_bytes, refused

DELIMITERS = ",;\t|"
_LOOKED_AT = 30


def read(path: Path) -> list[Grid]:
    """The one table of a file. Raises NotTaken."""
    text = _text(path)
    lines = text.splitlines(keepends=True)
    chosen = _stated(lines)
    begin = 1 if chosen else 0
    reader = csv.reader(lines[begin:], delimiter=chosen or _delimiter(lines))
    try:
        empty: list[list[str]] = [[]] * begin
        rows = empty + list(islice(reader, MAX_ROWS + 1))
    except csv.Error as error:
        at = f"{path.name}:A{reader.line_num + begin}"
        raise refused(at, f"cannot be read: {error}") from None
    return [grid(path.name, path.stem, rows)]


def _text(path: Path) -> str:
    data = read_bytes(path, "split the table")
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig").replace("\0", "")
    except UnicodeDecodeError as error:
        at = f"{path.name}:A{data[: error.start].count(10) + 1}"
        raise refused(at, "is not UTF-8 text", 'save the table as "CSV UTF-8"') from None


def _stated(lines: list[str]) -> str:
    """The delimiter that a spreadsheet wrote into the first line, sep=; and nothing else."""
    first = lines[0].strip().lower() if lines else ""
    return first[4:] if first.startswith("sep=") and first[4:] in {*DELIMITERS} else ""


def _delimiter(lines: list[str]) -> str:
    """The delimiter that cuts most rows into as many cells, more than one."""

    def alike(delimiter: str) -> tuple[int, int]:
        rows = csv.reader(lines[:_LOOKED_AT], delimiter=delimiter)
        counts = Counter(len(row) for row in rows if len(row) > 1)
        return max(((rows, cells) for cells, rows in counts.items()), default=(0, 0))

    return max(DELIMITERS, key=alike)
