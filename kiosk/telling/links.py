"""Names in a text that open a card when they are touched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from string import ascii_lowercase, digits
from typing import NamedTuple

from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.marked import Mark, marks_of
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import PROOFS, NoRef, Ref
from kiosk.exhibit.rules.addresses import address_in
from kiosk.exhibit.rules.naming import LINKED, names_of
from kiosk.exhibit.writing import NUMBERED, WORD_JOINER, is_wide, wide_in

HAIR = "\u200a"
"""Between two links that touch, or their lines would run into one."""

LETTERS = frozenset(ascii_lowercase + digits)
"""Beside one of these a Latin name is a part of a word."""

HEADS = (6, 2)
"""The letters by which longer and shorter names are looked up: of ten thousand few begin so."""

SHORT = 4
"""The letters of a name written by character within which no line ends."""


CLOSING, AMID, OPENING = range(3)
"""The order of tags at one place of a text."""


class Tag(NamedTuple):
    """A piece of HTML between the letters of a text; of one rank the lower `inner` first."""

    at: int
    html: str
    rank: int
    inner: int = 0


class Piece(NamedTuple):
    """Letters of one look; `to` is the ref to which they lead, `raised` the number of a source."""

    text: str
    strong: bool
    to: Ref | NoRef
    raised: bool = False


class Linker:
    """Finds the names of an exhibit's records in texts of one language."""

    def __init__(self, exhibit: Exhibit, language: str) -> None:
        self._refs: dict[str, Ref] = {}
        for kind in LINKED:
            for record in getattr(exhibit, kind):
                for _, words in names_of(record):
                    self._refs.setdefault(_folded(words.in_(language)), ref_of(record))
        self._sources = {source.id: number for number, source in enumerate(exhibit.sources, 1)}
        self._addresses = {
            address_in(source.where.in_(language)): ref_of(source) for source in exhibit.sources
        }

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """Every name in small letters by its first letters."""
        names: dict[str, list[str]] = {}
        for name in self._refs:
            if size := next((size for size in HEADS if len(name) >= size), 0):
                names.setdefault(name[:size], []).append(name)
        return names

    def _found(self, text: str) -> Iterator[tuple[int, int, Ref]]:
        """The names in `text`: from, to, whose; of two that overlap the first, or the longer."""
        folded = _folded(text)
        heads = {folded[at : at + size] for size in HEADS for at in range(len(folded))}
        names = [name for head in heads & self._names.keys() for name in self._names[head]]
        whole = [(at, name) for name in names if name in folded for at in _whole(name, folded)]
        whole.sort(key=lambda one: (one[0], -len(one[1])))
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

    def link(self, text: str, opened: Ref | NoRef = "", *, outside: bool = False) -> str:
        """`text` as Qt's StyledText, the first mention of each name a link to its card.

        The card that is `opened` already is not linked. No line ends within what belongs together
        in a text that is written by character. What is marked looks so; an address leads to itself
        where `outside` can be reached, else to the card of the source that has it.
        """
        marks, found = marks_of(text), [*self._found(text)]
        tags = self._tags(text, marks, outside)
        tags += (Tag(at, WORD_JOINER, AMID) for at in _joints(text, found))
        told: set[str] = {opened}
        passed = 0
        for start, after, ref in found:
            if any(mark.parts(start, after) for mark in marks):
                continue
            if passed and start == passed and ref not in told:
                tags.append(Tag(start, HAIR, AMID))
            if ref not in told:
                tags += _round(start, after, f'<a href="{ref}">', "</a>")
            told.add(ref)
            passed = after
        return _woven(text, tags)

    def _tags(self, text: str, marks: Sequence[Mark], outside: bool) -> list[Tag]:
        """The tags of what is marked."""
        tags: list[Tag] = []
        for mark in marks:
            if mark.way == "source" and mark.to in self._sources:
                ref, number = Ref.of("sources", mark.to), self._sources[mark.to]
                tags.append(Tag(mark.start, f'<a href="{ref}">[{number}]</a>', AMID))
            elif mark.way == "link" and (to := mark.to if outside else self._inside(mark.to)):
                tags += _round(mark.start, mark.end, f'<a href="{html.escape(to)}">', "</a>")
            elif mark.way in ("emphasis", "strong"):
                tags += _stressed(text, mark)
        return tags

    def _inside(self, address: str) -> str:
        """The ref to which an address leads within the exhibit; "" for none."""
        return self._addresses.get(address, "" if "://" in address else address)

    def pieces(self, text: str) -> Iterator[Piece]:
        """A text in pieces of one look, for those who set it letter by letter."""
        marks = marks_of(text)
        if not marks:
            yield Piece(text, False, "")
            return
        edges = sorted({0, len(text), *(edge for mark in marks for edge in mark[1:3])})
        for start, end in pairwise(edges):
            yield from self._notes(marks, start)
            over = [mark for mark in marks if mark.start <= start and end <= mark.end]
            led = next((self._inside(mark.to) for mark in over if mark.way == "link"), "")
            strong = any(mark.way in ("emphasis", "strong") for mark in over)
            yield Piece(text[start:end], strong, Ref(led) if led else "")
        yield from self._notes(marks, len(text))

    def _notes(self, marks: Sequence[Mark], at: int) -> Iterator[Piece]:
        for mark in marks:
            if mark.way == "source" and mark.start == at and mark.to in self._sources:
                ref = Ref.of("sources", mark.to)
                yield Piece(str(self._sources[mark.to]), False, ref, raised=True)

    def together(self, text: str) -> str:
        """The plain `text`, whose lines end where those of `link` may."""
        if not is_wide(text):
            return text
        from kiosk.telling.joints import joined

        return joined(text, _joints(text, [*self._found(text)]))


