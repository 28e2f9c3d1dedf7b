"""Tables as people keep them, and the content that they are taken into."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from openpyxl import Workbook

from kiosk.workbench.new import make
from kiosk.workbench.tables.grid import NotTaken
from kiosk.workbench.tables.importing import Import, understand
from kiosk.workbench.tables.moments import Order

HEAD = "Name,Longitude,Latitude,Kind,Sources\n"
EASTWOOD = "Eastwood,0.36,0.075,village,umpires\n"


def ford(folder: Path, *languages: str) -> Path:
    """An exhibit to take tables into: what `kiosk new` writes."""
    for file, content in _example(languages or ("en",)).items():
        path = folder / "ford" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "ford"


@cache
def _example(languages: tuple[str, ...]) -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        made = Path(folder, "ford")
        make(made, languages)
        return {
            path.relative_to(made).as_posix(): path.read_bytes()
            for path in made.rglob("*")
            if path.is_file() and path.name != "schema.json"
        }


def table(folder: Path, text: str, name: str = "places.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding)
    return path


def book(folder: Path, sheets: dict[str, list[list[Any]]], merged: str = "") -> Path:
    """A workbook of these sheets; `merged` is a block of the first."""
    workbook = Workbook()
    workbook.remove(workbook.active)  # type: ignore[arg-type]
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if merged:
        workbook.worksheets[0].merge_cells(merged)
    workbook.save(folder / "book.xlsx")
    return folder / "book.xlsx"


def written(path: Path, folder: Path, order: Order | None = None) -> Import:
    done = understand(path, folder, order=order)
    done.write()
    return done


def faults(path: Path, folder: Path, order: Order | None = None) -> list[str]:
    """What is said of a table that is not taken, of which nothing is written."""
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    with pytest.raises(NotTaken) as error:
        understand(path, folder, order=order)
    assert before == {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    return error.value.lines()


NOON = dt.datetime(1931, 6, 15, 12)
