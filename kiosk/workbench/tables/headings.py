"""The headings of a table: which of its rows they are, and what each column holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from kiosk.exhibit.reading.problem import quoted
from kiosk.exhibit.writing import is_wide
from kiosk.machine import folders
from kiosk.workbench.tables.grid import Fault, Grid, NotTaken, Row, refused

NEEDED = {
    "stations": (("formation",), ("starts",), ("place", "at", "lon")),
    "formations": (("name",), ("side",)),
    "events": (("at",), ("text",)),
    "figures": (("formation",), ("who",), ("strength", "losses")),
    "milestones": (("person",), ("text",)),
    "places": (("name",), ("at", "lon")),
    "people": (("name",), ("role",)),
    "pictures": (("name",), ("file",), ("alt",)),
    "sources": (("title",), ("where",)),
}
"""The kinds of tables, and what each must have columns of, one of each group."""

SOUGHT = 20
"""The rows in which headings are looked for."""


FEW = 5
"""The headings that are told where none is known."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is understood: its place from 0, its key, and the language it is in, or ""."""

    index: int
    key: str
    language: str
    heading: str


@dataclass(frozen=True)
class Table:
    """The rows below the headings of a grid, as entries of one kind."""

    grid: Grid
    kind: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    others: Mapping[int, str] = field(default_factory=dict)
    """The headings of the columns that are not taken, by their places from 0."""


@cache
def book() -> dict[str, Any]:
    """The words that tables use, as resources/tables/headings.yaml has them."""
    file = folders.resources() / "tables" / "headings.yaml"
    read: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return read


