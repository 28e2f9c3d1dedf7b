"""Entries of the content, made of the rows of tables, or every fault that keeps them from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kiosk.exhibit.model import Echelon
from kiosk.exhibit.reading.lookalikes import as_id, is_id
from kiosk.exhibit.reading.problem import Steps, quoted
from kiosk.exhibit.ref import Ref
from kiosk.workbench.tables.content import Content, station_at
from kiosk.workbench.tables.grid import Cell, Fault, NotTaken, Row, refused
from kiosk.workbench.tables.headings import Table, book
from kiosk.workbench.tables.lists import COUNTED, ITEMS, OWNERS, are_lists, counted, items_of
from kiosk.workbench.tables.moments import Amiss, has_hour, mixed
from kiosk.workbench.tables.sound import lacks_of
from kiosk.workbench.tables.values import Scribe, is_text

IN_ORDER = (
    *("sources", "people", "pictures", "places", "formations", "stations", "events"),
    *("figures", "milestones"),
)
"""The kinds of tables, those first that others name."""
CALLED = {"sources": "title"}
"""The key of a kind's name, unless it is `name`."""
WORDS_OF_ID = 6
MOMENTS = ("starts", "ends", "at")

Cells = Mapping[str, Mapping[str, Cell]]
"""The cells of a row by key and language, those that hold anything."""

Filled = Sequence[tuple[Row, Cells]]
"""Rows with their cells."""


@dataclass
class Entry:
    """An entry as a table has it: `owner` is the formation of a station, the phase of an event."""

    kind: str
    id: str
    """Its id; of a station its first moment."""
    values: dict[str, Any]
    at: str
    """The cell that names it."""
    owner: str = ""
    assumed: tuple[str, ...] = ()
    """The keys of which the table says nothing."""
    cells: dict[Steps, str] = field(default_factory=dict)
    """The cell of each value."""

    @property
    def address(self) -> Ref:
        """The entry as records and previews name it."""
        if self.kind == "stations":
            return station_at(self.owner, self.id)
        return Ref.of(self.kind, self.id)


