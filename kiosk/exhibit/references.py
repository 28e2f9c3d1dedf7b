"""Rules on ids and on what refers to them: records, sources and files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.exhibit.draft import Draft, marked, texts_in
from kiosk.exhibit.folder import inside
from kiosk.exhibit.model import Disagreement, Fact, FilePath, Formation, Place, Reference, Term
from kiosk.exhibit.problem import Finding, Spot, Steps, did_you_mean, quoted

ONE_OF = {
    "places": "place",
    "sides": "side",
    "formations": "formation",
    "people": "person",
    "sources": "source",
    "views": "view",
    "pictures": "picture",
    "phases": "phase",
    "lessons": "lesson",
    "decisions": "decision",
    "panels": "panel",
}
DEBATABLE = ("phases", "lessons", "decisions", "formations", "places", "panels")
"""What a disagreement may be about."""


def _kind(steps: Steps) -> str:
    """The list that the entry at `steps` belongs to: of (map, views, 2), views."""
    return next((step for step in reversed(steps) if isinstance(step, str)), "")


def duplicate_ids(draft: Draft) -> Iterator[Finding]:
    """An id names one entry of its kind."""
    first: dict[tuple[str, str], Spot] = {}
    for steps, record in draft.records:
        identifier = getattr(record, "id", None)
        if identifier is None:
            continue
        spot = draft.root.spot_of((*steps, "id"))
        known = first.setdefault((_kind(steps), identifier), spot)
        if known != spot:
            yield Finding(
                (*steps, "id"), f"{quoted(identifier)} is the id of another entry", f"at {known}"
            )


def dangling_references(draft: Draft) -> Iterator[Finding]:
    """Every reference names an entry that is there."""
    if not draft.complete:
        return
    for steps, record in draft.records:
        for name, reference in marked(type(record), Reference).items():
            for at, word in texts_in((*steps, name), getattr(record, name)):
                known = draft.known.get(reference.kind, set())
                if word not in known:
                    kind = ONE_OF[reference.kind]
                    yield Finding(
                        at, f"there is no {kind} {quoted(word)}", did_you_mean(word, known)
                    )


def unclear_subjects(draft: Draft) -> Iterator[Finding]:
    """What a disagreement is about is there, and is one thing."""
    if not draft.complete:
        return
    known = {kind: draft.known.get(kind, set()) for kind in DEBATABLE}
    for number, disagreement in enumerate(draft.entries("disagreements")):
        for index, word in enumerate(disagreement.about):
            kinds = [ONE_OF[kind] for kind in DEBATABLE if word in known[kind]]
            steps = ("disagreements", number, "about", index)
            if not kinds:
                yield Finding(
                    steps,
                    "there is no phase, lesson, decision, formation, place or panel "
                    f"{quoted(word)}",
                    did_you_mean(word, set().union(*known.values())),
                )
            elif len(kinds) > 1:
                yield Finding(
                    steps, f"{quoted(word)} is both a {' and a '.join(kinds)}", "change one id"
                )


def circular_parents(draft: Draft) -> Iterator[Finding]:
    """No formation stands, over others, under itself."""
    formations: tuple[Formation, ...] = draft.entries("formations")
    parents = {formation.id: formation.parent for formation in formations}
    sound: set[str] = set()
    for number, formation in enumerate(formations):
        chain = {formation.id: None}
        above = formation.parent
        while above is not None and above not in chain and above not in sound:
            chain[above] = None
            above = parents.get(above)
        if above is None or above in sound:
            sound.update(chain)
        if above == formation.id:
            ring = " under ".join([*chain, above])
            yield Finding(("formations", number, "parent"), f"is its own superior: {ring}")


def no_sources(draft: Draft) -> Iterator[Finding]:
    """Every statement rests on a source; a place only if it tells something."""
    for steps, record in draft.records:
        if not isinstance(record, Fact) or isinstance(record, Term | Disagreement):
            continue
        if record.sources:
            continue
        if not isinstance(record, Place) or record.about is not None:
            yield Finding(steps, "has no source", "add sources: [...] with the ids of what says so")


def unused_sources(draft: Draft) -> Iterator[Finding]:
    """Sources that no statement rests on: warnings."""
    if not draft.complete:
        return
    used = {s for _, record in draft.records if isinstance(record, Fact) for s in record.sources}
    for number, source in enumerate(draft.entries("sources")):
        if source.id not in used:
            yield Finding(("sources", number, "id"), "is used by nothing", "", "warning")


def missing_files(draft: Draft) -> Iterator[Finding]:
    """Every named file is there, inside the content folder."""
    for steps, record in draft.records:
        for name in marked(type(record), FilePath):
            for at, file in texts_in((*steps, name), getattr(record, name)):
                if message := _file_fault(draft.folder, file):
                    hint = did_you_mean(file, _siblings(draft.folder, file))
                    yield Finding(at, message, hint)


def _file_fault(folder: Path, file: str) -> str:
    path = inside(folder, file)
    if path is None:
        return f"{quoted(file)} leads out of the content folder"
    if os.path.isfile(path):  # where Path.is_file raises, for a name too long, it says no
        return ""
    return (
        f"{quoted(file)} is a folder" if os.path.isdir(path) else f"there is no file {quoted(file)}"
    )


def _siblings(folder: Path, file: str) -> Iterator[str]:
    suffix = Path(file).suffix
    for path in folder.rglob("*"):
        if path.suffix == suffix and path.is_file():
            yield path.relative_to(folder).as_posix()
