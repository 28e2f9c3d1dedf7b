"""Paragraphs: words in lines that break where each language allows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import cast

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from kiosk.exhibit.ref import Ref
from kiosk.exhibit.writing import WIDE, WORD_JOINER
from kiosk.publish.paper.flow import Block
from kiosk.publish.paper.letters import INK, font_of
from kiosk.publish.paper.press import LINK, Part, Press
from kiosk.telling.balance import HARD_SPACE
from kiosk.telling.joints import joined, joints
from kiosk.telling.outline.blocks import Knot, Source

FIRST = re.compile(r"(?<=\S)(?=[—–·～／…])")
"""The places before marks that begin no line."""

PARAGRAPH = re.compile(r"\s*\n\s*")
LINE_END = "\u2028"

OPENING, CLOSING = "“‘（《【", "”’）》】、，。；：！？"
LAST = re.compile(f"[{WIDE}]{{2,3}}[{CLOSING}]*$")
TIGHT = re.compile(f"[{CLOSING}](?={WORD_JOINER}?[{OPENING}{CLOSING}])|(?<=[{OPENING}])[{OPENING}]")
"""Chinese marks that take half their width beside another: W3C, Requirements for Chinese Text
Layout, 3.1.6."""

MAY_BREAK = "\u200b"
"""A place between characters where a line may end."""

UNSEEN = re.compile(f"[{WORD_JOINER}{LINE_END}{MAY_BREAK}]")

ENDLESS = 1e6

ORPHANS = 2
"""A paragraph is split so that so many lines at least stand on either side."""

MOST_BROKEN = 20_000
"""The texts in a width of which it is kept where their lines end."""

MOST_WHOLE = 16
"""A paragraph of more lines is split wherever it stands, since no page might hold it."""


@dataclass(frozen=True)
class Type:
    """The setting of words: family, size and weight, the distance of lines in sizes, colour.

    `language` is that of the words.
    """

    family: str
    px: int
    leading: float
    weight: QFont.Weight = QFont.Weight.Normal
    colour: str = INK
    language: str = ""
    tight: bool = False

    @property
    def font(self) -> QFont:
        """The font."""
        return font_of(self.family, self.px, self.weight, tight=self.tight)

    @property
    def line(self) -> float:
        """The distance from base line to base line, in px."""
        return self.px * self.leading

    def in_(self, colour: str) -> Type:
        """The same in another colour."""
        return replace(self, colour=colour)


@dataclass(frozen=True)
class Run:
    """Some words of a paragraph in a type; `raised` above the line as a note's number is.

    A touch leads to the anchor `to`, if there is one; `says` tells what stands there. What `cites`
    is for the eye: who reads aloud leaves it out.
    """

    text: str
    type: Type
    raised: bool = False
    to: str = ""
    says: str = ""
    cites: bool = False

    @property
    def length(self) -> int:
        """The length of its text, in units of UTF-16."""
        return len(self.text.encode("utf-16-le")) // 2


@dataclass(frozen=True)
class Line:
    """One line as it is set."""

    layout: QTextLayout
    runs: Sequence[Run]


@dataclass(frozen=True)
class Told:
    """A piece of a line that is told apart: its part, where it begins, and what it leads to."""

    part: Part
    layout: QTextLayout
    at: float
    wide: float
    link: Run | None


class Paragraph(Block):
    """Words in lines; those after the first are set in by `hang` px.

    A page is not broken within what is `whole`. What it is to those who hear it read says `role`;
    what it is a part of stands `above` it.
    """

    def __init__(
        self,
        runs: Sequence[Run],
        *,
        gap: float = 0.0,
        hang: float = 0.0,
        clings: bool = False,
        whole: bool = False,
        anchor: str = "",
        role: str = "P",
        above: Part | None = None,
    ) -> None:
        on_line = (run.type for run in runs if not run.raised)
        self._runs, self._type = tuple(runs), max(on_line, key=lambda type_: type_.line)
        self._part = Part(role, self._type.language, above=above)
        self._cited = Part("Reference", above=self._part, silent=True)
        self.gap, self._hang, self.clings, self.anchor = gap, hang, clings, anchor
        self._whole, self.heads = whole, role.startswith("H")
        self._ends: dict[float, Sequence[int]] = {}

    def ends(self, width: float) -> Sequence[int]:
        """The places in its text, in units of UTF-16, at which its lines end."""
        if width not in self._ends:
            self._ends[width] = _broken(self._runs, width, self._hang)
        return self._ends[width]

    def lines(self, width: float) -> list[Line]:
        """The lines in which it stands."""
        joined = _joined_runs(self._runs)
        starts = (0, *self.ends(width))
        parts = (_part(joined, start, end) for start, end in pairwise(starts))
        return [Line(_line(runs), runs) for runs in parts]

    def height(self, width: float) -> float:
        """Block's hook."""
        return len(self.ends(width)) * self._type.line

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        self.paint_lines(press, x, y, width, 0, len(self.ends(width)))

    def paint_lines(
        self, press: Press, x: float, y: float, width: float, first: int, last: int
    ) -> None:
        """Paints the lines from `first` on, up to but not `last`."""
        metrics = QFontMetricsF(self._type.font)
        body = metrics.ascent() + metrics.descent()
        base = y + (self._type.line - body) / 2 + metrics.ascent()
        part: Part | None = None
        for i, line in enumerate(self.lines(width)[first:last], first):
            left = self._begin(line, x, width, self._hang if i else 0.0)
            for told in self._told(line):
                ascent = told.layout.lineAt(0).ascent()
                if told.part is not part:
                    press.read(told.part)
                    part = told.part
                told.layout.draw(press, QPointF(left + told.at, base - ascent))
                if told.link:
                    box = QRectF(left + told.at, base - body, told.wide, body)
                    press.link(told.part, box, told.link.to, told.link.says)
            base += self._type.line
        press.read(None)

    def _begin(self, line: Line, x: float, width: float, hang: float) -> float:
        """The left end of a line: writing from right to left begins at the right."""
        if direction_of(self._runs) is Qt.LayoutDirection.LeftToRight:
            return x + hang
        return x + width - hang - line.layout.lineAt(0).naturalTextWidth()

    def _told(self, line: Line) -> Iterator[Told]:
        """A line in what is told apart: words, what cites, and each link."""
        set_, end = line.layout.lineAt(0), 0
        for (cites, to, _), group in groupby(line.runs, lambda run: (run.cites, run.to, run.says)):
            runs = list(group)
            start, end = end, end + sum(run.length for run in runs)
            left, right = sorted((_x(set_, start), _x(set_, end)))
            part = self._cited if cites else self._part
            if to:
                part = Part(LINK, self._type.language, above=part)
            layout = line.layout if len(runs) == len(line.runs) else _line(runs)
            yield Told(part, layout, left, right - left, runs[0] if to else None)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Block's hook."""
        if self._whole and len(self.ends(width)) <= MOST_WHOLE:
            return None
        return _Lines(self, 0, None).split(width, room)

    @property
    def line_height(self) -> float:
        """The distance from line to line, in px."""
        return self._type.line


