"""The request for a picture of the map: what is asked for beside the viewport and the hour."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Formation, Place
from kiosk.exhibit.ref import Ref
from kiosk.map.boxes import Box, Size
from kiosk.map.signs.proofs import DISC, ProofSpot
from kiosk.map.signs.proposals import Proposal
from kiosk.map.signs.style import AREA, BODY_MM, FORMATION, SECOND, TOWN
from kiosk.map.signs.symbols import EDGE_SHARE, Symbol
from kiosk.telling.locale import Teller

LEAST_TEXT_MM = 10.2
"""Em size in mm of the least legible text at 600 mm; beyond it symbols grow with the text."""

WHOLE_EM = 9.0
"""A formation's name that is longer is said short on the map."""

MOST, LEAST = 1, 5
"""The range of ranks, as of importance."""

SPARSE = {Formation: MOST, Place: MOST + 1}
"""The last rank that a sparse map shows."""


@dataclass(frozen=True)
class Request:
    """The wishes beside the viewport and the hour.

    Names are said in `language`, what matters most in the `second` too. `text_px` is the em size of
    map text, `px_per_mm` the physical scale. `hidden` are "units", "moves", "uncertainty", "places"
    or "modern" names. Of refs, `chosen` are what a visitor touched: they alone have an edge, and
    their ring of uncertainty also where others' are hidden. At those `pointed_at` the page points:
    they are always placed and named; those `spoken_of` come first. A `sparse` map shows only what
    matters most, and areas if it is `shaped`. `kept` boxes, in px, are kept free of everything.
    Where there are `proposals`, they alone are arrows. `proofs` are numbered on the map, and beside
    them stand those formations alone that are spoken of, and the greatest places. The `teller` of
    the language says where those are that wait at the edge; without one their names stand alone
    there.
    """

    language: str
    second: str | None = None
    text_px: int = 30
    px_per_mm: float = 4.0
    hidden: frozenset[str] = frozenset()
    chosen: frozenset[Ref] = frozenset()
    pointed_at: frozenset[Ref] = frozenset()
    spoken_of: frozenset[Ref] = frozenset()
    sparse: bool = False
    shaped: bool = False
    kept: tuple[Box, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    proofs: tuple[ProofSpot, ...] = ()
    teller: Teller | None = field(default=None, compare=False)

    @property
    def text_scale(self) -> float:
        """The factor over the least legible size of the text, 1 or more."""
        return max(1.0, self.text_px / (LEAST_TEXT_MM * self.px_per_mm))

    def rank(self, record: Place | Formation) -> int:
        """The turn in which a record is placed: what is spoken of first, then by importance."""
        return MOST if self.speaks_of(record) else record.importance

    def wants(self, record: Place | Formation) -> bool:
        """True if a record belongs on the map where there is room for it."""
        if self.proofs and isinstance(record, Formation):
            return self.speaks_of(record)
        least = MOST if self.proofs else SPARSE[type(record)] if self.sparse else LEAST
        return self.rank(record) <= least

    def speaks_of(self, record: Place | Formation) -> bool:
        """True if the page is about a record."""
        return ref_of(record) in self._told

    @cached_property
    def _told(self) -> frozenset[Ref]:
        return self.chosen | self.pointed_at | self.spoken_of

    @cached_property
    def marked(self) -> frozenset[Ref]:
        """The refs of what is placed and named whatever it costs."""
        return self.chosen | self.pointed_at

    def marks(self, record: Place | Formation) -> bool:
        """True if a record is placed and named whatever it costs."""
        return ref_of(record) in self.marked

    def chooses(self, record: Place | Formation) -> bool:
        """True if a visitor has touched a record."""
        return ref_of(record) in self.chosen

    def symbol_size(self, symbol: Symbol) -> Size:
        """The size of a formation's symbol in px."""
        return symbol.size(self._body)

    @property
    def edge(self) -> float:
        """The reach in px of the edge round what is chosen."""
        return EDGE_SHARE * self._body

    @property
    def _body(self) -> float:
        """The height in px of a symbol's frame."""
        return BODY_MM * self.px_per_mm * self.text_scale

    def names_of(self, formation: Formation) -> tuple[str, ...]:
        """A formation's name and its short one, the whole one first unless it is long."""
        whole = formation.name.in_(self.language)
        short = (formation.label or formation.name).in_(self.language)
        fits = FORMATION.width(whole, 100) <= 100 * WHOLE_EM
        return tuple(dict.fromkeys((whole, short) if fits else (short,)))

    def label_size(self, text: str) -> Size:
        """The size of a formation's name in px."""
        width = FORMATION.width(text, self.text_px)
        return width + self.px_per_mm, self.text_px * FORMATION.room

    def name_size(self, px: int, text: str, modern: str = "", spacing: float = 0.0) -> Size:
        """The size in px of a name set in `px`, over the `modern` one in small if there is one.

        After each letter come `spacing` px.
        """
        width, height = self.name_width(px, text) + len(text) * spacing, px * TOWN.room
        if modern:
            width = max(width, self.name_width(self.text_px, modern))
            height += self.text_px * SECOND.room
        return width + self.px_per_mm, height

    def area_size(self, px: int, text: str) -> Size:
        """The size in px of an area's name set in `px`."""
        return AREA.width(text, px) + self.px_per_mm, px * AREA.room

    @property
    def disc(self) -> float:
        """The diameter in px of the disc about a proof's number."""
        return round(DISC * self.text_px)

    def name_width(self, px: int, text: str) -> float:
        """The width in px of a name set in `px`."""
        return TOWN.width(text, px)
