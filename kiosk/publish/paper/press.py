"""A painter of pages that notes what it paints, for links and for those who hear a file read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPdfWriter

OFF_PAGE = 9999
"""A mark is a speck so many px above its page, and a px further left than the one before."""

LINK = "Link"
"""The role of what a touch leads on from."""


@dataclass(frozen=True)
class Link:
    """An area to touch on a page, counted from 0, in px; `to` is the anchor it leads to."""

    page: int
    box: QRectF
    to: str
    says: str


@dataclass(eq=False)
class Part:
    """Something that is read as one, in pieces where it goes on overleaf.

    Its `role` is a structure type of PDF (ISO 32000-1, 14.8.4), as H1, P, Figure or `LINK`; what it
    is a part of stands `above` it. One that is `silent` is seen, and left out by who reads aloud.
    """

    role: str
    language: str = ""
    alt: str = ""
    above: Part | None = None
    silent: bool = False
    links: list[Link] = field(default_factory=list)

    def item(self) -> Part:
        """The body of another item of a list."""
        return Part("LBody", above=Part("LI", above=self))


class Press(QPainter):
    """A painter whose `marks` say what is painted after each: a part, or None for ornament."""

    def __init__(self, writer: QPdfWriter) -> None:
        super().__init__()
        self._writer, self._page = writer, 0
        self.marks: list[Part | None] = []
        self.leftward = False

    def within(self, x: float, width: float, left: float, wide: float) -> float:
        """The left end of a part, `wide` px, of a block at `x`; a `leftward` page mirrors it.

        `left` is where it stands in a writing from left to right.
        """
        return 2 * x + width - left - wide if self.leftward else left

    def set_apart(self, line: QRectF, first: str, last: str) -> None:
        """Sets words where a line begins, and others where it ends."""
        sides = [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight]
        for words, side in zip(
            (first, last), reversed(sides) if self.leftward else sides, strict=True
        ):
            self.drawText(line, Qt.AlignmentFlag.AlignVCenter | side, words)

    def turn(self) -> None:
        """Begins another page."""
        self._writer.newPage()
        self._page += 1

    @contextmanager
    def reading(self, part: Part) -> Iterator[None]:
        """The time in which what is painted is read as this part; all else is ornament."""
        self.read(part)
        try:
            yield
        finally:
            self.read(None)

    def link(self, part: Part, box: QRectF, to: str, says: str) -> None:
        """Lets a touch in `box` lead to an anchor."""
        part.links.append(Link(self._page, box, to, says))

    def read(self, part: Part | None) -> None:
        """Lets what is painted from here on be read as a part, or be ornament."""
        self.save()
        self.setPen(Qt.PenStyle.NoPen)
        self.setBrush(QColor("black"))
        self.drawRect(QRectF(-1 - len(self.marks), -OFF_PAGE, 1, 1))
        self.restore()
        self.marks.append(part)