class _Lines(Block):
    """Some lines of a paragraph; up to its end without a `last`."""

    def __init__(self, whole: Paragraph, first: int, last: int | None) -> None:
        self._of, self._first, self._last = whole, first, last
        self.gap = whole.gap if not first else 0.0
        self.anchor = whole.anchor if not first else ""

    def _end(self, width: float) -> int:
        return len(self._of.ends(width)) if self._last is None else self._last

    def height(self, width: float) -> float:
        """Block's hook."""
        return (self._end(width) - self._first) * self._of.line_height

    def paint(self, press: Press, x: float, y: float, width: float) -> None:
        """Block's hook."""
        self._of.paint_lines(press, x, y, width, self._first, self._end(width))

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Block's hook."""
        head = min(int(room / self._of.line_height), self._end(width) - self._first - ORPHANS)
        if head < ORPHANS:
            return None
        middle = self._first + head
        return _Lines(self._of, self._first, middle), _Lines(self._of, middle, self._last)


@lru_cache(MOST_BROKEN)
def _broken(runs: Sequence[Run], width: float, hang: float) -> Sequence[int]:
    """The places at which the lines of a text end; sizes that are tried anew are not set anew."""
    layout = _layout(_joined_runs(runs))
    ends: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width - hang if ends else width)
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    return tuple(ends)


