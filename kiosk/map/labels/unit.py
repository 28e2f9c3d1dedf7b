"""A formation where it was seen, and what its symbol needs and says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.exhibit.clock import Sighting
from kiosk.exhibit.model import Formation
from kiosk.map.labels.request import Request
from kiosk.map.labels.wish import Wish
from kiosk.map.signs.symbols import Symbol

AND, NAMES = " · ", 2
"""Between the names of those that one symbol stands for, and how many names it bears at most."""


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
