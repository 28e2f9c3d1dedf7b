"""GeoJSON as a table of places: a row for each point, a column for each property."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kiosk.workbench.tables.grid import Cell, Fault, Grid, NotTaken, read_bytes, refused


def loaded(path: Path) -> Any:
    """The JSON of a file. Raises NotTaken."""
    data = read_bytes(path, "split the file")
    try:
        return json.loads(data)
    except json.JSONDecodeError as error:
        at = f"{path.name}:{error.lineno}:{error.colno}"
        raise refused(at, "is not JSON", error.msg) from None
    except (UnicodeDecodeError, RecursionError):
        raise refused(path.name, "is not JSON") from None


def read(path: Path) -> list[Grid]:
    """The points of a file as a table of places. Raises NotTaken for what is no point."""
    root = loaded(path)
    features = root.get("features") if isinstance(root, dict) else None
    if not isinstance(features, list):
        raise refused(path.name, "is no collection of features", "save it as GeoJSON in WGS 84")
    rows, faults = [], []
    for number, feature in enumerate(features, 1):
        at = f"{path.name}:feature {number}"
        point = _point(feature)
        if point is None:
            kind = _of(_of(feature, "geometry"), "type") or "nothing"
            hint = "a file of places holds points alone; lines and areas go to layers of the map"
            faults.append(Fault(at, f"is {kind}, not a Point", hint))
        else:
            rows.append((at, {**_properties(feature), "longitude": point[0], "latitude": point[1]}))
    if faults:
        raise NotTaken(faults)
    return [table(path.name, path.stem, rows)]


def table(
    file: str, name: str, rows: list[tuple[str, dict[str, str]]], notes: tuple[str, ...] = ()
) -> Grid:
    """A grid of named rows, each with the texts of its columns; headings come first."""
    keys = [*dict.fromkeys(key for _, texts in rows for key in texts)]
    head = tuple(Cell(key, f"{file}:{key}") for key in keys)
    body = (tuple(Cell(texts.get(key, ""), f"{at}, {key}") for key in keys) for at, texts in rows)
    return Grid(file, name, (head, *body), notes)


def _of(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _point(feature: Any) -> tuple[str, str] | None:
    geometry = _of(feature, "geometry")
    place = _of(geometry, "coordinates")
    is_point = _of(geometry, "type") == "Point" and isinstance(place, list) and len(place) >= 2
    return (str(place[0]), str(place[1])) if is_point else None


def _properties(feature: Any) -> dict[str, str]:
    """The properties that are texts and numbers."""
    said = _of(feature, "properties") or {}
    simple = {key: value for key, value in said.items() if isinstance(value, str | int | float)}
    return {key: str(value) for key, value in simple.items() if not key.startswith("@")}
