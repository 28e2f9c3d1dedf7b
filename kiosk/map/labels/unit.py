"""A formation where it was seen, and what its symbol needs and says."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.exhibit.clock import Sighting
from kiosk.exhibit.model import Echelon, Formation
from kiosk.map.labels.request import Request
from kiosk.map.labels.stands import Wish
from kiosk.map.signs.symbols import Symbol

AND = " · "
"""Between the names of those that one symbol stands for."""


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

    @property
    def key(self) -> str:
        """The formation's id."""
        return self.formation.id

    @property
    def is_small(self) -> bool:
        """True if it is shown apart from the one above it only from near."""
        return self.formation.echelon in (Echelon.REGIMENT, Echelon.BATTALION)

    def told(self, request: Request) -> list[Formation]:
        """Those of it and of the others that the page speaks of."""
        return [one for one in (self.formation, *self.others) if request.speaks_of(one)]

    def labels(self, request: Request) -> tuple[str, ...]:
        """The forms of what is said beside its symbol, the best first.

        It is its name if the page speaks of it, or of one that it stands for, or its frame holds
        no number; the names of those; and how many others there are.
        """
        told = self.told(request)
        if (told or self.formation.number is None) and self.formation not in told:
            told.insert(0, self.formation)
        count = len(self.others) - sum(other in told for other in self.others)
        more = f"+{count}" if count else ""
        names = [request.names_of(formation) for formation in told]
        forms = (AND.join(forms[i] for forms in names) for i in (0, -1))
        return tuple(dict.fromkeys(filter(None, (f"{form} {more}".strip() for form in forms))))


def named(request: Request, unit: Unit) -> Unit:
    """A formation with the room that each form of what is said beside it needs."""
    sizes = tuple(map(request.label_size, unit.labels(request)))
    alone = not any(request.speaks_of(other) for other in unit.others)
    numbered = unit.formation.number is not None and alone
    return replace(unit, wish=replace(unit.wish, names=sizes, numbered=numbered))


def leading(request: Request, unit: Unit, crowd: Sequence[Unit]) -> Unit:
    """A formation whose symbol stands for others too."""
    return named(request, replace(unit, others=tuple(other.formation for other in crowd)))


def is_with(unit: Unit, other: Unit, near: float) -> bool:
    """True if the symbol of one could stand for its like too."""
    return (
        unit.key != other.key
        and unit.wish.side == other.wish.side
        and unit.formation.echelon == other.formation.echelon
        and not (unit.wish.ended or other.wish.ended)
        and math.dist(unit.wish.spot, other.wish.spot) < near
    )
