"""The outcome of reading a content folder."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reading.problem import Problem


@dataclass(frozen=True)
class Reading:
    """The outcome of reading a content folder.

    `exhibit` holds what is sound: an entry with an error is left out, with all that rests on it;
    of a formation only the track, if the error is there.
    It is None where too little is left to show, or where a file cannot be read at all.
    `problems` are all there are, in the order of files and lines.
    """

    exhibit: Exhibit | None
    problems: tuple[Problem, ...]
