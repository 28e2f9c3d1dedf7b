"""Names in a text that open a card when they are touched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from string import ascii_lowercase, digits

from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import PROOFS, NoRef, Ref
from kiosk.exhibit.rules.naming import LINKED, names_of
from kiosk.exhibit.writing import NUMBERED, WORD_JOINER, wide_in

HAIR = "\u200a"
"""Between two links that touch, or their lines would run into one."""

LETTERS = frozenset(ascii_lowercase + digits)
"""Beside one of these a Latin name is a part of a word."""

SHORT = 4
"""The letters of a name written by character within which no line ends."""


class Linker:
    """Finds the names of an exhibit's records in texts of one language."""

    def __init__(self, exhibit: Exhibit, language: str) -> None:
        self._refs: dict[str, Ref] = {}
        for kind in LINKED:
            for record in getattr(exhibit, kind):
                for _, words in names_of(record):
                    self._refs.setdefault(_folded(words.in_(language)), ref_of(record))

    @cached_property
    def _names(self) -> list[str]:
        """Every name in small letters, the longest first."""
        return sorted((name for name in self._refs if len(name) > 1), key=len, reverse=True)

    def _found(self, text: str) -> Iterator[tuple[int, int, Ref]]:
        """The names in `text`: from, to, whose; of two that overlap the first, or the longer."""
        folded = _folded(text)
        names = [name for name in self._names if name in folded]
        whole = [(at, name) for name in names for at in _whole(name, folded)]
        whole.sort(key=lambda one: one[0])  # of those at one place the longest stays first
        places, passed = _places(text, folded) if whole else {}, 0
        for at, name in whole:
            if at >= passed:
                passed = at + len(name)
                start, end = places.get(at), places.get(passed)
                if start is not None and end is not None:
                    yield start, end, self._refs[name]

    def mentioned(self, text: str) -> set[Ref]:
        """The records that `text` names."""
        return {ref for _, _, ref in self._found(text)}

    def link(self, text: str, opened: Ref | NoRef = "") -> str:
        """`text` as Qt's StyledText, the first mention of each name a link to its card.

        The card that is `opened` already is not linked. No line ends within a short name that is
        written by character.
        """
        told: set[str] = {opened}
        parts: list[str] = []
        end = 0
        for start, after, ref in self._found(text):
            touching = HAIR if parts and start == end and ref not in told else ""
            parts.append(touching + _escaped(text[end:start]))
            name = _escaped(_together(text[start:after]))
            parts.append(name if ref in told else f'<a href="{ref}">{name}</a>')
            told.add(ref)
            end = after
        parts.append(_escaped(text[end:]))
        return "".join(parts)

    def together(self, text: str) -> str:
        """The plain `text`; no line ends within a short name that is written by character."""
        parts: list[str] = []
        end = 0
        for start, after, _ in self._found(text):
            parts += text[end:start], _together(text[start:after])
            end = after
        return "".join((*parts, text[end:]))


def leading(ref: Ref, text: str) -> str:
    """The whole of `text` as a link to an entry, in Qt's StyledText."""
    return f'<a href="{ref}">{_escaped(text)}</a>'


def numbered(styled: str, count: int) -> str:
    """A StyledText whose numbers in brackets, (1) to (`count`), are links to those proofs."""

    def linked(found: re.Match[str]) -> str:
        number = int(found[1])
        return f'<a href="{PROOFS}/{number}">{found[0]}</a>' if number <= count else found[0]

    return NUMBERED.sub(linked, styled)


def _places(text: str, folded: str) -> dict[int, int]:
    """The place in `text` of each place of it casefolded; some letters fold into several."""
    if len(folded) == len(text):
        return {i: i for i in range(len(text) + 1)}
    lengths = (len(letter.casefold()) for letter in text)
    return {at: i for i, at in enumerate(accumulate(lengths, initial=0))}


def _folded(text: str) -> str:
    """`text` as names are compared: in small letters, with straight apostrophes."""
    return text.casefold().replace("’", "'")


def _whole(name: str, folded: str) -> Iterator[int]:
    """The places at which a name stands as a whole word; Chinese has no gaps between words."""
    opens, shuts = name[0].isascii(), name[-1].isascii() and name[-1].isalnum()
    at = folded.find(name)
    while at >= 0:
        end = at + len(name)
        joined = opens and at and folded[at - 1] in LETTERS
        if not joined and not (shuts and end < len(folded) and folded[end] in LETTERS):
            yield at
        at = folded.find(name, at + 1)


def _together(name: str) -> str:
    return WORD_JOINER.join(name) if 1 < len(wide_in(name)) <= SHORT else name


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")
