"""Paragraphs: words in lines that break where each language allows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from kiosk.stage.tongue import MEASURED, WORD_JOINER
from kiosk.workbench.paper.flow import Block
from kiosk.workbench.paper.letters import INK, font_of

LAST = re.compile(r"[\u4e00-\u9fff]{2,3}[\u3001-\u3011\uff01-\uff1f\u201d]*$")

ENDLESS = 1e6

ORPHANS = 2
"""A paragraph is split so that so many lines at least stand on either side."""


@dataclass(frozen=True)
class Type:
    """How words are set: family, size and weight, the distance of lines in sizes, colour."""

    family: str
    px: int
    leading: float
    weight: QFont.Weight = QFont.Weight.Normal
    colour: str = INK

    @property
    def font(self) -> QFont:
        """The font."""
        return font_of(self.family, self.px, self.weight)

    @property
    def line(self) -> float:
        """From base line to base line, in px."""
        return self.px * self.leading

    def in_(self, colour: str) -> Type:
        """The same in another colour."""
        return replace(self, colour=colour)


@dataclass(frozen=True)
class Run:
    """Some words of a paragraph in a type; `raised` above the line as a note's number is."""

    text: str
    type: Type
    raised: bool = False


class Paragraph(Block):
    """Words in lines; those after the first are set in by `hang` px.

    A page is not broken within what is `whole`.
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
    ) -> None:
        self._runs, self._type = runs, runs[0].type
        self.gap, self._hang, self.clings, self.anchor = gap, hang, clings, anchor
        self._whole = whole
        self._set: dict[float, list[QTextLayout]] = {}

    def lines(self, width: float) -> list[QTextLayout]:
        """The lines in which it stands."""
        if width not in self._set:
            self._set[width] = [_line(runs) for runs in _broken(self._runs, width, self._hang)]
        return self._set[width]

    def height(self, width: float) -> float:
        """Block's hook."""
        return len(self.lines(width)) * self._type.line

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Block's hook."""
        self.paint_lines(painter, x, y, width, 0, len(self.lines(width)))

    def paint_lines(
        self, painter: QPainter, x: float, y: float, width: float, first: int, last: int
    ) -> None:
        """Paints the lines from `first` on, up to but not `last`."""
        metrics = QFontMetricsF(self._type.font)
        body = metrics.ascent() + metrics.descent()
        base = y + (self._type.line - body) / 2 + metrics.ascent()
        for i, line in enumerate(self.lines(width)[first:last], first):
            left = x + (self._hang if i else 0.0)
            line.draw(painter, QPointF(left, base - line.lineAt(0).ascent()))
            base += self._type.line

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Block's hook."""
        return None if self._whole else _Lines(self, 0, None).split(width, room)

    @property
    def line_height(self) -> float:
        """From line to line, in px."""
        return self._type.line


class _Lines(Block):
    """Some lines of a paragraph; up to its end without a `last`."""

    def __init__(self, whole: Paragraph, first: int, last: int | None) -> None:
        self._of, self._first, self._last = whole, first, last
        self.gap = whole.gap if not first else 0.0
        self.anchor = whole.anchor if not first else ""

    def _end(self, width: float) -> int:
        return len(self._of.lines(width)) if self._last is None else self._last

    def height(self, width: float) -> float:
        """Block's hook."""
        return (self._end(width) - self._first) * self._of.line_height

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Block's hook."""
        self._of.paint_lines(painter, x, y, width, self._first, self._end(width))

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Block's hook."""
        head = min(int(room / self._of.line_height), self._end(width) - self._first - ORPHANS)
        if head < ORPHANS:
            return None
        middle = self._first + head
        return _Lines(self._of, self._first, middle), _Lines(self._of, middle, self._last)


def _broken(runs: Sequence[Run], width: float, hang: float) -> list[list[Run]]:
    """The runs of each line.

    The joiners that forbid a break are taken out again: no font has a shape for them, so that
    another font would have to be embedded.
    """
    joined = [replace(run, text=_joined(run.text)) for run in runs]
    layout = _layout(joined)
    lines, first = [], True
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width if first else width - hang)
        lines.append(_part(joined, line.textStart(), line.textStart() + line.textLength()))
        first = False
    layout.endLayout()
    return lines


def _part(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The runs between two places of their text, counted in units of UTF-16."""
    part, at = [], 0
    for run in runs:
        units = run.text.encode("utf-16-le")
        kept = units[2 * max(0, start - at) : 2 * max(0, end - at)].decode("utf-16-le")
        if text := kept.replace(WORD_JOINER, ""):
            part.append(replace(run, text=text))
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
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(runs))
    return layout


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for run in runs:
        range_, format_ = QTextLayout.FormatRange(), QTextCharFormat()
        range_.start, range_.length = start, len(run.text.encode("utf-16-le")) // 2
        format_.setFont(run.type.font)
        format_.setForeground(QColor(run.type.colour))
        if run.raised:
            format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        range_.format = format_
        ranges.append(range_)
        start += range_.length
    return ranges


def _joined(text: str) -> str:
    """No line ends between a number and what it counts, and none begins with the last character."""
    text = MEASURED.sub(WORD_JOINER, text)
    return LAST.sub(lambda last: WORD_JOINER.join(last.group()), text)


class Listed(Block):
    """What a contents list says, with the page on which it stands at the end of the line."""

    def __init__(self, text: str, type_: Type, number: object, *, gap: float = 0.0) -> None:
        self._text, self._type, self._number, self.gap = text, type_, number, gap

    def height(self, width: float) -> float:
        """Block's hook."""
        return self._type.line

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Block's hook."""
        number = str(self._number() if callable(self._number) else self._number)
        line = QRectF(x, y, width, self._type.line)
        painter.setFont(self._type.font)
        painter.setPen(QColor(self._type.colour))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, self._text)
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, number)
