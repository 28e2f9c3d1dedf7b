"""The sound part of an exhibit under examination, and ways to walk through it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import Any, get_args

from kiosk.exhibit.model import Exhibit, Map, Record, Title, Words
from kiosk.exhibit.model.record import in_languages, types_of, within
from kiosk.exhibit.reading.files import files_in
from kiosk.exhibit.reading.lookalikes import as_id, is_id
from kiosk.exhibit.reading.nodes import Node
from kiosk.exhibit.reading.problem import Steps


@dataclass(frozen=True)
class Draft:
    """The sound fields of an exhibit, by name in `parts`, with the nodes they were made from.

    What is `written` counts as there even where its record is broken; not `complete` means that a
    file is missing, so that nothing can be said about what is not there.
    """

    folder: Path
    root: Node
    parts: dict[str, Any]
    written: Node
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
    def known(self) -> dict[str, frozenset[str]]:
        """The ids in each list, by the list's name: as written, or as they are to be written."""
        return {
            kind: frozenset(key if is_id(key) else as_id(key) or key for key in ids)
            for kind, ids in ids_in(self.written).items()
        }

    @cached_property
    def named(self) -> dict[str, set[str]]:
        """The texts written behind each key, or in a list behind it."""
        named: dict[str, set[str]] = {}
        _collect_texts(self.written, "", named)
        return named

    @cached_property
    def texts(self) -> frozenset[str]:
        """All texts written anywhere; those that are paths, in their plain form."""
        return frozenset(
            posixpath.normpath(text) for texts in self.named.values() for text in texts
        )

    @cached_property
    def scalars(self) -> tuple[tuple[Steps, Node], ...]:
        """Every scalar that is written, of what is left, with its steps."""
        return tuple(self.root.scalars())

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The files of the folder, relative to it, in the order of paths."""
        return tuple(path.relative_to(self.folder).as_posix() for path in files_in(self.folder)[0])

    @cached_property
    def files_by_name(self) -> dict[str, dict[str, str]]:
        """The files of the folder by their ending, such as ".svg", and their name without it."""
        endings: dict[str, dict[str, str]] = {}
        for path in map(PurePosixPath, self.files):
            endings.setdefault(path.suffix, {}).setdefault(path.stem, str(path))
        return endings

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


def parts_of(exhibit: Exhibit) -> dict[str, Any]:
    """The fields of a whole exhibit by name."""
    return {name: getattr(exhibit, name) for name in Exhibit.model_keys}


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


def _collect_texts(node: Node, key: str, named: dict[str, set[str]]) -> None:
    if isinstance(node.content, str):
        named.setdefault(key, set()).add(node.content)
    elif isinstance(node.content, list):
        for item in node.content:
            _collect_texts(item, key, named)
    elif isinstance(node.content, dict):
        for below, item in node.content.items():
            _collect_texts(item, below, named)


@cache
def marked(record: type[Record], marker: type) -> dict[str, Any]:
    """The fields of a record class that carry a marker, with that marker."""
    marks = ((name, mark) for name, kind in types_of(record).items() for mark in _metadata(kind))
    return {name: mark for name, mark in marks if isinstance(mark, marker)}


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _metadata(part)


def texts_in(steps: Steps, value: Any) -> Iterator[tuple[Steps, str]]:
    """Each text of a field that holds one or several, with its steps."""
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, Words):
        yield from in_languages(steps, value)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            if isinstance(item, str):
                yield (*steps, number), item
