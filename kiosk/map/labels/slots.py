"""Slots round a spot in which a symbol may stand, its name beside it, and what each costs."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from kiosk.map.boxes import Box, Size
from kiosk.map.labels.leeway import FARTHEST

GAP_MM = 2.2
"""Room between a symbol, or the frame that marks it, and its name."""

STEPS = (0.0, 0.4, 0.74, 1.08)
"""How far aside a symbol may stand, in its own widths and heights."""

NAME_LEFT, NAME_ABOVE = 0.3, 5.0
"""What speaks against a name at the left, and above or below, in mm of leader."""

NUMBERED = 12.0
"""What speaks against a symbol without its name, which its number tells."""

MOVED, TURNED = 0.2, 3.0
"""What speaks against a slot for each mm from the one before, and for its name's other side."""


class Slot(NamedTuple):
    """Where a symbol stands: its centre from its spot in px, and where its name is beside it."""

    dx: float
    dy: float
    name: int  # 1 right, -1 left, 2 below, -2 above, 0 nowhere

    @property
    def aside(self) -> float:
        """How far the symbol's centre is from its spot, in px."""
        return math.hypot(self.dx, self.dy)

    def reach(self, symbol: Size) -> float:
        """How far the edge of a symbol is from its spot, in px."""
        across, down = abs(self.dx) - symbol[0] / 2, abs(self.dy) - symbol[1] / 2
        return math.hypot(max(across, 0.0), max(down, 0.0))

    def cost(self, symbol: Size, mm: float) -> float:
        """What it costs by itself: its leader in mm, and a little for what is less usual."""
        usual = {1: 0.0, -1: NAME_LEFT, 0: NUMBERED}.get(self.name, NAME_ABOVE)
        return self.reach(symbol) / mm + usual + 0.05 * (abs(self.dx) + abs(self.dy)) / mm

    def change(self, before: Slot, mm: float) -> float:
        """What it costs to come here from the slot `before`, by how much it would be noticed."""
        moved = math.hypot(self.dx - before.dx, self.dy - before.dy) / mm
        return MOVED * moved + (TURNED if self.name != before.name else 0.0)

    def is_apt(self, symbol: Size) -> bool:
        """Whether it is near enough, and its leader does not run under the symbol's own name."""
        if self.aside > FARTHEST * symbol[0]:
            return False
        if self.name == 0:
            return True
        if abs(self.name) == 1:
            return self.dx * self.name > -symbol[0] * 0.3
        return self.dy * self.name >= 0 and abs(self.dx) < symbol[0]


@lru_cache(maxsize=64)
def lattice(symbol: Size, mm: float) -> tuple[tuple[float, Slot], ...]:
    """The slots around a spot for a symbol, each with what it costs in mm."""
    width, height = symbol
    steps = [sign * step for step in STEPS for sign in (1, -1) if step]
    slots = [
        Slot(across * (width + mm), down * (height + mm), name)
        for across in (0.0, *steps)
        for down in (0.0, *steps)
        for name in (1, -1, 2, -2, 0)
    ]
    return tuple((slot.cost(symbol, mm), slot) for slot in slots if slot.is_apt(symbol))


def name_beside(symbol: Box, size: Size, gap: float, where: int) -> Box:
    """The box of a name of `size` px at the side of a symbol that a slot's `name` says.

    It is `gap` px off to the right or left; above and below the line's own room is gap enough.
    Without a name it is a point within the symbol.
    """
    width, height = size
    x, y = symbol.centre
    if where == 0:
        return Box.around(x, y, 0.0, 0.0)
    lower = y + symbol.height * 0.12  # the frame's middle, below the marks
    if where == 1:
        return Box.around(symbol.right + gap + width / 2, lower, width, height)
    if where == -1:
        return Box.around(symbol.left - gap - width / 2, lower, width, height)
    if where == 2:
        return Box.around(x, symbol.bottom + height / 2, width, height)
    return Box.around(x, symbol.top - height / 2, width, height)
