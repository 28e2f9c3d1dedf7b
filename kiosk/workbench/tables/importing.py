"""`kiosk import`: a table of places, formations, events or people, taken into the content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.exhibit.kinds import KINDS
from kiosk.exhibit.reading.problem import quoted
from kiosk.workbench.tables import record
from kiosk.workbench.tables.content import Content, content_of
from kiosk.workbench.tables.documents import Documents
from kiosk.workbench.tables.entries import Entries, Entry
from kiosk.workbench.tables.grid import Grid, NotTaken, letters, refused
from kiosk.workbench.tables.headings import Table, book, tables_of
from kiosk.workbench.tables.lists import OWNERS
from kiosk.workbench.tables.merge import Change, Verdict, merge, values_of
from kiosk.workbench.tables.moments import Order
from kiosk.workbench.tables.values import Scribe


def _csv(path: Path, content: Content) -> list[Grid]:
    from kiosk.workbench.tables import csvs

    return csvs.read(path)


def _workbook(path: Path, content: Content) -> list[Grid]:
    from kiosk.workbench.tables import workbooks

    return workbooks.read(path)


def _features(path: Path, content: Content) -> list[Grid]:
    from kiosk.workbench.tables import features

    return features.read(path)


def _scenario(path: Path, content: Content) -> list[Grid]:
    from kiosk.workbench.tables import scenarios

    return scenarios.read(path, content.offset)


Reader = Callable[[Path, Content], list[Grid]]
READERS: dict[str, Reader] = {
    ".csv": _csv,
    ".tsv": _csv,
    ".txt": _csv,
    ".xlsx": _workbook,
    ".xlsm": _workbook,
    ".geojson": _features,
    ".odinscenario": _scenario,
}
"""The reader of each form of table, by the ending of its file."""

SINGULAR = {kind.name: kind.singular for kind in KINDS} | {
    "stations": "station",
    "figures": "figure",
    "milestones": "milestone",
}

MOST_TOLD = 40
"""The entries that are told one by one."""


@dataclass(frozen=True)
class Import:
    """A table as it was understood, and its entries merged into documents not written yet."""

    folder: Path
    name: str
    tables: tuple[Table, ...]
    entries: tuple[Entry, ...]
    changes: tuple[Change, ...]
    documents: Documents
    cleaned: Counter[str]
    continued: int

    def write(self) -> None:
        """Writes the content, then the record of it. Raises OSError."""
        self.documents.write()
        gone = {change.address for change in self.changes if change.verdict == "kept"}
        kept = record.read(self.folder, self.name)
        values = {address: kept[address] for address in gone} | values_of(self.entries)
        record.write(self.folder, self.name, values)


def understand(
    path: Path,
    folder: Path,
    kind: str | None = None,
    order: Order | None = None,
    source: str | None = None,
) -> Import:
    """Reads a table for a content folder and merges it. Raises NotTaken, and OSError.

    `kind` is that of its rows, `order` that of its dates, `source` the id of what says so, where
    the table does not tell.
    """
    if not path.is_file():
        raise refused(str(path), "is not a file")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        hint = f"there are {', '.join(READERS)}"
        raise refused(path.name, "is no kind of table that is known by its ending", hint)
    content = content_of(folder)
    grids = reader(path, content)
    if not grids or not any(grid.rows for grid in grids):
        raise refused(path.name, "is empty")
    tables = _tables(grids, kind, content.languages)
    scribe = Scribe(content, order)
    maker = Entries(content, scribe)
    entries = maker.of(tables, source)
    documents = Documents(folder)
    changes = merge(documents, record.read(folder, path.name), entries, path.name)
    documents.texts()
    return Import(
        folder,
        path.name,
        tuple(tables),
        tuple(entries),
        tuple(changes),
        documents,
        scribe.cleaned,
        maker.continued,
    )


def _tables(grids: Sequence[Grid], kind: str | None, languages: Sequence[str]) -> list[Table]:
    """The tables of all grids; of several, those that are none are passed over."""
    found: list[Table] = []
    faults: list[NotTaken] = []
    for grid in grids:
        try:
            found += tables_of(grid, kind, languages)
        except NotTaken as error:
            faults.append(error)
    if faults and not found:
        raise NotTaken(fault for error in faults for fault in error.faults)
    return found


def told(done: Import) -> Iterator[str]:
    """The preview, line by line: columns as they were understood, then what changes."""
    for table in done.tables:
        yield from _table_told(done, table)
    if done.cleaned:
        counted = ", ".join(f"{count} {what}" for what, count in sorted(done.cleaned.items()))
        yield f"  cleaned out of texts: {counted}"
    if done.continued:
        yield f"  rows without a unit, taken for the one above: {done.continued}"
    for (kind, key), values in sorted(_assumed(done.entries).items()):
        several = ", ".join(f"{value} ({count})" for value, count in sorted(values.items()))
        yield f"  assumed for {kind}, which have no column for it: {key} {several}"
    yield from _changes_told(done.changes)


def _table_told(done: Import, table: Table) -> Iterator[str]:
    grid = table.grid
    where = grid.file if grid.name == Path(grid.file).stem else f"{grid.file}, {grid.name}"
    made = sum(entry.kind == table.kind for entry in done.entries)
    count = len(table.rows) if table.kind in OWNERS else made
    yield f"{where}: {count} {SINGULAR[table.kind] if count == 1 else table.kind}"
    for column in table.columns:
        language = f" ({column.language})" if column.language else ""
        yield f"  {column.heading} -> {column.key}{language}"
    yield from (f"  {note}" for note in grid.notes)
    if table.others:
        others = (_column_told(*other) for other in table.others.items())
        yield f"  not taken: column {', column '.join(others)}"
        taken = {column.key for column in table.columns}
        more = [key for key in book()["kinds"][table.kind]["keys"] if key not in taken]
        yield f"  headings that would be: {', '.join(more)}"


def _column_told(index: int, heading: str) -> str:
    return f"{letters(index)} {quoted(heading) if heading else '(no heading)'}"


def _assumed(entries: Sequence[Entry]) -> dict[tuple[str, str], Counter[str]]:
    found: dict[tuple[str, str], Counter[str]] = {}
    for entry in entries:
        for key in entry.assumed:
            found.setdefault((entry.kind, key), Counter())[str(entry.values[key])] += 1
    return found


SIGNS = {"new": "+", "changed": "~", "removed": "-", "kept": "!", "gone": "!"}
WHY = {
    "kept": "is no longer in the table; a hand has changed it, so it stays",
    "gone": "was taken out by hand, and stays out",
}


def _changes_told(changes: Sequence[Change]) -> Iterator[str]:
    counts = Counter(change.verdict for change in changes)
    said: tuple[Verdict, ...] = ("new", "changed", "same", "removed", "kept", "gone")
    names = {"same": "as they were", "kept": "kept", "gone": "left out"}
    yield ", ".join(f"{counts[one]} {names.get(one, one)}" for one in said if counts[one])
    lines = [line for change in changes for line in _change_told(change)]
    yield from lines[:MOST_TOLD]
    if len(lines) > MOST_TOLD:
        yield f"  and {len(lines) - MOST_TOLD} lines more like these"


def _change_told(change: Change) -> Iterator[str]:
    if sign := SIGNS.get(change.verdict):
        why = WHY.get(change.verdict, "; ".join(change.told))
        where = f" in {change.file}" if change.file and change.verdict != "kept" else ""
        yield f"  {sign} {change.address}{where}{f': {why}' if why else ''}"
    for clash in change.clashes:
        yield f"  ! {change.address} in {change.file}: {clash}; the hand's stays"
