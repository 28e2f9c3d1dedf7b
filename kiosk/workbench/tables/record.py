"""The record of what tables last wrote, beside the content, by which a hand's changes are known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kiosk.machine import whole
from kiosk.workbench.tables.grid import refused

FOLDER = ".imported"
"""Hidden, so that nobody reads it as content."""

Values = dict[str, dict[str, Any]]
"""The values of each entry by its address."""


def read(folder: Path, name: str) -> Values:
    """The entries that a table of this name wrote last. Raises NotTaken for a damaged record."""
    path = _path(folder, name)
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        hint = "remove it: all then counts as changed by hand"
        raise refused(_named(path), "is not the record of an import", hint) from None
    if not isinstance(found, dict) or not all(isinstance(one, dict) for one in found.values()):
        raise refused(_named(path), "is not the record of an import", "remove it")
    return found


def write(folder: Path, name: str, values: Values) -> None:
    """Keeps the entries that a table has written. Raises OSError."""
    (folder / FOLDER).mkdir(exist_ok=True)
    text = json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True)
    whole.write(_path(folder, name), f"{text}\n", safe=True)


def _named(path: Path) -> str:
    return path.relative_to(path.parents[1]).as_posix()


def _path(folder: Path, name: str) -> Path:
    return folder / FOLDER / f"{name}.json"
