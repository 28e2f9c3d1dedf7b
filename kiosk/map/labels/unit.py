"""A formation where it was seen, what its symbol needs and says, and where that stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.exhibit.clock import Sighting
from kiosk.exhibit.model import Formation
from kiosk.map.boxes import Box, Point, Size
from kiosk.map.labels.request import Request
from kiosk.map.labels.slots import Slot
from kiosk.map.signs.symbols import Symbol

AND, NAMES = " · ", 2
"""Between the names of those that one symbol stands for, and how many names it bears at most."""


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


@dataclass(frozen=True)
class Unit:
    """A formation where it was seen, the turn in which it comes, its symbol and what that needs."""

    formation: Formation
    sighting: Sighting
    rank: int
    wish: Wish
    symbol: Symbol
    others: tuple[Formation, ...] = ()
    """Those that its symbol stands for too."""
    members: tuple[str, ...] = ()
    """The keys of all that one symbol stands for, the first the one that the others joined."""
    amid: bool = False
    """It stands in the middle of them: for the one above them, or for their number."""
    is_small: bool = False
    """It is shown apart from the one above it only from near."""

    @property
    def key(self) -> str:
        """The formation's id."""
        return self.formation.id

    @property
    def root(self) -> str:
        """The key of the one that all joined for which it stands."""
        return self.members[0] if self.members else self.key

    @property
    def every(self) -> tuple[Formation, ...]:
        """It and the others that its symbol stands for, each once."""
        return tuple({one.id: one for one in (self.formation, *self.others)}.values())

    def told(self, request: Request) -> list[Formation]:
        """Those of it and of the others that the page speaks of."""
        return [one for one in self.every if request.speaks_of(one)]

    def is_marked(self, request: Request) -> bool:
        """True if it or one of the others is placed and named whatever it costs."""
        return any(map(request.marks, self.every))

    def labels(self, request: Request) -> tuple[str, ...]:
        """The forms of what is said beside its symbol, the best first.

        It is its name if the page speaks of it, or of one that it stands for, or it stands in the
        middle of others, or its frame is without words; and the names of those that are spoken of.
        Of more than two names the others' are said, or none; none where the symbol says how many.
        """
        told = self.told(request)
        says = told or self.amid or not self.symbol.text
        if says and self.formation not in told and not self.counts:
            told.insert(0, self.formation)
        if len(told) > NAMES and self.counts:
            return ()
        if len(told) > NAMES:
            told = [one for one in told if one is not self.formation]
        names = [request.names_of(formation) for formation in told[: NAMES + 1]]
        if len(names) > NAMES:
            return ()
        forms = (AND.join(forms[i] for forms in names) for i in (0, -1))
        return tuple(dict.fromkeys(filter(None, forms)))

    @property
    def counts(self) -> bool:
        """True if its symbol tells how many there are, and stands for none above them."""
        return self.amid and self.formation in self.others


def named(request: Request, unit: Unit) -> Unit:
    """A formation with the room that each form of what is said beside it needs."""
    sizes = tuple(map(request.label_size, unit.labels(request)))
    asks = request.marks if unit.counts else request.speaks_of
    named_too = any(map(asks, unit.others))
    numbered = bool(unit.symbol.text) and not named_too
    return replace(unit, wish=replace(unit.wish, names=sizes, numbered=numbered))
