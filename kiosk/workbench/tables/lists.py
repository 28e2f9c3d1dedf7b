"""Rows that are items of a list within an entry: strength and losses, the milestones of a life."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kiosk.exhibit.reading.problem import quoted
from kiosk.workbench.tables.moments import Amiss

OWNERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "figures": ("formation", ("formations", "sides")),
    "milestones": ("person", ("people",)),
}
"""The kinds of such tables: the column that says whose an item is, and of which kinds that is."""

COUNTED = ("strength", "losses")
"""The lists of figures."""

ITEMS = {"strength": "figures", "losses": "figures", "life": "milestones"}
"""The kind of the items of each list."""

NUMBER = ("low", "high", "open_ended")
"""The keys of a figure that say its number, together."""

_RANGE = re.compile(r"\s*(?:–|—|-|\bto\b|\bbis\b|至|到|~|～)\s*", re.IGNORECASE)
_MORE = re.compile(
    r"^(?:>|≥|over|more than|at least|min\.?|超过|至少)\s*(.+)$|^(.+?)\s*(?:\+|以上|余)$",
    re.IGNORECASE,
)

Value = Callable[[str, str, str], Any]
"""The value of a key of a kind, from the text of a cell."""


def items_of(kind: str, values: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The items that the values of a row make, each with the list that it belongs to."""
    if kind == "milestones":
        yield "life", dict(values)
        return
    for key in COUNTED:
        if key in values:
            own = {name: value for name, value in values.items() if name not in ITEMS}
            ends = [name for name in ("sources", "certainty") if name in own]
            last: dict[str, Any] = {name: own.pop(name) for name in ends}
            yield key, {**own, **values[key], **last}


def counted(text: str, value: Value) -> dict[str, str]:
    """A number, a range, or "more than" one, as a figure has it. Raises Amiss."""
    more = _MORE.match(text.strip())
    ends = _RANGE.split(more[1] or more[2] if more else text.strip())
    try:
        numbers = [str(value("figures", "low", end)) for end in ends]
    except Amiss:
        numbers = []
    if not 1 <= len(numbers) <= 2 or any(not number.isdigit() for number in numbers):
        hint = "such as 7500, 7000-8000 or 7000+"
        raise Amiss(f"{quoted(text)} is not a number of people", hint)
    found = dict(zip(("low", "high"), numbers, strict=False))
    return found | ({"open_ended": "true"} if more else {})


def said(figure: Mapping[str, Any]) -> str:
    """A figure as a cell holds it: 7500, 7000-8000, 7000+."""
    low, high = figure.get("low", ""), figure.get("high")
    return f"{low}{f'-{high}' if high else ''}{'+' if figure.get('open_ended') == 'true' else ''}"


def rows_within(kind: str, owner: str, values: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The items of an entry's lists as rows of a table of `kind`, as they would be taken again."""
    column = OWNERS[kind][0]
    for key, items in ITEMS.items():
        for item in values.get(key) or () if items == kind else ():
            number = {key: said(item)} if kind == "figures" else {}
            yield {column: owner, **item, **number}


def are_lists(values: Mapping[str, Any]) -> bool:
    """True if values are such lists alone, of an entry that the table does not hold."""
    return values.keys() <= ITEMS.keys()
