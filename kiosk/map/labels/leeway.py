"""How far a symbol may step aside from its spot without telling a wrong place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from kiosk.map.boxes import Box, Line, Point, Size, crosses
from kiosk.map.labels.borders import Borders

FARTHEST = 1.2
"""How far a symbol's centre may be from its spot, in widths of the symbol."""

ON_IT_MM = 1.0
"""What stands this near to a border stands on it, and may step to either side."""


class Leeway:
    """The ground round a spot on which its symbol may stand.

    It ends at the nearest borders, and half-way to each enemy: so two enemies never change places.
    """

    def __init__(
        self, spot: Point, symbol: Size, borders: Borders, enemies: Iterable[Point], mm: float
    ) -> None:
        self._spot = spot
        reach = FARTHEST * symbol[0]
        self._lines: Sequence[Line] = borders.around(spot, reach + symbol[0] / 2, ON_IT_MM * mm)
        self._enemies = [
            ((x - spot[0]) / apart, (y - spot[1]) / apart, apart / 2)
            for x, y in enemies
            for apart in [math.dist((x, y), spot)]
            if 1 < apart < 2 * reach
        ]

    def allows(self, dx: float, dy: float) -> bool:
        """Whether the symbol's centre may be this far off, in px."""
        if dx == dy == 0:
            return True
        if any(dx * x + dy * y > most for x, y, most in self._enemies):
            return False
        step = self._spot, (self._spot[0] + dx, self._spot[1] + dy)
        return not any(crosses(step, line) for line in self._lines)

    def is_left(self, symbol: Box) -> bool:
        """Whether a part of the symbol reaches across a border."""
        return any(symbol.is_cut(line) for line in self._lines)
