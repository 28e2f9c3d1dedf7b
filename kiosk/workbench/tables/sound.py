"""The schema held against an entry of a table, each fault at its cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic_core import ValidationError

from kiosk.exhibit.calendars import Reckoning
from kiosk.exhibit.reading.core import validator
from kiosk.exhibit.reading.nodes import Node
from kiosk.exhibit.reading.problem import Spot, Steps, quoted
from kiosk.exhibit.reading.schema import sentence
from kiosk.workbench.tables.grid import Fault
from kiosk.workbench.tables.headings import book
from kiosk.workbench.tables.lists import ITEMS
from kiosk.workbench.tables.values import RECORDS

if TYPE_CHECKING:
    from kiosk.workbench.tables.entries import Entry

_WAY: dict[str, Steps] = {
    "stations": ("formations", 0, "track", 0),
    "events": ("phases", 0, "events", 0),
}
_NOWHERE = Spot("", 1, 1)


def lacks_of(entry: Entry, held: dict[str, Any], reckoning: Reckoning) -> Iterator[Fault]:
    """The faults of an entry by the schema of its record, with what the content has of it."""
    values = {**held, **entry.values}
    try:
        validator(RECORDS[entry.kind]).validate_python(values, context=reckoning)
    except ValidationError as error:
        for found in error.errors(include_url=False):
            yield _fault(entry, found)


def _fault(entry: Entry, found: Any) -> Fault:
    steps: Steps = found["loc"]
    key = str(steps[0]) if steps else ""
    at = entry.cells.get(steps[:2], entry.cells.get(steps[:1], entry.at))
    if found["type"] == "missing":
        kind, lacking = ITEMS.get(key, entry.kind) if len(steps) > 1 else entry.kind, str(steps[-1])
        headings = book()["kinds"][kind]["keys"].get(lacking, [lacking])
        return Fault(at, f"lacks its {lacking}", f"in a column {quoted(headings[0])}")
    found["loc"] = (*_WAY.get(entry.kind, (entry.kind, 0)), *steps)
    message, hint = sentence(found, _node(entry.values).find(steps))
    return Fault(at, message, hint)


def _node(value: Any) -> Node:
    if isinstance(value, dict):
        return Node(_NOWHERE, {key: _node(one) for key, one in value.items()})
    if isinstance(value, list):
        return Node(_NOWHERE, [_node(one) for one in value])
    return Node(_NOWHERE, value)
