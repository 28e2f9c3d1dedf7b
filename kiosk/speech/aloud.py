"""A section as it is read aloud, from its title to what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from kiosk.speech.breaths import joined
from kiosk.telling.outline.blocks import Point, Section
from kiosk.telling.words import Phrases


def aloud(section: Section, phrases: Phrases) -> str:
    """The words of a section in the order in which they are read."""
    return joined(_told(section, phrases), phrases.say)


def _told(section: Section, phrases: Phrases) -> Iterator[str]:
    yield from (section.overline, section.title, section.role, section.side, section.question)
    yield section.text.text
    yield from _points(section.thread, phrases)
    for standpoint in section.standpoints:
        yield phrases.say("told_of", standpoint.name, standpoint.text)
    for heading in section.headings:
        yield heading.text
        yield from _points(heading.points, phrases)
    yield from (f"{choice.letter}, {choice.text}" for choice in section.choices)
    yield from (voice.says for voice in section.voices)
    yield from (picture.name for picture in section.pictures)


def _points(points: Iterable[Point], phrases: Phrases) -> Iterator[str]:
    for point in points:
        whole = phrases.say("told_of", point.heading, point.text) if point.heading else point.text
        yield phrases.say("told_of", point.who, whole) if point.who else whole


UNSPOKEN = frozenset({"ref", "key", "file", "colour", "spoken_of", "notes"})
"""Fields of blocks that no visitor reads."""


def texts_of(block: object) -> Iterator[str]:
    """Every text of a block and of the blocks in it."""
    if isinstance(block, str):
        yield block
    elif isinstance(block, tuple):
        for part in block:
            yield from texts_of(part)
    elif is_dataclass(block):
        for one in fields(block):
            if one.name not in UNSPOKEN:
                yield from texts_of(getattr(block, one.name))