class Entries:
    """The entries of some tables, made for one content; `continued` counts rows of a unit above."""

    def __init__(self, content: Content, scribe: Scribe) -> None:
        self._content = content
        self._scribe = scribe
        self._faults: list[Fault] = []
        self._ids: dict[tuple[str, int], str] = {}
        self.continued = 0

    def of(self, tables: Iterable[Table], source: str | None = None) -> list[Entry]:
        """Every entry of the tables; `source` says so where a row names none.

        Raises NotTaken with all faults of all cells.
        """
        ordered = sorted(tables, key=lambda table: IN_ORDER.index(table.kind))
        ready = [(table, self._filled(table)) for table in ordered]
        for table, rows in ready:
            if table.kind not in ("stations", "events", *OWNERS):
                self._name(table, rows)
        found = [
            entry
            for table, rows in ready
            if table.kind not in OWNERS
            for entry in self._made(table, rows)
        ]
        self._listed(ready, found)
        if source is not None:
            self._credit(found, source)
        for table, rows in ready:
            self._faults += self._mixed(table, rows)
        if self._faults:
            raise NotTaken(self._faults)
        return found

    def _credit(self, entries: Iterable[Entry], source: str) -> None:
        """Gives a source to each entry, and each figure, that has none."""
        try:
            said = [self._scribe.named("sources", source)]
        except Amiss as error:
            raise refused("--source", error.message, error.hint) from None
        for entry in entries:
            if entry.kind != "sources" and not are_lists(entry.values):
                entry.values.setdefault("sources", said)
            for item in (one for key in COUNTED for one in entry.values.get(key, ())):
                item.setdefault("sources", said)

    def _filled(self, table: Table) -> list[tuple[Row, Cells]]:
        """The rows with their cells; where one doesn't say whose it is, the row above does."""
        rows: list[tuple[Row, Cells]] = []
        above: Mapping[str, Cell] | None = None
        whose = OWNERS.get(table.kind, ("formation",))[0]
        for row in table.rows:
            cells: Cells = self._cells(table, row)
            if table.kind in ("stations", *OWNERS):
                said = cells.get(whose)
                if not said and above:
                    cells, self.continued = {**cells, whose: above}, self.continued + 1
                above = said or above
            rows.append((row, cells))
        return rows

    def _cells(self, table: Table, row: Row) -> dict[str, dict[str, Cell]]:
        found: dict[str, dict[str, Cell]] = {}
        for column in table.columns:
            cell = row[column.index] if column.index < len(row) else None
            words = column.key == "commanders" or is_text(table.kind, column.key)
            language = self._content.language(column.language) if words else ""
            if cell and cell.text.strip() and language is not None:
                found.setdefault(column.key, {}).setdefault(language, cell)
        return found

    def _name(self, table: Table, rows: Filled) -> None:
        """Gives each row its id, so that others can name it."""
        first: dict[str, Cell] = {}
        for number, (row, cells) in enumerate(rows):
            named = cells.get(CALLED.get(table.kind, "name"), {})
            own = _first(cells, "id") or next(iter(named.values()), None)
            try:
                identifier = self._id(table.kind, cells, named)
            except Amiss as error:
                self._faults.append(_fault(own or row[0], error))
                continue
            assert own is not None
            before = first.setdefault(identifier, own)
            if before is not own:
                message = f"{quoted(own.text)} is here a second time"
                self._faults.append(Fault(own.at, message, f"first in {before.at}"))
                continue
            self._ids[table.kind, number] = identifier
            labels = [*named.values(), *cells.get("label", {}).values()]
            self._content.add(table.kind, identifier, *(cell.text for cell in labels))

    def _id(self, kind: str, cells: Cells, named: Mapping[str, Cell]) -> str:
        if own := _first(cells, "id"):
            if is_id(own.text.strip()):
                return own.text.strip()
            hint = as_id(own.text)
            raise Amiss(f"{quoted(own.text)} is not an id", f"such as {hint}" if hint else "")
        if not named:
            raise Amiss("has no name")
        known = {id for cell in named.values() for id in self._content.named(kind, cell.text)}
        made = [as_id(cell.text) for cell in named.values()]
        found = [*known] if len(known) == 1 else [one for one in made if one]
        if not found:
            text = next(iter(named.values())).text
            raise Amiss(f"{quoted(text)} makes no id", 'write one in a column "id": a-z, 0-9, -')
        return found[0]

    def _made(self, table: Table, rows: Filled) -> Iterator[Entry]:
        first: dict[str, str] = {}
        for number, (row, cells) in enumerate(rows):
            before = len(self._faults)
            if table.kind in ("stations", "events"):
                entry = self._dated(table.kind, row, cells)
            elif (table.kind, number) in self._ids:
                entry = self._entry(table.kind, self._ids[table.kind, number], row, cells)
            else:
                continue
            sound = entry and len(self._faults) == before
            if entry and sound and first.setdefault(entry.address, entry.at) != entry.at:
                hint = f"first in {first[entry.address]}"
                hint += ' or give each an id in a column "id"' if table.kind == "events" else ""
                self._faults.append(Fault(entry.at, f"{entry.address} is here a second time", hint))
            elif entry and len(self._faults) == before:
                held = self._content.entries.get(entry.address, {})
                entry.assumed = tuple(self._assume(entry, held))
                if "hour_known" not in held and entry.values.get("hour_known") == "false":
                    del entry.values["hour_known"]  # as it is unless somebody says otherwise
                self._faults += lacks_of(entry, held, self._content.reckoning)
                yield entry

    def _listed(self, ready: Iterable[tuple[Table, Filled]], found: list[Entry]) -> None:
        """Gives entries the lists that some tables hold, those of this table or of the content."""
        entries = {entry.address: entry for entry in found}
        lists: dict[Ref, dict[str, list[dict[str, Any]]]] = {}
        for table, rows in ready:
            for row, cells in rows if table.kind in OWNERS else ():
                made = self._items(table.kind, row, cells)
                if made is None:
                    continue
                (owner, listed), at = made, _any(row).at
                if owner not in entries:
                    entries[owner] = Entry(owner.kind, owner.key, {}, at)
                    found.append(entries[owner])
                for key, item in listed:
                    items = lists.setdefault(owner, {}).setdefault(key, [])
                    entries[owner].cells[key, len(items)] = at
                    items.append(item)
        for owner, held in lists.items():
            entries[owner].values |= held
            if not self._faults:
                known = self._content.entries.get(owner, {})
                self._faults += lacks_of(entries[owner], known, self._content.reckoning)

    def _items(
        self, kind: str, row: Row, cells: Cells
    ) -> tuple[Ref, list[tuple[str, dict[str, Any]]]] | None:
        """The entry whose a row is, and the items that it makes; None where anything is amiss."""
        column, kinds = OWNERS[kind]
        whose = _first(cells, column)
        if whose is None:
            self._faults.append(Fault(_any(row).at, f"the row has no {column}"))
            return None
        before, values = len(self._faults), dict[str, Any]()
        known = [one for one in kinds if self._content.named(one, whose.text)]
        of, owner = (known or kinds)[0], ""
        for key, said in cells.items():
            cell = next(iter(said.values()))
            try:
                if key == column:
                    owner = self._scribe.named(of, cell.text)
                elif is_text(kind, key):
                    values[key] = self._words(said)
                elif key in ITEMS:
                    values[key] = counted(cell.text, self._scribe.value)
                else:
                    values[key] = self._scribe.value(kind, key, cell.text.strip())
            except Amiss as error:
                self._faults.append(_fault(cell, error))
        if len(self._faults) > before:
            return None
        return Ref.of(of, owner), list(items_of(kind, values))

    def _dated(self, kind: str, row: Row, cells: Cells) -> Entry | None:
        """A station or an event, with whose it is."""
        key = "starts" if kind == "stations" else "at"
        cell = _first(cells, key)
        unit = _first(cells, "formation")
        lacking = cell is None or (kind == "stations" and unit is None)
        if cell is None or lacking:
            what = "moment" if cell is None else "unit"
            self._faults.append(Fault(_any(row).at, f"the row has no {what}"))
            return None
        entry = self._entry(kind, "", row, cells)
        try:
            if kind == "stations" and unit:
                entry.owner = self._scribe.named("formations", unit.text)
                entry.id = str(entry.values.get("starts", ""))
            else:
                entry.id = self._event_id(cells, entry)
                entry.values = {"id": entry.id, **entry.values}
                entry.owner = self._phase(cells, entry, cell)
        except Amiss as error:
            self._faults.append(_fault(unit or cell, error))
        return entry

    def _event_id(self, cells: Cells, entry: Entry) -> str:
        if _first(cells, "id"):
            return self._id("events", cells, {})
        made = (
            as_id(" ".join(c.text.split()[:WORDS_OF_ID])) for c in cells.get("text", {}).values()
        )
        moment = as_id(str(entry.values.get("at", "")))
        return next(filter(None, made), f"event-{moment}")

    def _phase(self, cells: Cells, entry: Entry, cell: Cell) -> str:
        if said := _first(cells, "phase"):
            return self._scribe.named("phases", said.text)
        if known := self._content.events.get(entry.id):
            return known
        if found := self._content.phase_at(entry.values.get("at", "")):
            return found
        if "at" not in entry.values:
            return ""
        hint = f'{self._content.reach_of_phases}name one in a column "phase"'
        raise Amiss(f"no phase holds {quoted(cell.text)}", hint)

    def _entry(self, kind: str, identifier: str, row: Row, cells: Cells) -> Entry:
        """The entry of a row; what is wrong with its cells is added to the faults."""
        own = next((c for key in ("id", "name", "title") if (c := _first(cells, key))), _any(row))
        values: dict[str, Any] = {"id": identifier} if identifier else {}
        entry = Entry(kind, identifier, values, own.at)
        for key, by_language in cells.items():
            self._add(entry, key, by_language, cells)
        return entry

    def _add(self, entry: Entry, key: str, said: Mapping[str, Cell], cells: Cells) -> None:
        """Adds the value of a key."""
        if key in ("id", "formation", "phase", "lat") or key.endswith("_hour"):
            return
        cell = next(iter(said.values()))
        value: Any
        try:
            if key in ("lon", "at") and entry.kind in ("places", "stations"):
                key, value = "at", self._point(cells)
                if "place" in entry.values:
                    return
            elif key == "via":
                value = self._scribe.line(cell.text)
            elif key == "commanders":
                value = self._commanders(said)
            elif is_text(entry.kind, key):
                value = self._words(said)
            else:
                value = self._plain(entry, key, cell, cells)
        except Amiss as error:
            if not (key == "place" and {"lon", "at"} & cells.keys()):  # it has a point as well
                self._faults.append(_fault(cell, error))
            return
        entry.values[key] = value
        entry.cells[key,] = cell.at

    def _words(self, said: Mapping[str, Cell]) -> Any:
        """A text as YAML has it: plain, or by language."""
        texts = {code: self._scribe.clean(one.text) for code, one in said.items()}
        return texts.get("", texts)

    def _plain(self, entry: Entry, key: str, cell: Cell, cells: Cells) -> Any:
        """The value of a key that holds no words."""
        text = cell.text.strip()
        if key in MOMENTS and (hour := _first(cells, f"{key}_hour")):
            text = f"{text} {hour.text.strip()}"
        if key == "at" and entry.kind == "events" and "hour_known" not in cells and has_hour(text):
            entry.values["hour_known"] = "true"
        return self._scribe.value(entry.kind, key, text)

    def _point(self, cells: Cells) -> list[str]:
        lon, lat, pair = (_first(cells, key) for key in ("lon", "lat", "at"))
        if lon and lat:
            return self._scribe.point(lon.text, lat.text)
        if pair:
            return self._scribe.pair(pair.text)
        raise Amiss("has a longitude without a latitude")

    def _commanders(self, said: Mapping[str, Cell]) -> list[dict[str, Any]]:
        """The leaders that a cell names; those without a card under their names."""
        found = []
        role = self._content.words("Commander", "指挥官")
        told = {code: _listed(cell.text) for code, cell in said.items()}
        first = next(iter(told.values()))
        for number, text in enumerate(first):
            person = self._content.named("people", text)
            name: str | dict[str, str] = text
            if isinstance(role, dict):
                same = {code: names for code, names in told.items() if len(names) == len(first)}
                name = {code: same.get(code, first)[number] for code in role}
            who = {"person": next(iter(person))} if len(person) == 1 else {"name": name}
            found.append({**who, "role": role})
        return found

    def _assume(self, entry: Entry, held: Mapping[str, Any]) -> Iterator[str]:
        """The keys that the exhibit needs and nobody has given, with the usual values."""
        usual = dict(book()["assumed"].get(entry.kind, {}))
        if entry.kind == "formations":
            names = entry.values.get("name", {})
            said = [*names.values()] if isinstance(names, dict) else [names]
            echelons = (self._scribe.in_name("echelon", Echelon, name) for name in said if name)
            usual["echelon"] = next(filter(None, echelons), "")
        for key, value in usual.items():
            value = held.get(key) if held else value
            if value and key not in entry.values:
                entry.values[key] = value
                if not held:
                    yield key

    def _mixed(self, table: Table, rows: Filled) -> Iterator[Fault]:
        for key in MOMENTS:
            if not (key == "at" and table.kind in ("places", "stations")):
                yield from mixed(cell for _, cells in rows if (cell := _first(cells, key)))


def _listed(text: str) -> list[str]:
    """The names of a cell that has several, one behind the other."""
    return [name.strip() for name in text.replace("、", ";").split(";")]


def _first(cells: Cells, key: str) -> Cell | None:
    return next(iter(cells.get(key, {}).values()), None)


def _any(row: Row) -> Cell:
    return next((cell for cell in row if cell.text.strip()), row[0])


def _fault(cell: Cell, error: Amiss) -> Fault:
    return Fault(cell.at, error.message, error.hint)
