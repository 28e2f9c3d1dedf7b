"""The content that tables are taken into, as its files have it, whether it is sound or not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.exhibit.calendars import USUAL, Reckoning
from kiosk.exhibit.dating import vague_of
from kiosk.exhibit.geo import GLOBE
from kiosk.exhibit.reading.edtf import end_from, moment_from, reckoning_of
from kiosk.exhibit.reading.files import files_in
from kiosk.exhibit.reading.folder import root_of
from kiosk.exhibit.reading.nodes import Node
from kiosk.exhibit.ref import Ref
from kiosk.workbench.tables.grid import Fault, NotTaken
from kiosk.workbench.tables.headings import folded

NAMED = (
    *("places", "formations", "people", "pictures", "sources", "sides", "phases", "arms"),
    "echelons",
)
"""The kinds that a cell may name by a name instead of an id."""


@dataclass(frozen=True, slots=True)
class Span:
    """A phase: its id, its first moment and its last."""

    id: str
    starts: dt.datetime
    ends: dt.datetime


@dataclass
class Content:
    """Languages, extent and phases of a content folder, and the ids behind its names."""

    languages: tuple[str, ...] = ("en",)
    bounds: tuple[float, ...] = GLOBE
    offset: dt.timedelta = dt.timedelta()
    reckoning: Reckoning = USUAL
    phases: tuple[Span, ...] = ()
    entries: dict[Ref, Any] = field(default_factory=dict)
    """The values of each entry by its address."""
    events: dict[str, str] = field(default_factory=dict)
    """The phase of each event."""
    ids: dict[str, set[str]] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    """The file in which the entries of each kind begin."""
    files: dict[str, set[str]] = field(default_factory=dict)
    """The paths of the files of the folder by their names alone."""
    names: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    """For each kind the ids behind each name, as names are compared."""

    def add(self, kind: str, identifier: str, *names: str) -> None:
        """Adds an entry, so that others can name it."""
        self.ids.setdefault(kind, set()).add(identifier)
        for name in names:
            self.names.setdefault(kind, {}).setdefault(folded(name), set()).add(identifier)

    def named(self, kind: str, said: str) -> set[str]:
        """The ids that an id or a name may stand for."""
        if said in self.ids.get(kind, ()):
            return {said}
        return self.names.get(kind, {}).get(folded(said), set())

    def words(self, english: str, chinese: str) -> str | dict[str, str]:
        """A word of ours as content has it: English with a mark in languages that are not ours."""
        ours = {"en": english, "zh": chinese}
        said = {code: ours.get(code, f"({code}) {english}") for code in self.languages}
        return said if len(said) > 1 else said[self.languages[0]]

    def phase_at(self, moment: str) -> str:
        """The phase in which a moment lies, of two the later; "" for none.

        What is known less surely is of the first phase in which it may have been.
        """
        try:
            when = moment_from(moment, self.reckoning)
        except ValueError:
            return ""
        if known := vague_of(when):
            may = (span.id for span in self.phases if known.meets(span.starts, span.ends))
            return next(may, "")
        held = [span.id for span in self.phases if span.starts <= when <= span.ends]
        return held[-1] if held else ""

    @property
    def reach_of_phases(self) -> str:
        """The time that the phases take, as a hint begins; "" where there is none."""
        if not self.phases:
            return ""
        ends = self.phases[0].starts, max(span.ends for span in self.phases)
        first, last = map(self.reckoning.written, ends)
        return f"the phases reach from {first} to {last}; "

    def language(self, named: str) -> str | None:
        """The language of a column: "" where texts are plain, None where it isn't spoken here."""
        first, *others = self.languages
        if named and named not in self.languages:
            return None if others or named == "en" else ""
        if not others:
            return ""
        return named or ("en" if "en" in self.languages else first)


def station_at(formation: str, starts: str) -> Ref:
    """The address of a station: whose it is, and its first moment."""
    return Ref.of("stations", f"{formation} {starts}")


def content_of(folder: Path) -> Content:
    """The content of the YAML files below a folder. Raises NotTaken where one can't be read."""
    root, problems = root_of(folder)
    if root is None or problems:
        raise NotTaken(Fault(_at(p), p.message, p.hint) for p in problems)
    content = Content()
    if languages := [text for text in _list(root, "exhibit", "languages") if text]:
        content.languages = tuple(languages)
    bounds = _numbers(_list(root, "map", "bounds"))
    content.bounds = bounds if len(bounds) == 4 else GLOBE
    offset = _numbers([_text(root, "exhibit", "utc_offset_hours")])
    calendar = _text(root, "exhibit", "calendar")
    content.reckoning = reckoning_of(_text(root, "exhibit", "starts"), calendar)
    content.offset = dt.timedelta(hours=offset[0] if offset else 0)
    for kind in NAMED:
        for entry in _entries(root.child(kind)):
            content.homes.setdefault(kind, entry.spot.file)
            content.add(kind, _text(entry, "id"), *_names(entry))
            content.entries[Ref.of(kind, _text(entry, "id"))] = entry.plain()
            for station in _list_of(entry.child("track")):
                address = station_at(_text(entry, "id"), _text(station, "starts"))
                content.entries[address] = station.plain()
    for path in files_in(folder)[0]:
        content.files.setdefault(path.name, set()).add(path.relative_to(folder).as_posix())
    content.phases = tuple(_spans(root, content.reckoning))
    for phase in _entries(root.child("phases")):
        for event in _entries(phase.child("events")):
            content.events[_text(event, "id")] = _text(phase, "id")
            content.entries[Ref.of("events", _text(event, "id"))] = event.plain()
    return content


def _at(problem: object) -> str:
    return ":".join(str(getattr(problem, part)) for part in ("file", "line", "column"))


def _entries(node: Node | None) -> Iterator[Node]:
    yield from (entry for entry in _list_of(node) if _text(entry, "id"))


def _list_of(node: Node | None) -> list[Node]:
    return node.content if node and isinstance(node.content, list) else []


def _text(node: Node, *steps: str) -> str:
    found = node.find(steps)
    return found.content if found and isinstance(found.content, str) else ""


def _list(node: Node, *steps: str) -> list[str]:
    found = node.find(steps)
    items = found.content if found and isinstance(found.content, list) else []
    return [_text(item) for item in items]


def _numbers(texts: list[str]) -> tuple[float, ...]:
    try:
        return tuple(float(text) for text in texts if text)
    except ValueError:
        return ()


def _names(entry: Node) -> Iterator[str]:
    """The names of an entry in every language."""
    for key in ("name", "label", "title", "short"):
        if node := entry.child(key):
            yield from (str(text.content) for _, text in node.scalars() if text.content)


def _spans(root: Node, reckoning: Reckoning) -> Iterator[Span]:
    for phase in _entries(root.child("phases")):
        try:
            starts = moment_from(_text(phase, "starts"), reckoning)
            ends = end_from(_text(phase, "ends"), reckoning)
        except ValueError:
            continue
        yield Span(_text(phase, "id"), starts, ends)
