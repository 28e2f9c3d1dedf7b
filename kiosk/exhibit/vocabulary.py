"""The arms and sizes of an exhibit: what is shipped, and its own beside or over that."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.exhibit.model import MARKS, Arm, Echelon, Exhibit, OwnArm, OwnEchelon

SMALL = frozenset({Echelon.REGIMENT, Echelon.BATTALION, Echelon.COMPANY, Echelon.PLATOON})


class Vocabulary:
    """The meaning of the ids of arms and echelons in an exhibit."""

    def __init__(self, exhibit: Exhibit) -> None:
        self.arms: dict[str, OwnArm] = exhibit.indexed("arms")
        self.echelons: dict[str, OwnEchelon] = exhibit.indexed("echelons")

    def size(self, echelon: str) -> Echelon:
        """The shipped echelon as which one counts."""
        own = self.echelons.get(echelon)
        return own.like if own and own.like else Echelon(echelon)

    def is_small(self, echelon: str) -> bool:
        """True if formations of an echelon stand apart from those above only from near."""
        return self.size(echelon) in SMALL

    def marks(self, echelon: str) -> str | None:
        """The marks of an echelon, None where they are those of the shipped one of that id."""
        own = self.echelons.get(echelon)
        if own is None or (own.marks is None and own.like is None):
            return None
        return own.marks if own.marks is not None else MARKS[self.size(echelon)]

    def in_order(self, echelons: Iterable[str]) -> list[str]:
        """Echelons, the largest first."""
        order = list(Echelon)
        return sorted(echelons, key=lambda one: (order.index(self.size(one)), one))

    def arms_of(self, arms: Iterable[str]) -> list[str]:
        """Arms, the shipped ones first, in the order of the schema."""
        order = [*Arm, *(arm for arm in self.arms if arm not in set(Arm))]
        return sorted(arms, key=order.index)

    def sign(self, arm: str) -> str:
        """The drawing of an arm: an SVG or the shipped arm; "" if it is the one of that id."""
        own = self.arms.get(arm)
        return (own.sign or own.like or "") if own else ""

    def is_headquarters(self, arm: str) -> bool:
        """True if the formations of an arm lead others."""
        return Arm.HEADQUARTERS in (arm, self.sign(arm))
