"""The room for the words of the river of men: on none of its bands, and not on each other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from kiosk.map.boxes import Box, Line, Size, crosses
from kiosk.map.river.bands import Band
from kiosk.map.river.shores import CLEAR_MM, Berth, Shores
from kiosk.map.signs.lines import Px

TIED_MM = 5.0
"""A name nearer than this to its dot needs no leader."""

BESIDE_MM, BENEATH_MM = 6.6, 4.0
"""The room that two words keep free between them, side by side and one under the other."""

FEW = 4
"""The spots of a river that a leader to its name is tried at; every so many-th is."""


class Room:
    """The free room of a picture's shores: boxes and leaders in px are taken from it."""

    def __init__(self, shores: Shores, taken: Iterable[Box]) -> None:
        self._shores, self._mm = shores, shores.mm
        self._across, self._down = BESIDE_MM * self._mm, BENEATH_MM * self._mm
        self._taken, self._leaders = list[Box](), list[Line]()
        for box in taken:
            self.take(box)

    def free(self, box: Box) -> bool:
        """True if nothing lies in a box, and all of it in the picture."""
        return self._unmet(box) and self._shores.free(box)

    def _unmet(self, box: Box) -> bool:
        """True if a box meets nothing that was taken."""
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        for one in self._taken:
            if left < one.right and one.left < right and top < one.bottom and one.top < bottom:
                return False
        room = box.grown(self._down / 2, self._down / 2)
        return not any(map(room.is_cut, self._leaders))

    def take(self, box: Box, leader: Line | None = None) -> None:
        """Keeps a box, the room about it, and a leader to it, free of other words."""
        self._taken.append(box.grown(self._across, self._down))
        if leader is not None:
            self._leaders.append(leader)

    def beside(self, bands: Sequence[Band], size: Size, below: float = math.inf) -> Berth | None:
        """The free box beside one of some bands that is nearest to where its words belong.

        None where there is no room, or none that is less than `below` mm away from there.
        """
        for berth in self._shores.beside(bands, size):
            if berth.away >= below:
                break
            if self._unmet(berth.box) and berth.leader and self._reaches(berth.leader):
                return berth
        return None

    def _reaches(self, leader: Line, dot: Box | None = None) -> bool:
        """True if a leader meets no other, and no words or dots but the one that it comes from."""
        taken = (box for box in self._taken if dot is None or not box.holds(dot))
        return not any(box.is_cut(leader) for box in taken) and not any(
            crosses(leader, line) for line in self._leaders
        )

    def near(self, spot: Px, size: Size, dot: float = 0.0) -> Berth | None:
        """The free box of this size nearest to a spot, with a leader if its `dot` needs one."""
        best: Berth | None = None
        for away, turn, berth in self._shores.around(spot, size):
            if best is not None and best.away <= away:
                break
            if (best is not None and best.away <= berth.away) or not self._unmet(berth.box):
                continue
            if dot and away >= TIED_MM:
                end = spot + turn * (away - CLEAR_MM) * self._mm
                leader = (spot.real, spot.imag), (end.real, end.imag)
                if not self._reaches(leader, Box.around(spot.real, spot.imag, dot, dot)):
                    continue
                berth = berth._replace(leader=leader, away=berth.away + self._shores.over(leader))
                if best is not None and best.away <= berth.away:
                    continue
            best = berth
        return best

    def along(self, number: int, near: Px, size: Size) -> Berth | None:
        """The free box at one of the waters nearest to it, and to a point of it.

        Where there is none, that with the shortest leader to it.
        """
        for berth in self._shores.along(number, near, size):
            if self._unmet(berth.box):
                return berth
        spots = sorted(self._shores.reached(number), key=lambda spot: abs(spot - near))
        tied = (self.near(spot, size, CLEAR_MM * self._mm) for spot in spots[: FEW * FEW : FEW])
        return min(filter(None, tied), key=lambda berth: berth.away, default=None)

    def corner(self, size: Size) -> Box | None:
        """The first free corner of the picture, the upper right one before all others."""
        wide, high = size
        area = self._shores.area
        right, below = area.right - wide, area.bottom - high
        spots = ((right, area.top), (area.left, area.top), (right, below), (area.left, below))
        boxes = (Box(x, y, x + wide, y + high) for x, y in spots)
        return next((box for box in boxes if self.free(box)), None)
