"""Pages of what is higher than its room: they end with a sentence or a row, and cut none."""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from kiosk.exhibit.writing import leftward

LEAST = 0.5
"""The part of its room that a page fills before it may end at a better place than the last."""

LEAST_LINES = 4
"""Lines of text on a page that ends within a text, where it has room for them."""

BREAK = re.compile(r"<br\s*/?>")
BREAKS = re.compile(rf"(?:{BREAK.pattern}\s*)+")
GAPS = re.compile(rf"(?:\s*(?:{BREAK.pattern}|\n))+")
TAG = re.compile(r"<[^>]*>")
SENTENCE = re.compile(r"[.!?][\"'”’)\]]*(?=\s+[^\sa-z])|[。！？][”’」』）]*")
"""A sentence's last characters, where another one follows it."""

CLAUSE = re.compile(r"[,;:][\"'”’)\]]*(?=\s)|[，；：][”’」』）]*")
"""A clause's last characters within a sentence."""


class End(IntEnum):
    """The sense of a page's end after something; the best is after a sentence or a row."""

    HEADING = 0
    LINE = 1
    CLAUSE = 2
    WHOLE = 3


@dataclass(frozen=True)
class Leaf:
    """Something to see, in px of the column that it stands in; a text with no line ended early.

    Attributes:
        lines: their number; what is no text has one.
        scale: the distance from line to line, as a part of what `font` asks for.
        words: what it says, as plain text or Qt's StyledText.
        heading: what follows belongs to it, in the column that it stands in.
        breakable: its lines may end early, in a room of `width`.
        left: where it begins across the column; one without a `width` is as wide as that.

    """

    top: float
    bottom: float
    lines: int = 1
    scale: float = 1.0
    words: str = ""
    heading: bool = False
    breakable: bool = False
    font: QFont | None = None
    width: float = 0.0
    left: float = 0.0

    @property
    def pitch(self) -> float:
        """The px from one line to the next, as Qt Quick lays them: each ends where the next begins.

        Lines that are closer than their font asks for begin so much higher, above their item too.
        """
        if self.font is None or self.lines == 1:
            return (self.bottom - self.top) / self.lines
        return math.ceil(QFontMetricsF(self.font).height()) * self.scale

    def shares(self, other: Leaf) -> bool:
        """True if both stand in one column, as far as both have a width."""
        if not (self.width and other.width):
            return True
        return self.left < other.left + other.width and other.left < self.left + self.width

    @property
    def end(self) -> End:
        """The sense of a page's end after it."""
        return End.HEADING if self.heading else End.WHOLE


@dataclass(frozen=True)
class Pages:
    """Pages, and what texts have to do for them.

    Attributes:
        spans: the first and the last px of each page.
        early: by leaf, the widths in px of lines that end early, by their numbers.
        added: by leaf, the lines that this adds.

    """

    spans: tuple[tuple[float, float], ...]
    early: Mapping[int, Mapping[int, float]]
    added: Mapping[int, int]


@dataclass(frozen=True)
class _Slice:
    """A line of a leaf, or the whole of it, through which no page cuts.

    Attributes:
        foot: the px from which on the next one may begin.
        early: the px where the line ends early, if a page ends with it.

    """

    top: float
    bottom: float
    foot: float
    leaf: int
    line: int
    end: End
    early: float = 0.0


def paged(leaves: Sequence[Leaf], room: float) -> Pages:
    """The pages of `leaves`, of `room` px each; the last of them is short."""
    texts = {at: _Text(leaf) for at, leaf in enumerate(leaves) if leaf.breakable}
    rest = sorted(
        (part for at, leaf in enumerate(leaves) for part in _slices(at, leaf, texts.get(at))),
        key=lambda part: (part.top, part.bottom),
    )
    spans: list[tuple[float, float]] = []
    while rest:
        count = _best(rest, room, leaves)
        page, rest = rest[:count], rest[count:]
        start, end, last = page[0].top, max(part.bottom for part in page), page[-1]
        while end - start > room + 1:
            spans.append((start, start + room))
            start += room
        spans.append((start, end))
        if rest and last.early:
            rest = _after(last, rest, leaves[last.leaf], texts[last.leaf])
    early = {at: text.early for at, text in texts.items()}
    return Pages(tuple(spans), early, {at: text.added for at, text in texts.items()})


