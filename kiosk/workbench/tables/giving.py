"""`kiosk export`: content as tables, in the form that `kiosk import` takes again."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kiosk.exhibit.writing import is_wide
from kiosk.machine import whole
from kiosk.workbench.tables.content import Content, content_of
from kiosk.workbench.tables.grid import refused
from kiosk.workbench.tables.headings import NEEDED, book
from kiosk.workbench.tables.lists import OWNERS, rows_within
from kiosk.workbench.tables.values import is_text

FORMS = (".xlsx", ".geojson", ".csv")
"""The endings of what can be written; without one it is a folder of CSV."""

LEFT = ("commanders",)
"""The keys that a cell cannot hold whole: they stay where they are."""


def give(folder: Path, out: Path, language: str = "en") -> list[str]:
    """Writes content as tables, their headings in a language, and says what it has written.

    Raises NotTaken for content that cannot be read, and OSError.
    """
    content = content_of(folder)
    form = out.suffix.lower()
    if form and form not in FORMS:
        hint = f"there are {', '.join(FORMS)}; without an ending it is a folder of .csv"
        raise refused(out.name, "is no form of table", hint)
    tables = {kind: rows_of(content, kind, language) for kind in NEEDED}
    tables = {kind: rows for kind, rows in tables.items() if len(rows) > 1}
    if form == ".geojson":
        whole.write(out, _geojson(tables.get("places", [])))
    elif form == ".xlsx":
        whole.write(out, _workbook(tables))
    else:
        return _csvs(tables, out)
    return [str(out)]


def _csvs(tables: dict[str, list[list[str]]], out: Path) -> list[str]:
    """A file for each table in a folder; of one that is called .csv that table alone."""
    if out.suffix:
        if out.stem not in tables:
            raise refused(out.name, "names no table", f"there are {', '.join(tables)}")
        whole.write(out, _csv(tables[out.stem]))
        return [str(out)]
    out.mkdir(parents=True, exist_ok=True)
    for kind, rows in tables.items():
        whole.write(out / f"{kind}.csv", _csv(rows))
    return [str(out / f"{kind}.csv") for kind in tables]


def rows_of(content: Content, kind: str, language: str) -> list[list[str]]:
    """A table of all entries of a kind: its headings, then a row for each."""
    entries = list(_entries(content, kind))
    columns = list(_columns(content, kind, entries))
    heads = [_heading(kind, key, code, language) for key, code in columns]
    return [heads, *([_cell(entry, key, code) for key, code in columns] for entry in entries)]


def _entries(content: Content, kind: str) -> Iterator[dict[str, Any]]:
    """The entries, with whose they are, and their points as two keys."""
    for address, values in content.entries.items():
        if kind in OWNERS:
            if address.kind in OWNERS[kind][1]:
                yield from rows_within(kind, address.key, values)
        elif kind == address.kind:
            lon, lat = values["at"] if isinstance(values.get("at"), list) else (None, None)
            whose = {"formation": address.key.partition(" ")[0]} if kind == "stations" else {}
            if kind == "events":
                whose = {"phase": content.events[address.key], "hour_known": "no"}
            point = {"at": values.get("at") if lon is None else None, "lon": lon, "lat": lat}
            yield {**whose, **values, **point}


def _columns(
    content: Content, kind: str, entries: Sequence[dict[str, Any]]
) -> Iterator[tuple[str, str]]:
    """The keys that any entry has, texts in each language."""
    for key in book()["kinds"][kind]["keys"]:
        if key in LEFT or not any(entry.get(key) for entry in entries):
            continue
        several = is_text(kind, key) and len(content.languages) > 1
        yield from ((key, code) for code in (content.languages if several else ("",)))


def _heading(kind: str, key: str, code: str, language: str) -> str:
    words: list[str] = book()["kinds"][kind]["keys"][key]
    word = next((one for one in words if is_wide(one) == (language == "zh")), words[0])
    return f"{word} ({code})" if code else word


def _cell(entry: dict[str, Any], key: str, code: str) -> str:
    value = entry.get(key)
    if isinstance(value, dict):
        return str(value.get(code, ""))
    if isinstance(value, list):
        return "; ".join(" ".join(one) if isinstance(one, list) else str(one) for one in value)
    return "" if value is None else str(value)


def _csv(rows: list[list[str]]) -> bytes:
    """CSV with a byte order mark, by which spreadsheets know its letters."""
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def _workbook(tables: dict[str, list[list[str]]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    for kind, (heads, *rows) in tables.items():
        sheet = book.create_sheet(kind)
        sheet.freeze_panes = "A2"
        sheet.append([_bold(sheet, head, Font(bold=True)) for head in heads])
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _bold(sheet: Any, text: str, font: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, text)
    cell.font = font
    return cell


def _geojson(rows: list[list[str]]) -> str:
    """The places as points, in WGS 84."""
    heads, *body = rows or [[]]
    features = []
    for row in body:
        said = dict(zip(heads, row, strict=True))
        point = [
            float(said.pop(head)) for head in (heads[_at(heads, "lon")], heads[_at(heads, "lat")])
        ]
        said = {key: text for key, text in said.items() if text}
        geometry = {"type": "Point", "coordinates": point}
        features.append({"type": "Feature", "properties": said, "geometry": geometry})
    whole = {"type": "FeatureCollection", "features": features}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _at(heads: list[str], key: str) -> int:
    words = book()["kinds"]["places"]["keys"][key]
    return next(at for at, head in enumerate(heads) if head in words)
