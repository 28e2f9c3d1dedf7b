"""Names that open a card where a text says them: whose they are, and which are shared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kiosk.exhibit.kinds import names, ref_of
from kiosk.exhibit.model import Formation, Person, Place, Term, Words
from kiosk.exhibit.model.record import in_languages
from kiosk.exhibit.reading.problem import Finding, Steps, quoted
from kiosk.exhibit.ref import Ref

if TYPE_CHECKING:
    from kiosk.exhibit.reading.draft import Draft

Named = Person | Term | Formation | Place
LINKED = names(lambda kind: kind.linked)
"""The lists whose names are found in text; of equal names the first list's wins."""


def names_of(record: Named) -> Iterator[tuple[str, Words]]:
    """The names that open the record's card, each with its key."""
    yield "name", record.name
    if isinstance(record, Formation) and record.label is not None:
        yield "label", record.label


def shared_names(draft: Draft) -> Iterator[Finding]:
    """Names of several entries, of which a touch opens only the first: warnings."""
    first: dict[tuple[str, str], Ref] = {}
    for kind in LINKED:
        for number, record in enumerate(draft.entries(kind)):
            for steps, name, language in _written(record, (kind, number)):
                ref = ref_of(record)
                owner = first.setdefault((language, name.casefold()), ref)
                if owner != ref and len(name) > 1:
                    message = f"{quoted(name)} is the name of {owner} as well"
                    hint, cause = "a touch on it opens that card", f"name {name}"
                    yield Finding(steps, message, hint, "warning", cause=cause)


def _written(record: Named, steps: Steps) -> Iterator[tuple[Steps, str, str]]:
    """Each name of the record in each language: its steps, itself, the language."""
    for key, words in names_of(record):
        for at, name in in_languages((*steps, key), words):
            yield at, name, str(at[-1]) if len(at) > len(steps) + 1 else ""
