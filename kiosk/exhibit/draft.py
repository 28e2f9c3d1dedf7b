"""The sound part of an exhibit under examination, and ways to walk through it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, get_args

from kiosk.exhibit.model import Exhibit, Map, Record, Title, Words
from kiosk.exhibit.nodes import Node
from kiosk.exhibit.problem import Steps


@dataclass(frozen=True)
class Draft:
    """The sound fields of an exhibit, by name in `parts`, with the nodes they were made from.

    `known` ids count as there even where their record is broken; not `complete` means that a
    file is missing, so that nothing can be said about what is not there.
    """

    folder: Path
    root: Node
    parts: dict[str, Any]
    known: dict[str, set[str]]
    complete: bool

    @property
    def title(self) -> Title | None:
        return self.parts.get("exhibit")

    @property
    def map(self) -> Map | None:
        return self.parts.get("map")

    def entries(self, kind: str) -> tuple[Any, ...]:
        """The sound records of a list of the exhibit."""
        return tuple(self.parts.get(kind, ()))

    @cached_property
    def values(self) -> tuple[tuple[Steps, Record | Words], ...]:
        """Every record and every text with its steps, from the outside in."""
        return tuple(value for name, part in self.parts.items() for value in within((name,), part))

    @cached_property
    def records(self) -> tuple[tuple[Steps, Record], ...]:
        """Every record with its steps."""
        return tuple((steps, value) for steps, value in self.values if isinstance(value, Record))

    @cached_property
    def words(self) -> tuple[tuple[Steps, Words], ...]:
        """Every text with its steps."""
        return tuple((steps, value) for steps, value in self.values if isinstance(value, Words))


def within(steps: Steps, value: Any) -> Iterator[tuple[Steps, Record | Words]]:
    """Every record and every text of a value that stands at `steps`, from the outside in."""
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from within((*steps, number), item)
    elif isinstance(value, Words):
        yield steps, value
    elif isinstance(value, Record):
        yield steps, value
        for name in type(value).model_fields:
            yield from within((*steps, name), getattr(value, name))


def parts_of(exhibit: Exhibit) -> dict[str, Any]:
    """The fields of a whole exhibit by name."""
    return {name: getattr(exhibit, name) for name in Exhibit.model_fields}


def ids_in(root: Node) -> dict[str, set[str]]:
    """The ids written in each list, by the list's name, broken records included."""
    known: dict[str, set[str]] = {}
    _collect_ids(root, "", known)
    panels = root.child("panels")
    if panels and isinstance(panels.content, dict):
        known["panels"] = set(panels.content)
    return known


def _collect_ids(node: Node, kind: str, known: dict[str, set[str]]) -> None:
    if isinstance(node.content, list):
        for item in node.content:
            identifier = item.child("id")
            if identifier and isinstance(identifier.content, str):
                known.setdefault(kind, set()).add(identifier.content)
            _collect_ids(item, kind, known)
    elif isinstance(node.content, dict):
        for key, item in node.content.items():
            _collect_ids(item, key, known)


@cache
def marked(record: type[Record], marker: type) -> dict[str, Any]:
    """The fields of a record class that carry a marker, with that marker."""
    found = {}
    for name, field in record.model_fields.items():
        for mark in (*field.metadata, *_metadata(field.annotation)):
            if isinstance(mark, marker):
                found[name] = mark
    return found


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _metadata(part)


def texts_in(steps: Steps, value: Any) -> Iterator[tuple[Steps, str]]:
    """Each text of a field that holds one or several, with its steps."""
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield (*steps, number), item
