"""Cards within a visitor's reach: those that texts on a screen open, and those none opens."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.exhibit.kinds import EXPLAINED, names
from kiosk.exhibit.model import Exhibit, Record
from kiosk.exhibit.reading.problem import Finding
from kiosk.machine import folders
from kiosk.telling.locale import Teller
from kiosk.telling.outline.blocks import Section
from kiosk.telling.outline.outline import Outline
from kiosk.telling.words import Phrases

READ = (*names(lambda kind: kind.stop), "pictures")
"""The lists whose texts are on the screens themselves."""


def unreached(exhibit: Exhibit) -> Iterator[Finding]:
    """Cards that no text leads to, in a language: warnings."""
    languages = exhibit.exhibit.languages
    reached = {code: reached_in(exhibit, code) for code in languages}
    for kind in EXPLAINED:
        for number, record in enumerate(getattr(exhibit, kind)):
            lacking = [code for code in languages if f"{kind}/{record.id}" not in reached[code]]
            if lacking:
                where = "" if len(languages) == 1 else f" in {' or '.join(lacking)}"
                message = f"no text that a visitor can reach names it{where}"
                hint = "say its name in a text, or take it out"
                yield Finding((kind, number, "name"), message, hint, "warning")


def reached_in(exhibit: Exhibit, language: str) -> set[str]:
    """The cards that a visitor can open in a language, as kind/id."""
    teller = Teller(exhibit, Phrases(folders.resources() / "words", language), None)
    outline = Outline(exhibit, teller)
    reached: set[str] = set()
    opened: list[Record] = [exhibit.exhibit]
    opened += (record for kind in READ for record in getattr(exhibit, kind))
    for kind in names(lambda kind: kind.linked and kind.mapped):
        for record in getattr(exhibit, kind):
            reached.add(f"{kind}/{record.id}")
            opened.append(record)
    while opened:
        for text in _texts(outline.section(opened.pop())):
            for ref in teller.mentioned(text) - reached:
                reached.add(ref)
                kind, _, key = ref.partition("/")
                opened.append(exhibit.indexed(kind)[key])
    return reached


def _texts(section: Section) -> Iterator[str]:
    """The texts of an entry whose names can be touched on its screen or its card."""
    yield from (section.text.text, section.role, section.outcome.text)
    yield from (standpoint.text for standpoint in section.standpoints)
    yield from (choice.reply for choice in section.choices)
    for heading in section.headings:
        for point in heading.points:
            yield from (point.heading, point.text)
