"""Rules on what the exhibit undertakes to tell, and on the parts of stops and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.exhibit.kinds import names
from kiosk.exhibit.model import Decision, Lesson, Statement
from kiosk.exhibit.model.record import in_languages
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.lookalikes import meant_of
from kiosk.exhibit.reading.problem import Finding, Steps, did_you_mean, quoted
from kiosk.exhibit.ref import Ref
from kiosk.exhibit.writing import NUMBERED

TELLING = names(lambda kind: kind.tells)
"""The kinds of entries that can tell a statement."""


def unknown_tellers(draft: Draft) -> Iterator[Finding]:
    """A statement is told by entries that are there, as kind/id."""
    if not draft.complete:
        return
    refs = frozenset(Ref.of(kind, key) for kind in TELLING for key in draft.known.get(kind, ()))
    for number, statement in enumerate(draft.entries("statements")):
        for index, ref in enumerate(statement.told_in):
            if ref not in refs:
                steps = ("statements", number, "told_in", index)
                kind = _kind(ref)
                said = meant_of(ref, refs)
                gone = kind in TELLING and not draft.known.get(kind)
                near = f"there are no {kind} at all" if gone else did_you_mean(ref, refs)
                hint = said[1] or near or "kind and id, such as events/departure"
                message = said[0] or f"there is no entry {quoted(ref)}"
                yield Finding(steps, message, hint, cause=f"entry {kind if gone else ref}")


def _kind(written: str) -> str:
    try:
        return Ref(written).kind
    except ValueError:
        return ""


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
    written = draft.written.child("statements")
    if written and len(statements) < len(written.content or ()):
        return  # what is left out for a mistake of its own may tell the rest
    for place, source in enumerate(draft.entries("sources")):
        numbers = range(1, source.statements + 1)
        untold = [number for number in numbers if (source.id, number) not in told]
        if untold:
            one = len(untold) == 1
            said = f"statement {untold[0]} is" if one else f"statements {_listed(untold)} are"
            hint = f"add {'it' if one else 'them'} to statements: with the entries that tell it"
            yield Finding(("sources", place, "statements"), f"{said} told by no entry", hint)


def _listed(numbers: Sequence[int], most: int = 10) -> str:
    """The first of the numbers, and how many there are more."""
    first = ", ".join(map(str, numbers[:most]))
    return f"{first} and {len(numbers) - most} more" if len(numbers) > most else first


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


def undrawn_choices(draft: Draft) -> Iterator[Finding]:
    """Choices that the map beside a decision cannot show: warnings."""
    decisions: tuple[Decision, ...] = draft.entries("decisions")
    for number, decision in enumerate(decisions):
        for index, choice in enumerate(decision.choices):
            if not choice.line:
                steps = ("decisions", number, "choices", index)
                hint = "add line: with the places that it leads past; one alone stays there"
                yield Finding(steps, "has no line on the map", hint, "warning")


def numbered_proofs(draft: Draft) -> Iterator[Finding]:
    """Proofs that a text doesn't number, numbers without a proof, and proofs nowhere: warnings."""
    lessons: tuple[Lesson, ...] = draft.entries("lessons")
    for at, lesson in enumerate(lessons):
        steps, count = ("lessons", at), len(lesson.proofs)
        if count:
            for spot, text in in_languages((*steps, "text"), lesson.text):
                yield from _misnumbered(spot, text, count)
        for number, proof in enumerate(lesson.proofs):
            if proof.place is None:
                hint = "add place: with the id of a place, or a point"
                message = f"has no place, so that no ({number + 1}) stands on the map"
                yield Finding((*steps, "proofs", number), message, hint, "warning")


def _misnumbered(steps: Steps, text: str, count: int) -> Iterator[Finding]:
    said = [int(found[1]) for found in NUMBERED.finditer(text)]
    for number in range(1, count + 1):
        if number not in said:
            hint = f"write ({number}) behind what the proof is for"
            yield Finding(steps, f"does not say ({number}), the number of a proof", hint, "warning")
    for number in sorted({*said}):
        if number > count:
            proofs = "1 proof" if count == 1 else f"{count} proofs"
            hint = "add the proof, or take the number out"
            yield Finding(steps, f"says ({number}), and has {proofs}", hint, "warning")
    told = [number for number in dict.fromkeys(said) if number <= count]
    if told != sorted(told):
        order = ", ".join(f"({number})" for number in told)
        hint = "put the proofs into the order of the text"
        yield Finding(steps, f"numbers its proofs {order}", hint, "warning")
