"""Workbooks of a spreadsheet (.xlsx): each visible sheet is a table."""

from __future__ import annotations

import datetime as dt
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from kiosk.exhibit.reading.problem import quoted
from kiosk.workbench.tables.grid import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    Fault,
    Grid,
    NotTaken,
    grid,
    refused,
)


def read(path: Path) -> list[Grid]:
    """The tables of a workbook, with the values that its formulas had. Raises NotTaken.

    A cell that was merged downwards stands in each of its rows.
    """
    _weigh(path)
    try:
        with warnings.catch_warnings(action="ignore"):  # of what is drawn and checked in the sheets
            written, worth = (load_workbook(path, data_only=data) for data in (False, True))
    except (InvalidFileException, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        raise refused(path.name, "cannot be read as a workbook", _short(error)) from None
    faults: list[Fault] = []
    grids = []
    for sheet in written.worksheets:
        if sheet.sheet_state == "visible" and sheet.max_row:
            texts = list(_rows(sheet, worth[sheet.title], path.name, faults))
            grids.append(grid(path.name, sheet.title, texts, sheet.title))
    if faults:
        raise NotTaken(faults)
    return [one for one in grids if any(cell.text for row in one.rows for cell in row)]


def _weigh(path: Path) -> None:
    """Raises NotTaken for what is no workbook, or too much of one."""
    try:
        with zipfile.ZipFile(path) as packed:
            size = sum(
                part.file_size for part in packed.infolist() if part.filename.endswith("xml")
            )
    except zipfile.BadZipFile:
        hint = "save it as .xlsx, without a password, or as CSV"
        raise refused(path.name, "is no .xlsx workbook", hint) from None
    if size > MAX_BYTES:
        hint = "split it, or save the table as CSV"
        raise refused(path.name, f"holds more than {MAX_BYTES // 1_000_000} MB of cells", hint)


def _short(error: Exception) -> str:
    return quoted(str(error) or type(error).__name__)


def _rows(sheet: Any, worth: Any, file: str, faults: list[Fault]) -> Iterator[list[str]]:
    """The texts of a sheet, row by row; what can't be a text is added to the faults."""
    above = dict(_merged(sheet))
    limits = {"max_row": min(sheet.max_row, MAX_ROWS + 1), "max_col": MAX_COLUMNS}
    limits["max_col"] = min(sheet.max_column, MAX_COLUMNS)
    for row in sheet.iter_rows(**limits):
        texts = []
        for cell in row:
            source = above.get(cell.coordinate, cell.coordinate)
            value = worth[source].value
            fault = _fault(sheet[source], value)
            if fault and source == cell.coordinate:
                faults.append(Fault(f"{file}:{sheet.title}!{source}", *fault))
            texts.append("" if fault else text_of(value))
        yield texts


def _merged(sheet: Any) -> Iterator[tuple[str, str]]:
    """Each cell below the first of a merged block, in its first column, and that first cell."""
    for block in sheet.merged_cells.ranges:
        first, *below = [row[0] for row in sheet[block.coord]]
        yield from ((cell.coordinate, first.coordinate) for cell in below)


def _fault(cell: Any, value: Any) -> tuple[str, str] | None:
    if cell.data_type == "f" and value is None:
        hint = "save the workbook in a spreadsheet, or write the value"
        return f"holds the formula {quoted(str(cell.value))} without its value", hint
    if isinstance(value, str) and value.startswith("#") and cell.data_type in "ef":
        return f"holds the error {value}", "mend its formula, or write the value"
    return None


def text_of(value: Any) -> str:
    """The text of a cell's value as a hand would write it; days and hours as moments are."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "minutes").removesuffix(" 00:00")
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return str(value).replace("_x000D_", "").strip()
