"""The leeway of a symbol: how far it may step aside from its spot without telling a wrong place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from copy import copy

from kiosk.map.boxes import Box, Line, Point, Size, crosses
from kiosk.map.labels.borders import Borders

FARTHEST = 1.2
"""The most that a symbol's centre may be from its spot, in widths of the symbol."""

ON_IT_MM = 1.0
"""A spot this near to a border is on it: its symbol may step to either side."""

COVERS = 0.44
"""A symbol whose centre is this part of its width and height from its spot well covers it."""

TOUCH_MM = 2.2
"""A symbol is on its spot that covers it or touches the dot of a town there."""


def reach(symbol: Size, doubt: float) -> Size:
    """The most that a symbol's centre may be off that covers its spot, or by a doubt in px."""
    far = min(doubt, FARTHEST * symbol[0])
    return max(far, COVERS * symbol[0]), max(far, COVERS * symbol[1])


def covers(symbol: Box, spot: Point) -> bool:
    """True if a symbol well covers its spot."""
    (x, y), part = symbol.centre, COVERS
    return abs(spot[0] - x) <= part * symbol.width and abs(spot[1] - y) <= part * symbol.height


def on_it(symbol: Size, mm: float) -> Size:
    """The most that the centre of a symbol is off across and down that is on its spot."""
    return symbol[0] / 2 + TOUCH_MM * mm, symbol[1] / 2 + TOUCH_MM * mm


class Leeway:
    """The ground round a spot on which its symbol may stand.

    It is where the symbol is on its spot, and as far as the formation's own doubt, `doubt` px. It
    ends at the nearest borders, and half-way to each enemy: so two enemies never change places.
    """

    def __init__(
        self,
        spot: Point,
        symbol: Size,
        borders: Borders,
        enemies: Iterable[Point],
        mm: float,
        doubt: float,
    ) -> None:
        self._spot, self._doubt = spot, doubt
        self.last = False
        """It is asked for where there is no other place."""
        self._on_it = on_it(symbol, mm)
        reach = FARTHEST * symbol[0]
        self._lines: Sequence[Line] = borders.around(spot, reach + symbol[0] / 2, ON_IT_MM * mm)
        self._enemies = [
            ((x - spot[0]) / apart, (y - spot[1]) / apart, apart / 2)
            for x, y in enemies
            for apart in [math.dist((x, y), spot)]
            if 1 < apart < 2 * reach
        ]

    def on_it_alone(self) -> Leeway:
        """The ground on which the symbol is on its spot, whatever borders there are."""
        alone = copy(self)
        alone._doubt, alone._lines, alone.last = 0.0, (), True
        return alone

    def reaches(self, dx: float, dy: float) -> bool:
        """True if a symbol so many px off is on its spot or within its doubt."""
        across, down = self._on_it
        return math.hypot(dx, dy) <= self._doubt or (abs(dx) <= across and abs(dy) <= down)

    def allows(self, dx: float, dy: float) -> bool:
        """True if the symbol's centre may be this far off, in px."""
        if dx == dy == 0:
            return True
        if not self.reaches(dx, dy):
            return False
        if any(dx * x + dy * y > most for x, y, most in self._enemies):
            return False
        step = self._spot, (self._spot[0] + dx, self._spot[1] + dy)
        return not any(crosses(step, line) for line in self._lines)

    def is_left(self, symbol: Box) -> bool:
        """True if a part of the symbol reaches across a border."""
        return any(symbol.is_cut(line) for line in self._lines)
