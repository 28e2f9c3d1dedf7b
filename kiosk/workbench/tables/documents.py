"""The YAML files of a content folder, changed in place: comments and the hand's own form stay."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString
from ruamel.yaml.tag import Tag

from kiosk.exhibit.reading.files import files_in, is_yaml
from kiosk.exhibit.reading.nodes import parse
from kiosk.exhibit.reading.problem import Refused
from kiosk.exhibit.reading.text import read_text
from kiosk.exhibit.ref import Ref
from kiosk.machine import whole
from kiosk.workbench.tables.content import station_at
from kiosk.workbench.tables.grid import refused
from kiosk.workbench.tables.tails import append, insert, remove

_TEXT = Tag(suffix="tag:yaml.org,2002:str")
_USUAL = yaml.SafeLoader("")
WITHIN = {"formations": ("stations", "track", "starts"), "phases": ("events", "events", "id")}
"""The kinds with entries within: of which kind, under which key, called by what."""


class _AsWritten(VersionedResolver):
    """Takes every scalar for the text that was written, as the reader of content does."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        return _TEXT if kind is ScalarNode else super().resolve(kind, value, implicit)


def _round_trip() -> YAML:
    rules = YAML()
    rules.Resolver = _AsWritten
    rules.preserve_quotes = True
    rules.width = 1_000_000
    rules.indent(mapping=2, sequence=4, offset=2)
    return rules


def plain(value: Any) -> Any:
    """A value of a document as dict, list and str."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return None if value is None else str(value)


def dressed(value: Any, quoted: bool) -> Any:
    """A value as a document holds it; `quoted` are texts that other readers took for numbers."""
    if isinstance(value, dict):
        return CommentedMap((key, dressed(one, quoted)) for key, one in value.items())
    if isinstance(value, list):
        seq = CommentedSeq(dressed(one, quoted) for one in value)
        if not any(isinstance(one, dict) for one in value):
            seq.fa.set_flow_style()
        return seq
    if "\n" in value:
        return LiteralScalarString(value)
    taken: str = _USUAL.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    return DoubleQuotedScalarString(value) if quoted and taken != _TEXT.suffix else value


@dataclass
class Held:
    """An entry where it stands: its file, the list that holds it, the entry itself."""

    file: str
    home: CommentedSeq
    map: CommentedMap


class Documents:
    """The files, and each entry of them by its address."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._trees: dict[str, CommentedMap] = {}
        self._dirty: set[str] = set()
        self.held: dict[str, Held] = {}
        for path in filter(is_yaml, files_in(folder)[0]):
            file = path.relative_to(folder).as_posix()
            try:
                tree = _round_trip().load(read_text(path, file))
            except (YAMLError, Refused) as error:
                raise refused(file, "cannot be read as YAML", str(error).splitlines()[0]) from None
            if isinstance(tree, CommentedMap):
                self._trees[file] = tree
                self.held.update(_held(file, tree))

    def add(self, kind: str, address: str, entry: CommentedMap, note: str) -> Held:
        """Adds an entry at the end of its list, with a comment before it."""
        file = self._home(kind)
        tree = self._trees.setdefault(file, CommentedMap())
        if not isinstance(tree.get(kind), CommentedSeq):
            tree[kind] = CommentedSeq()
        return self._put(file, tree[kind], len(tree[kind]), address, entry, note)

    def add_within(
        self, owner: str, key: str, address: str, entry: CommentedMap, note: str
    ) -> Held:
        """Adds a station or an event to what it belongs to, in the order of time."""
        held = self.held[owner]
        if not isinstance(held.map.get(key), CommentedSeq):
            insert(held.map, len(held.map), key, CommentedSeq())
        when = "starts" if key == "track" else "at"
        moments = [str(one.get(when, "")) for one in held.map[key]]
        at = sum(moment <= str(entry[when]) for moment in moments)
        return self._put(held.file, held.map[key], at, address, entry, note)

    def _put(
        self,
        file: str,
        home: CommentedSeq,
        at: int,
        address: str,
        entry: CommentedMap,
        note: str,
    ) -> Held:
        append(home, at, entry, note)
        self._dirty.add(file)
        self.held[address] = Held(file, home, entry)
        return self.held[address]

    def touch(self, held: Held) -> None:
        """Marks the file of an entry as changed."""
        self._dirty.add(held.file)

    def remove(self, address: str) -> None:
        """Removes an entry; what stands behind it in its file stays."""
        held = self.held.pop(address)
        remove(held.home, next(i for i, one in enumerate(held.home) if one is held.map))
        self._dirty.add(held.file)

    def _home(self, kind: str) -> str:
        """The file to which a kind's new entries go."""
        own = f"{kind}.yaml"
        others = [file for file, tree in self._trees.items() if tree.get(kind)]
        return own if own in self._trees else next(iter(others), own)

    def texts(self) -> dict[str, str]:
        """The text of each file that has changed. Raises NotTaken where it could not be read."""
        written = {}
        for file in sorted(self._dirty):
            stream = io.StringIO()
            tree = self._trees[file]
            emptied = [kind for kind, entries in tree.items() if entries == [] and kind != "map"]
            for kind in emptied:
                del tree[kind]
            _round_trip().dump(tree, stream) if tree else None
            written[file] = stream.getvalue()
            try:
                parse(written[file], file)
            except Refused as error:
                raise refused(file, "would not be read again", str(error)) from None
        return written

    def write(self) -> None:
        """Writes each file that has changed, whole. Raises OSError."""
        for file, text in self.texts().items():
            whole.write(self._folder / file, text, safe=True)


def _held(file: str, tree: CommentedMap) -> Iterator[tuple[str, Held]]:
    for kind, entries in tree.items():
        for entry in entries if isinstance(entries, CommentedSeq) else ():
            if isinstance(entry, CommentedMap) and "id" in entry:
                yield Ref.of(str(kind), entry["id"]), Held(file, entries, entry)
                yield from _within(file, str(kind), entry)


def _within(file: str, kind: str, owner: CommentedMap) -> Iterator[tuple[str, Held]]:
    below, key, called = WITHIN.get(kind, ("", "", ""))
    entries = owner.get(key)
    if not key or not isinstance(entries, CommentedSeq):
        return
    for entry in entries:
        if isinstance(entry, CommentedMap) and called in entry:
            name = str(entry[called])
            address = station_at(owner["id"], name) if below == "stations" else Ref.of(below, name)
            yield address, Held(file, entries, entry)
