"""The word that tells a visitor how a statement is known, against its `certainty`."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.exhibit.model import (
    Event,
    Fact,
    Formation,
    Passage,
    Person,
    Place,
    Standpoint,
    Term,
    Words,
)
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.problem import Finding, Steps, quoted

SILENT = ("notes", "narration", "recording", "signed")
"""Texts that are not read on the screen."""

TOLD = (Event, Standpoint, Passage, Person, Term, Place, Formation)
"""Records with a text that can say it; a figure and a voice name who speaks."""


def unmarked(draft: Draft) -> Iterator[Finding]:
    """Entries whose text and `certainty` do not say the same of how they are known: warnings.

    A word that `marks` a certainty stands in the text of each entry of that certainty, and in no
    event of another.
    """
    for term in draft.entries("terms"):
        if term.marks is None:
            continue
        for steps, record in draft.records:
            if isinstance(record, TOLD) and record != term:
                yield from _unmarked(term, steps, record)


def _unmarked(term: Term, steps: Steps, record: Fact) -> Iterator[Finding]:
    if isinstance(record, Place | Formation) and record.about is None:
        return  # nothing is told of it, and the card itself says how its place is known
    texts = [
        words
        for name in type(record).model_keys
        if name not in SILENT and isinstance(words := getattr(record, name), Words)
    ]
    if isinstance(record, Person):
        texts += [milestone.text for milestone in record.life]
    lacking = []
    for code in _codes(texts):
        name = term.name.in_(code)
        marked = any(name.casefold() in words.in_(code).casefold() for words in texts)
        if record.certainty != term.marks and marked and isinstance(record, Event):
            message = f"says {quoted(name)}, but is {record.certainty}"
            yield Finding(steps, message, f"set certainty: {term.marks}", "warning")
            return
        alone = record.caption if isinstance(record, Event) else None
        if alone and name.casefold() not in alone.in_(code).casefold():
            marked = False  # a caption is read without its text
        if record.certainty == term.marks and not marked:
            lacking.append(name)
    if lacking:
        said = " and ".join(map(quoted, lacking))
        message = f"is {term.marks}, but does not say {said}"
        yield Finding(steps, message, "say it in the text, where a visitor reads it", "warning")


def _codes(texts: list[Words]) -> list[str]:
    return list(dict.fromkeys(code for words in texts for code in words.root))