def _joined_runs(runs: Sequence[Run]) -> list[Run]:
    """The runs as they are set, with joiners where no line may end."""
    return [part for run in runs for part in _tight(_with(run, _joined(run.text)))]


def _with(run: Run, text: str) -> Run:
    return run if text == run.text else replace(run, text=text)


def _part(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The runs between two places of their text, counted in units of UTF-16.

    The joiners that forbid a break are taken out again: no font has a shape for them, so that
    another font would have to be embedded.
    """
    part, at = [], 0
    for run in runs:
        units = run.text.encode("utf-16-le")
        kept = units[2 * max(0, start - at) : 2 * max(0, end - at)].decode("utf-16-le")
        if text := UNSEEN.sub("", kept):
            part.append(_with(run, text))
        at += len(units) // 2
    return part


def _line(runs: Sequence[Run]) -> QTextLayout:
    """One line, as long as it is."""
    layout = _layout(runs)
    layout.beginLayout()
    layout.createLine().setLineWidth(ENDLESS)
    layout.endLayout()
    return layout


def _layout(runs: Sequence[Run]) -> QTextLayout:
    layout = QTextLayout("".join(run.text for run in runs), runs[0].type.font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(direction_of(runs))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(runs))
    return layout


def direction_of(runs: Sequence[Run]) -> Qt.LayoutDirection:
    """The direction of the language that a text is in."""
    return _direction_in(runs[0].type.language or "en")


@cache
def _direction_in(language: str) -> Qt.LayoutDirection:
    return QLocale(language).textDirection()


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for run in runs:
        range_ = QTextLayout.FormatRange()
        range_.start, range_.length = start, run.length
        range_.format = _format_of(run.type, run.raised)
        ranges.append(range_)
        start += range_.length
    return ranges


@cache
def _format_of(type_: Type, raised: bool) -> QTextCharFormat:
    format_ = QTextCharFormat()
    format_.setFont(type_.font)
    format_.setForeground(QColor(type_.colour))
    if raised:
        format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    return format_


@lru_cache(MOST_BROKEN)
def _joined(text: str) -> str:
    """The text, joined where no line may end: at its joints, and before the last character."""
    text = PARAGRAPH.sub(LINE_END, text.strip("\n"))
    text = joined(text, joints(text))
    text = FIRST.sub(WORD_JOINER, text)
    return LAST.sub(lambda last: WORD_JOINER.join(last.group()), text)


def _tight(run: Run) -> list[Run]:
    """The run, parted where a mark is set tight."""
    if not TIGHT.search(run.text):
        return [run] if run.text else []
    parts, at = [], 0
    for found in TIGHT.finditer(run.text):
        mark = replace(run, text=found.group(), type=replace(run.type, tight=True))
        parts += [replace(run, text=run.text[at : found.start()]), mark]
        at = found.end()
    parts.append(replace(run, text=run.text[at:]))
    return [part for part in parts if part.text]


def _x(line: QTextLine, at: int) -> float:
    """The x at which the character at this place begins."""
    return cast("tuple[float, int]", line.cursorToX(at))[0]


def cited(sources: Sequence[Source], type_: Type, *, raised: bool) -> Iterator[Run]:
    """The numbers of sources, each of which leads to its source."""
    between, after = (f",{MAY_BREAK}", "") if raised else (", ", "]")
    lead = HARD_SPACE if raised else " ["
    for source in sources:
        yield Run(lead, type_, raised, cites=True)
        to = Ref.of("sources", source.key)
        yield Run(str(source.number), type_, raised, to=to, says=source.title, cites=True)
        lead = between
    if sources:
        yield Run(after, type_, raised, cites=True)


def threaded(thread: Sequence[Knot], date: Type, body: Type) -> Iterator[Run]:
    """A life in one paragraph, each date before what it brought."""
    for i, knot in enumerate(thread):
        if knot.heading:
            yield Run(f"{' ' if i else ''}{knot.heading}{HARD_SPACE}", date)
        elif i:
            yield Run(" ", body)
        yield Run(knot.text, body)


def solid(text: str) -> str:
    """A remark in brackets that no line end parts."""
    return WORD_JOINER.join(f"[{text}]".replace(" ", HARD_SPACE))
