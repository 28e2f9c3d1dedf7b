"""The sizes in which a paper is set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import QFont

from kiosk.publish.paper.letters import MUTED
from kiosk.publish.paper.mapfigure import Lens
from kiosk.publish.paper.sheet import PX_PER_MM, points
from kiosk.publish.paper.text import Type
from kiosk.telling.fonts import SANS, SERIF
from kiosk.telling.words import Phrases


@dataclass(frozen=True)
class Scale:
    """Sizes of type in points, columns and their distance in mm, and how maps are reduced."""

    title: float
    heading: float
    subheading: float
    body: float
    small: float
    columns: int
    gutter_mm: float
    lens: Lens
    sign_mm: float = 8.0
    """Width of a symbol beside what it means."""
    airy: float = 1.0
    """The distance between lines of body text, in times the usual."""
    raised: bool = True
    """True if the numbers of sources are raised and small."""

    def shrunk(self) -> Iterator[Scale]:
        """The same with body text in 11 to 8 points, and small text to fit that."""
        for body in (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0):
            yield replace(self, body=body, small=0.82 * body)

    @property
    def gutter(self) -> float:
        """The room between columns, in px."""
        return self.gutter_mm * PX_PER_MM

    @property
    def sign(self) -> float:
        """Width of a symbol, in px."""
        return self.sign_mm * PX_PER_MM


HANDOUT = Scale(28, 17, 10.5, 9, 7.5, 2, 8, Lens(0.42, 8))
LARGE = Scale(
    *(34, 26, 21, 18, 18, 1, 8),
    Lens(0.8, 18, sparse=True, slanted=False),
    sign_mm=12,
    airy=1.1,
    raised=False,
)
"""RNIB, Clear Print: 18 points, lines to the left, and no text in italics."""

NOTES = Scale(28, 19, 10.5, 11, 8.8, 1, 8, Lens(0.42, 8))
"""Read from a lectern, a page a slide."""

POSTER = Scale(30, 17, 12, 9, 7.5, 2, 5, Lens(0.3, 6.5))

POSTER_REDUCED = Scale(32, 20, 14, 11, 10, 2, 5, Lens(0.4, 9.5))
"""A poster's on paper that has half the room, so that all is read there too."""


class Types:
    """The types of a scale in one language."""

    def __init__(self, scale: Scale, phrases: Phrases) -> None:
        leading = 1.5 * float(phrases.words["line_height"])
        tight, bold = leading * 0.86, QFont.Weight.Bold
        strong = QFont.Weight.DemiBold
        body, small = points(scale.body), points(scale.small)
        self.scale = scale
        teller = phrases.language
        self.title = Type(SERIF, points(scale.title), tight, strong, language=teller)
        self.heading = Type(SERIF, points(scale.heading), tight, strong, language=teller)
        self.subheading = Type(
            SERIF, points(scale.subheading), tight * 1.05, strong, language=teller
        )
        self.body = Type(SANS, body, leading * scale.airy, language=teller)
        self.bold = replace(self.body, weight=bold)
        self.small = replace(self.body, px=small, colour=MUTED)
        self.mini = replace(self.small, weight=bold)

    @property
    def gap(self) -> float:
        """The room between paragraphs, in px."""
        return self.body.px * 0.55