def paragraphs(text: str, font: QFont, width: float, most: int) -> list[str]:
    """A text in paragraphs of `most` lines at the most, parted between sentences.

    It is Qt's StyledText, `width` px wide; a sentence that has more lines stays whole.
    """
    parted: list[str] = []
    for paragraph in BREAKS.split(text):
        begun = ""
        for sentence in _sentences(paragraph):
            if (
                begun
                and _Text(Leaf(0, 0, words=begun + sentence, font=font, width=width)).lines > most
            ):
                parted.append(begun.strip())
                begun = ""
            begun += sentence
        parted.append(begun.strip())
    return [one for one in parted if one]


def sentences(text: str) -> list[str]:
    """The sentences of a text, Qt's StyledText; all of them together are the text."""
    found: list[str] = []
    at = 0
    for end in [*(gap.end() for gap in GAPS.finditer(text)), len(text)]:
        found += _sentences(text[at:end])
        at = end
    return [one for one in found if BREAKS.sub("", one).strip()]


def stretches(
    leaf: Leaf, number: int, early: Mapping[int, float]
) -> list[tuple[int, float, float]]:
    """The stretches of a leaf's lines that a sentence takes: line, and the px from and to.

    Lines end early at the widths in `early`, by their numbers.
    """
    said = sentences(leaf.words)
    if number >= len(said):
        return []
    start, end = (len(_read("".join(said[:count]))[0]) for count in (number, number + 1))
    return _Text(leaf, early).stretches(start, end)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph, with the space before each; none ends within a link."""
    at = 0
    for found in SENTENCE.finditer(text):
        said = text[at : found.end()]
        if said.count("<a ") == said.count("</a>"):
            yield said
            at = found.end()
    yield text[at:]


def _best(parts: Sequence[_Slice], room: float, leaves: Sequence[Leaf]) -> int:
    """The number of `parts` that the next page shows; none parts a heading from what follows."""
    start, reach, foot = parts[0].top, parts[0].top, parts[0].top
    ends: list[tuple[bool, bool, bool, int, int]] = []
    lines = 0
    for count, part in enumerate(parts, 1):
        reach, foot = max(reach, part.bottom), max(foot, part.foot)
        lines += leaves[part.leaf].breakable
        if reach > start + room + 1 and ends:
            break
        if count == len(parts):
            return count
        if parts[count].top > foot - 1:
            whole, filled = not _orphaned(parts, count, leaves), reach - start >= LEAST * room
            enough = lines >= LEAST_LINES or parts[count].leaf != part.leaf
            ends.append((whole, filled, enough, part.end if filled else 0, count))
            if reach > start + room + 1:
                break
    return max(ends)[-1]


def _orphaned(parts: Sequence[_Slice], count: int, leaves: Sequence[Leaf]) -> bool:
    """True if a heading among the first `count` parts has what follows it among the others."""

    def follows(heading: _Slice, part: _Slice) -> bool:
        return part.top > heading.top and leaves[heading.leaf].shares(leaves[part.leaf])

    headings = (part for part in parts[:count] if part.end is End.HEADING)
    return any(
        not any(follows(heading, part) for part in parts[:count])
        and any(follows(heading, part) for part in parts[count:])
        for heading in headings
    )


def _slices(at: int, leaf: Leaf, text: _Text | None) -> Iterator[_Slice]:
    pitch = leaf.pitch
    for line in range(leaf.lines):
        if text and text.is_blank(line):
            continue
        end, early = End.LINE, 0.0
        if line == leaf.lines - 1:
            end = leaf.end
        elif text:
            end, early = text.end_of(line)
        top = leaf.top + line * pitch
        yield _Slice(top, top + pitch, top + pitch, at, line, end, early)


def _after(last: _Slice, rest: Sequence[_Slice], leaf: Leaf, text: _Text) -> list[_Slice]:
    """The parts that follow once the line of `last` ends early; all beneath moves with it."""
    pitch = last.foot - last.top
    by = text.end_early(last.line, last.early) * pitch
    top = last.top - last.line * pitch
    lines = (text.lines - 1) * pitch
    whole = replace(leaf, top=top, bottom=top + lines + last.bottom - last.top, lines=text.lines)
    own = [part for part in _slices(last.leaf, whole, text) if part.line > last.line]
    others = [
        replace(part, top=part.top + by, bottom=part.bottom + by, foot=part.foot + by)
        for part in rest
        if part.leaf != last.leaf
    ]
    return sorted([*own, *others], key=lambda part: (part.top, part.bottom))


class _Text:
    """The lines of a leaf, broken as by Qt Quick."""

    def __init__(self, leaf: Leaf, early: Mapping[int, float] | None = None) -> None:
        self._width = leaf.width
        plain, formats = _read(leaf.words)
        self._sentences = [found.end() for found in SENTENCE.finditer(plain)]
        links = [(at.start, at.start + at.length) for at in formats if at.format.fontUnderline()]
        self._clauses = [
            found.end()
            for found in CLAUSE.finditer(plain)
            if not any(start < found.end() < end for start, end in links)
        ]
        self._plain, self._leftward = plain, leftward(plain)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        self._layout = QTextLayout(plain, leaf.font or QFont())
        self._layout.setTextOption(option)
        self._layout.setFormats(formats)
        self.early = dict(early or {})
        self._lay()
        # Another count than Qt Quick's: its lines end elsewhere, and no sentence is looked for.
        self._known = self.lines == leaf.lines
        self._natural = leaf.lines

    @property
    def lines(self) -> int:
        return self._layout.lineCount()

    @property
    def added(self) -> int:
        return self.lines - self._natural if self._known else 0

    def is_blank(self, line: int) -> bool:
        """True between two paragraphs."""
        if not self._known:
            return False
        laid = self._layout.lineAt(line)
        return not self._plain[laid.textStart() : laid.textStart() + laid.textLength()].strip()

    def end_of(self, line: int) -> tuple[End, float]:
        """The sense of a page's end after a line, and the px where the line ends early for it."""
        if not self._known:
            return End.LINE, 0.0
        laid = self._layout.lineAt(line)
        first, after = laid.textStart(), laid.textStart() + laid.textLength()
        for sense, found in ((End.WHOLE, self._sentences), (End.CLAUSE, self._clauses)):
            ends = [end for end in found if first < end <= after]
            if not ends:
                continue
            left = self._plain[ends[-1] : after]
            if not left.strip():
                return sense, 0.0
            word = ends[-1] + len(left) - len(left.lstrip())
            return sense, (self._along(laid, ends[-1]) + self._along(laid, word + 1)) / 2
        return End.LINE, 0.0

    def end_early(self, line: int, width: float) -> int:
        """Ends a line early; gives the lines that this adds."""
        before = self.lines
        self.early[line] = width
        self._lay()
        return self.lines - before

    def stretches(self, start: int, end: int) -> list[tuple[int, float, float]]:
        """The lines on which letters stand, and the px from the first of them to the last."""
        said = self._plain[start:end]
        start, end = end - len(said.lstrip()), start + len(said.rstrip())
        found = []
        for number in range(self.lines):
            line = self._layout.lineAt(number)
            first, after = line.textStart(), line.textStart() + line.textLength()
            if first < end and start < after:
                begins = self._along(line, max(start, first))
                ends = self._along(line, min(end, after))
                across = (
                    (self._width - ends, self._width - begins) if self._leftward else (begins, ends)
                )
                found.append((number, min(across), max(across)))
        return found

    def _along(self, line: QTextLine, at: int) -> float:
        """The px from where a line begins, at the right if it is read from there, to a letter."""
        x: Any = line.cursorToX(at)
        across = float(x[0] if isinstance(x, tuple) else x)
        return line.naturalTextWidth() - across if self._leftward else across

    def _lay(self) -> None:
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self.early.get(line.lineNumber(), self._width))
        self._layout.endLayout()


def _read(styled: str) -> tuple[str, list[QTextLayout.FormatRange]]:
    """The letters of StyledText, and what of them looks otherwise than its font."""
    plain, at = "", 0
    begun: list[tuple[str, int]] = []
    formats: list[QTextLayout.FormatRange] = []
    for tag in TAG.finditer(styled):
        plain += html.unescape(styled[at : tag.start()])
        at = tag.end()
        if BREAK.fullmatch(tag[0]):
            plain += "\u2028"
        elif not tag[0].startswith("</"):
            begun.append((tag[0].strip("<>").split()[0], len(plain)))
        elif begun:
            name, start = begun.pop()
            formats.append(_looking(name, start, len(plain) - start))
    return plain + html.unescape(styled[at:]), formats


def _looking(tag: str, start: int, length: int) -> QTextLayout.FormatRange:
    found, look = QTextLayout.FormatRange(), QTextCharFormat()
    if tag == "a":
        look.setFontUnderline(True)
    elif tag == "b":
        look.setFontWeight(QFont.Weight.Bold)
    elif tag == "i":
        look.setFontItalic(True)
    found.start, found.length, found.format = start, length, look
    return found
