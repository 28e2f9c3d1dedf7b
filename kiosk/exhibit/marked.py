"""Texts that know what in them is marked: emphasis, links, the sources of a statement.

To whoever knows nothing of marks such a text is the plain text that is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, Self

BULLET = "• "
"""The begin of a line that is an entry of a list."""

Way = Literal["emphasis", "strong", "link", "source"]


class Mark(NamedTuple):
    """A mark from one place of a text to another; `to` is the address of a link, or a source's id.

    That of a source has no width: it stands behind what the source says.
    """

    way: Way
    start: int
    end: int
    to: str = ""

    def parts(self, start: int, end: int) -> bool:
        """True if it would part what stands there, or is a link that shares a letter with it."""
        if self.end <= start or end <= self.start:
            return False
        return self.way == "link" or not (self.start <= start and end <= self.end)


class Marked(str):
    """A text without its markup, and its marks in the order in which they begin."""

    marks: tuple[Mark, ...]

    def __new__(cls, text: str, marks: Iterable[Mark]) -> Self:
        made = str.__new__(cls, text)
        made.marks = tuple(marks)
        return made


def marks_of(text: str) -> tuple[Mark, ...]:
    """The marks of a text, of which most have none."""
    return text.marks if isinstance(text, Marked) else ()
