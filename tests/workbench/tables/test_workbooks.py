"""Workbooks as people keep them: merged headings, days of the calendar, formulas, sheets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from kiosk.exhibit.reader import read_exhibit
from kiosk.workbench.tables import grid, workbooks
from kiosk.workbench.tables.importing import told
from kiosk.workbench.tables.workbooks import text_of
from tests.workbench.tables.made import NOON, book, faults, ford, written

UNITS: list[list[Any]] = [
    ["Order of battle", None, None, None],
    [],
    ["Unit", "Side", "Size", "Source"],
    ["South Guard", "South force", "regiment", "umpires"],
    ["North Pickets", "North force", "II", "umpires"],
]
MOVES: list[list[Any]] = [
    ["Unit", "Arrival", "Position", None, "Doing", "Source"],
    [None, None, "Longitude", "Latitude", None, None],
    ["South Guard", NOON, 0.21, 0.03, "waiting", "umpires"],
    [None, dt.datetime(1931, 6, 16, 4), 0.12, 0.16, "attack", "umpires"],
    [],
    ["North Pickets", "15.6.1931 14:00", 0.234, 0.143, "defending", "umpires"],
]


def test_units_with_their_stations_are_taken(tmp_path: Path) -> None:
    folder = ford(tmp_path)
    path = book(tmp_path, {"Order of battle": UNITS, "Moves": MOVES, "Costs": [["Fruit"], [2]]})
    done = written(path, folder)
    assert read_exhibit(folder, thorough=True).problems == ()
    exhibit = read_exhibit(folder).exhibit
    assert exhibit is not None
    units = {unit.id: unit for unit in exhibit.formations}
    guard, pickets = units["south-guard"], units["north-pickets"]
    assert (guard.side, guard.echelon, pickets.echelon) == ("south", "regiment", "battalion")
    assert [(one.starts, one.at, one.state) for one in guard.track] == [
        (NOON, (0.21, 0.03), "waiting"),
        (dt.datetime(1931, 6, 16, 4), (0.12, 0.16), "attacking"),
    ]
    assert [one.starts.hour for one in pickets.track] == [14]
    assert "  rows without a unit, taken for the one above: 1" in told(done)


def test_headings_and_units_may_be_merged(tmp_path: Path) -> None:
    folder = ford(tmp_path)
    path = book(tmp_path, {"Units": UNITS, "Moves": MOVES}, merged="A1:D1")
    written(path, folder)
    assert "south-guard" in (folder / "forces.yaml").read_text("utf-8")


def test_a_cell_that_is_merged_downwards_stands_in_each_row(tmp_path: Path) -> None:
    folder = ford(tmp_path)
    rows = [[*row] for row in UNITS[2:]]
    rows[2][1], rows[2][0] = None, "South Pickets"
    written(book(tmp_path, {"Units": rows}, merged="B2:B3"), folder)
    exhibit = read_exhibit(folder).exhibit
    assert exhibit is not None
    assert {unit.id: unit.side for unit in exhibit.formations}["south-pickets"] == "south"


def test_a_formula_without_its_value_is_told(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Name", "Lon", "Lat"],
        ["Eastwood", "=A1+1", 0.1],
        ["#REF!", 0.1, "=1/0"],
    ]
    assert faults(book(tmp_path, {"Places": rows}), ford(tmp_path)) == [
        'book.xlsx:Places!B2: holds the formula "=A1+1" without its value'
        " (save the workbook in a spreadsheet, or write the value)",
        "book.xlsx:Places!A3: holds the error #REF! (mend its formula, or write the value)",
        'book.xlsx:Places!C3: holds the formula "=1/0" without its value'
        " (save the workbook in a spreadsheet, or write the value)",
    ]


def test_a_sheet_of_too_many_rows_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (grid, workbooks):
        monkeypatch.setattr(module, "MAX_ROWS", 20)
    path = book(tmp_path, {"Places": [["Name"]] * 30})
    said = ["book.xlsx:Places!A21: is row 21 of the table (the most is 20)"]
    assert faults(path, ford(tmp_path)) == said


def test_a_workbook_that_unpacks_to_very_much_is_not_opened(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "bomb.xlsx", "w", ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 17_000_000)
    said = faults(tmp_path / "bomb.xlsx", ford(tmp_path))
    assert said == [
        "bomb.xlsx: holds more than 16 MB of cells (split it, or save the table as CSV)"
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "a.xlsx",
            "a.xlsx: is no .xlsx workbook (save it as .xlsx, without a password, or as CSV)",
        ),
        ("a.ods", "a.ods: is no kind of table that is known by its ending"),
    ],
)
def test_what_is_no_workbook_is_told(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / name).write_text("no", "utf-8")
    assert faults(tmp_path / name, ford(tmp_path))[0].startswith(said)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (3, "3"),
        (0.1 + 0.2, "0.3"),
        (True, "yes"),
        (NOON, "1931-06-15 12:00"),
        (dt.datetime(1931, 6, 15), "1931-06-15"),
        (dt.time(9, 30), "09:30"),
        (" a_x000D_ ", "a"),
    ],
)
def test_values_are_texts_as_a_hand_writes_them(value: object, text: str) -> None:
    assert text_of(value) == text
