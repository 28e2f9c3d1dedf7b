"""A symbol that wants to stand near its spot, and where one stands."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.map.boxes import Box, Point, Size
from kiosk.map.labels.slots import Slot


@dataclass(frozen=True)
class Wish:
    """A symbol that wants to stand near its spot; sizes are (width, height) in px.

    `names` are the forms of what is said beside it, the best first, `doubt` the px that it may
    step aside.
    """

    key: str
    spot: Point
    side: str
    symbol: Size
    doubt: float
    names: tuple[Size, ...] = ()
    frame: float = 0.0
    """Room in px that the frame of a marked one takes all round."""
    headed: bool = False
    """An arrow ends at the spot."""
    ended: bool = False
    """It is no enemy any more."""
    numbered: bool = False
    """It may stand without its name."""
    told: bool = False
    """The page speaks of it: on its spot it may stand across a border rather than wait."""
    foes: frozenset[str] = frozenset()
    """The keys of those whom it attacks, and who attack it."""

    def has(self, slot: Slot) -> bool:
        """True if a slot is one of its: with a name that it has, or without if it may."""
        return slot.form < len(self.names) if slot.name else self.numbered or not self.names


@dataclass(frozen=True)
class Stand:
    """A symbol and its name beside it; `faults` is what the neighbours cost it."""

    wish: Wish
    slot: Slot
    symbol: Box
    name: Box
    cost: float = 0.0
    faults: float = 0.0

    @property
    def framed(self) -> Box:
        """The symbol and the frame that marks it."""
        return self.symbol.grown(self.wish.frame, self.wish.frame)