def _round(start: int, end: int, opening: str, closing: str) -> tuple[Tag, Tag]:
    """The tags round a stretch: those that begin later end first."""
    return Tag(start, opening, OPENING, -end), Tag(end, closing, CLOSING, -start)


def _woven(text: str, tags: Sequence[Tag]) -> str:
    """A text with its tags, each at its place; of those round one stretch the first is outside."""
    ranked = [(tag, number) for number, tag in enumerate(tags)]
    ranked.sort(key=lambda one: (one[0].at, one[0].rank, one[0].inner, _turn(*one)))
    parts: list[str] = []
    end = 0
    for tag, _ in ranked:
        parts += _escaped(text[end : tag.at]), tag.html
        end = tag.at
    return "".join((*parts, _escaped(text[end:])))


def emphasised(text: str) -> str:
    """A text as StyledText without a link: no more than its emphasis is marked."""
    marks = (mark for mark in marks_of(text) if mark.way in ("emphasis", "strong"))
    return _woven(text, [tag for mark in marks for tag in _stressed(text, mark)])


def _stressed(text: str, mark: Mark) -> tuple[Tag, Tag]:
    """The tags of emphasis; what is written by character is never slanted."""
    strong = mark.way == "strong" or is_wide(text[mark.start : mark.end])
    name = "b" if strong else "i"
    return _round(mark.start, mark.end, f"<{name}>", f"</{name}>")


def _turn(tag: Tag, number: int) -> int:
    return -number if tag.rank == CLOSING else number


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


def _joints(text: str, names: Sequence[tuple[int, int, Ref]]) -> set[int]:
    """The places at which no line ends: within short names too, but not between two that touch."""
    if not is_wide(text):
        return set()
    from kiosk.telling.joints import joints  # its patterns take time

    places = joints(text)
    for start, end, _ in names:
        if 1 < len(wide_in(text[start:end])) <= SHORT:
            places.update(range(start + 1, end))
    return places.difference({end for _, end, _ in names} & {start for start, *_ in names})


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")
