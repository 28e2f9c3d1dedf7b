"""Alliances of an exhibit: which sides stand together, and when."""

from __future__ import annotations

import datetime as dt

from kiosk.exhibit.model import Alliance, Exhibit, Side


class Alliances:
    """The alliances of an exhibit's sides, in the order of its list."""

    def __init__(self, exhibit: Exhibit) -> None:
        self._sides, self._every = exhibit.sides, exhibit.alliances

    def of(self, side: str) -> list[Alliance]:
        """All that a side was ever in."""
        return [one for one in self._every if side in one.sides]

    def allies(self, side: str, moment: dt.datetime) -> list[Side]:
        """The sides that stand with one at a moment, in the order of the sides."""
        within = [one.sides for one in self.of(side) if one.holds(moment)]
        named = {key for sides in within for key in sides} - {side}
        return [one for one in self._sides if one.id in named]

    def friends(self, side: str, moment: dt.datetime) -> frozenset[str]:
        """The ids of a side and of its allies at a moment."""
        return frozenset({side, *(one.id for one in self.allies(side, moment))})
