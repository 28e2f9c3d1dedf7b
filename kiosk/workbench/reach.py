"""Cards within a visitor's reach: those that texts on a screen open, and those none opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from kiosk.exhibit.kinds import EXPLAINED, names, ref_of
from kiosk.exhibit.model import Exhibit, Record, Words
from kiosk.exhibit.reading.problem import Finding
from kiosk.exhibit.ref import Ref
from kiosk.telling.links import Linker

NAMES = ("name", "label")
"""The fields of what a card is called: they open it, and lead nowhere from it."""


Mentions = Callable[[str, str], frozenset[Ref]]
"""The records that a text in a language names."""


def mentions_in(exhibit: Exhibit) -> Mentions:
    """The mentions of an exhibit's records; each text is looked through once."""
    linkers = {code: Linker(exhibit, code) for code in exhibit.exhibit.languages}
    return cache(lambda language, text: frozenset(linkers[language].mentioned(text)))


def unreached(exhibit: Exhibit, mentions: Mentions) -> Iterator[Finding]:
    """Cards that no text leads to, in a language: warnings."""
    languages = exhibit.exhibit.languages
    reached = {code: reached_in(exhibit, code, mentions) for code in languages}
    for kind in EXPLAINED:
        for number, record in enumerate(getattr(exhibit, kind)):
            lacking = [code for code in languages if ref_of(record) not in reached[code]]
            if lacking:
                where = "" if len(languages) == 1 else f" in {' or '.join(lacking)}"
                message = f"no text that a visitor can reach names it{where}"
                hint = "say its name in a text, or take it out"
                yield Finding((kind, number, "name"), message, hint, "warning")


def reached_in(exhibit: Exhibit, language: str, mentions: Mentions) -> set[Ref]:
    """The cards that a visitor can open in a language."""
    reached: set[Ref] = set()
    texts = list(_read(exhibit))
    for kind in names(lambda kind: kind.linked and kind.mapped):
        for record in getattr(exhibit, kind):
            reached.add(ref_of(record))
            texts += _on_card(exhibit, kind, record)
    while texts:
        text = texts.pop()
        for ref in mentions(language, text.in_(language)) - reached:
            reached.add(ref)
            texts += _on_card(exhibit, ref.kind, exhibit.entry(ref))
    return reached


def _read(exhibit: Exhibit) -> Iterator[Words]:
    """The texts on the screens themselves whose names can be touched."""
    yield exhibit.exhibit.sentence
    for phase in exhibit.phases:
        yield phase.text
        yield from (standpoint.text for standpoint in phase.standpoints)
    for lesson in exhibit.lessons:
        yield from (lesson.text, lesson.claimed_by, lesson.against)
    for decision in exhibit.decisions:
        yield from (decision.text, decision.happened)
        yield from (choice.reply for choice in decision.choices)
    for picture in exhibit.pictures:
        yield picture.alt


def _on_card(exhibit: Exhibit, kind: str, record: Record) -> Iterator[Words]:
    """The texts on a record's card."""
    yield from (words for name, words in record if isinstance(words, Words) and name not in NAMES)
    yield from (milestone.text for milestone in getattr(record, "life", ()))
    people = exhibit.indexed("people")
    for commander in getattr(record, "commanders", ()):
        yield from (commander.name or people[commander.person].name, commander.role)
    if kind == "places":
        events = (event for phase in exhibit.phases for event in phase.events)
        yield from (event.text for event in events if event.place == getattr(record, "id", ""))
