"""Rules on what the exhibit undertakes to tell, and on the parts of decisions and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.exhibit.draft import Draft
from kiosk.exhibit.model import Statement
from kiosk.exhibit.problem import Finding, did_you_mean, quoted

TELLING = (
    *("phases", "events", "lessons", "decisions", "disagreements", "pictures"),
    *("formations", "places", "areas", "people", "terms", "sides", "panels"),
)
"""The kinds of entries that can tell a statement."""


def unknown_tellers(draft: Draft) -> Iterator[Finding]:
    """A statement is told by entries that are there, as kind/id."""
    if not draft.complete:
        return
    refs = {f"{kind}/{key}" for kind in TELLING for key in draft.known.get(kind, ())}
    for number, statement in enumerate(draft.entries("statements")):
        for index, ref in enumerate(statement.told_in):
            if ref not in refs:
                steps = ("statements", number, "told_in", index)
                hint = did_you_mean(ref, refs) or "kind and id, such as events/departure"
                yield Finding(steps, f"there is no entry {quoted(ref)}", hint)


def untold_statements(draft: Draft) -> Iterator[Finding]:
    """Every statement that a source is held to is told, each once, and none beyond them."""
    if not draft.complete:
        return
    held = {source.id: source.statements for source in draft.entries("sources")}
    statements: Sequence[Statement] = draft.entries("statements")
    told: set[tuple[str, int]] = set()
    for place, statement in enumerate(statements):
        key, most = (statement.source, statement.number), held.get(statement.source)
        steps = ("statements", place, "number")
        if key in told:
            yield Finding(steps, f"statement {statement.number} is here a second time")
        elif most is not None and statement.number > most:
            hint = "set `statements` of the source to how many it makes"
            yield Finding(steps, f"{quoted(statement.source)} makes {most} statements", hint)
        told.add(key)
    for place, source in enumerate(draft.entries("sources")):
        for number in range(1, source.statements + 1):
            if (source.id, number) not in told:
                yield Finding(
                    ("sources", place, "statements"),
                    f"statement {number} is told by no entry",
                    "add it to statements: with the entries that tell it",
                )


def repeated_keys(draft: Draft) -> Iterator[Finding]:
    """A choice and a label have a key of their own."""
    for kind, part in (("decisions", "choices"), ("pictures", "labels")):
        for number, record in enumerate(draft.entries(kind)):
            seen: set[str] = set()
            for index, entry in enumerate(getattr(record, part)):
                if entry.key in seen:
                    steps = (kind, number, part, index, "key")
                    yield Finding(steps, f"{quoted(entry.key)} is the key of another entry")
                seen.add(entry.key)