def folded(text: str) -> str:
    """A heading or name as it is compared: small letters and digits, with single spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c if c.isalnum() or c in "✓✔-" else " " for c in plain).split())


@cache
def _keys(kind: str) -> dict[str, str]:
    """The key of each heading of a kind."""
    keys = book()["kinds"][kind]["keys"]
    found = {folded(word): key for key, words in keys.items() for word in words}
    return found | {folded(key): key for key in keys}


def _named(languages: Iterable[str]) -> dict[str, list[str]]:
    """The words by which a heading names a language: its code at the least."""
    known: dict[str, list[str]] = book()["languages"]
    return {code: [folded(code)] for code in languages} | known


def meaning(kind: str, heading: str, languages: Iterable[str] = ()) -> tuple[str, str]:
    """The key that a heading stands for, and the language that it names, or is in; else "", "".

    `languages` are those of the exhibit, which a heading may name by their codes.
    """
    said = folded(heading)
    if key := _keys(kind).get(said):
        return key, "zh" if is_wide(said) else ""
    for code, names in _named(languages).items():
        for name in names:
            rest = (
                said.replace(name, " ") if is_wide(name) else f" {said} ".replace(f" {name} ", " ")
            )
            if rest.strip() != said and (key := _keys(kind).get(" ".join(rest.split()))):
                return key, code
    return "", ""


def tables_of(grid: Grid, wanted: str | None = None, languages: Sequence[str] = ()) -> list[Table]:
    """The tables that a grid is: of one kind, or of formations with their stations.

    `languages` are those of the exhibit. Raises NotTaken where its headings are those of none.
    """
    found = [
        table
        for kind in ((wanted,) if wanted else NEEDED)
        if (table := _table(grid, kind, languages)) and not _lacking(table)
    ]
    if not found:
        raise _not_understood(grid, wanted, languages)
    named = [table for table in found if _is_called(grid.name, table.kind)]
    best = max(named or found, key=lambda table: len(table.columns))
    both = [table for table in found if table.kind in ("stations", "formations")]
    if best in both and len(both) == 2 and _tells_sides(both[1]):
        return _parted(*both)
    _refuse_twice(best)
    return [best]


def _tells_sides(formations: Table) -> bool:
    """True if each unit has a side where it first stands; one of stations has those that change."""
    first: dict[str, bool] = {}
    name, side = (
        next(column.index for column in formations.columns if column.key == key)
        for key in ("name", "side")
    )
    for row in formations.rows:
        texts = [row[at].text.strip() if at < len(row) else "" for at in (name, side)]
        first.setdefault(texts[0], bool(texts[1]))
    return all(told for unit, told in first.items() if unit)


def _parted(stations: Table, formations: Table) -> list[Table]:
    """A table of both: what tells a formation is no more a column of its stations."""
    own = {column.index for column in formations.columns}
    shared = ("formation", "sources", "certainty")
    kept = [c for c in stations.columns if c.key in shared or c.index not in own]
    indices = {column.index for column in kept} | own
    others = {at: head for at, head in formations.others.items() if at not in indices}
    rows = tuple(_once(formations))
    whole = Table(formations.grid, "formations", formations.columns, rows, others)
    return [whole, Table(stations.grid, "stations", tuple(kept), stations.rows)]


def _once(table: Table) -> Iterator[Row]:
    """The rows that say something of a formation that no row before them said."""
    said: dict[str, set[tuple[int, str]]] = {}
    name = next(column.index for column in table.columns if column.key == "name")
    for row in table.rows:
        texts = {(c.index, row[c.index].text) for c in table.columns if c.index < len(row)}
        texts = {(index, text) for index, text in texts if text.strip()}
        unit = dict(texts).get(name)
        if unit and not texts <= said.get(unit, set()):
            said.setdefault(unit, texts)
            yield row


def _table(grid: Grid, kind: str, languages: Sequence[str]) -> Table | None:
    """The grid as a table of a kind; None where no row is its headings."""
    rows = grid.rows[:SOUGHT]
    best: tuple[list[Column], list[str], int] = [], [], 0
    for at in range(len(rows)):
        headings, height = _headings(kind, rows, at, languages)
        columns = _columns(kind, headings, languages)
        if len(columns) > len(best[0]):
            best = columns, headings, at + height
    columns, headings, end = best
    if not columns:
        return None
    below = grid.rows[end:]
    others = dict(_others(headings, below, {column.index for column in columns}))
    body = tuple(row for row in below if any(cell.text.strip() for cell in row))
    return Table(grid, kind, tuple(columns), body, others)


def _headings(
    kind: str, rows: Sequence[Row], at: int, languages: Sequence[str]
) -> tuple[list[str], int]:
    """The headings that begin in a row, and their rows: two where merged ones stand over others."""
    upper = [cell.text.strip() for cell in rows[at]]
    lower = [cell.text.strip() for cell in rows[at + 1]] if at + 1 < len(rows) else []
    said = [text for text in lower if text]
    if not (said and any(upper) and all(_fits(kind, text, languages) for text in said)):
        return upper, 1
    width = max(len(upper), len(lower))
    upper += [""] * (width - len(upper))
    lower += [""] * (width - len(lower))
    spread: list[str] = []
    for text in upper:
        spread.append(text or (spread[-1] if spread else ""))
    return [_joined(kind, spread[i], lower[i], languages) or upper[i] for i in range(width)], 2


def _fits(kind: str, text: str, languages: Sequence[str]) -> bool:
    names = {name for names in _named(languages).values() for name in names}
    return bool(meaning(kind, text, languages)[0]) or folded(text) in names


def _joined(kind: str, upper: str, lower: str, languages: Sequence[str]) -> str:
    """The heading of a column below one that may be merged over several."""
    if not lower:
        return ""
    both = f"{upper} {lower}"
    return both if meaning(kind, both, languages)[0] else lower


def _columns(kind: str, headings: Sequence[str], languages: Sequence[str]) -> list[Column]:
    meant = (
        (index, text, *meaning(kind, text, languages))
        for index, text in enumerate(headings)
        if text
    )
    return [Column(index, key, code, text) for index, text, key, code in meant if key]


def _others(
    headings: Sequence[str], rows: Sequence[Row], known: set[int]
) -> Iterator[tuple[int, str]]:
    width = max((len(row) for row in rows), default=0)
    for index in sorted({*range(max(width, len(headings)))} - known):
        text = headings[index] if index < len(headings) else ""
        if text or any(row[index].text for row in rows if index < len(row)):
            yield index, text


def _lacking(table: Table) -> list[tuple[str, ...]]:
    """The groups of keys of which the table has no column."""
    keys = {column.key for column in table.columns}
    return [group for group in NEEDED[table.kind] if keys.isdisjoint(group)]


def _is_called(name: str, kind: str) -> bool:
    called = {folded(word) for word in book()["kinds"][kind]["called"]}
    said = folded(name)
    return said in called or any(f" {word} " in f" {said} " for word in called)


def _refuse_twice(table: Table) -> None:
    """Raises NotTaken for two columns of the same."""
    first: dict[tuple[str, str], Column] = {}
    faults = []
    for column in table.columns:
        before = first.setdefault((column.key, column.language), column)
        if before is not column:
            message = f"{quoted(column.heading)} holds the same as {quoted(before.heading)}"
            faults.append(Fault(_at(table, column), message, "rename one of them"))
    if faults:
        raise NotTaken(faults)


def _at(table: Table, column: Column) -> str:
    cells = (row[column.index] for row in table.grid.rows if column.index < len(row))
    return next((c.at for c in cells if c.text.strip() == column.heading), table.grid.file)


def _not_understood(grid: Grid, wanted: str | None, languages: Sequence[str]) -> NotTaken:
    """The exception that says what the nearest kind of table lacks."""
    kinds = (wanted,) if wanted else NEEDED
    near = [table for kind in kinds if (table := _table(grid, kind, languages))]
    at = grid.rows[0][0].at if grid.rows and grid.rows[0] else grid.file
    if not near:
        known = ", ".join(NEEDED)
        said = "has no headings that are known in its first rows"
        return refused(at, said, f"{_few(grid)}it may hold {known}, headed in English or Chinese")
    called = [table for table in near if _is_called(grid.name, table.kind)]
    best = max(called or near, key=lambda table: len(table.columns) - 2 * len(_lacking(table)))
    lacks = "; ".join(_offered(best.kind, group) for group in _lacking(best))
    return refused(at, f"is not whole as a table of {best.kind}", f"it lacks a column {lacks}")


def _few(grid: Grid) -> str:
    """The first row of several cells, which may be meant for headings, as a hint begins."""
    rows = ([cell.text.strip() for cell in row if cell.text.strip()] for row in grid.rows)
    row = next((row for row in rows if len(row) > 1), [])
    return f"there are {', '.join(map(quoted, row[:FEW]))}; " if row else ""


def _offered(kind: str, group: Iterable[str]) -> str:
    keys = book()["kinds"][kind]["keys"]
    return " or ".join(quoted(keys[key][0]) for key in group)
