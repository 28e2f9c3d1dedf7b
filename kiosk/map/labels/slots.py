"""Slots round a spot in which a symbol may stand, its name beside it, and what each costs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kiosk.map.boxes import Box, Point, Size
from kiosk.map.labels.leeway import FARTHEST, on_it
from kiosk.map.signs.style import SQUARE_MM

GAP_MM = 2.2
"""Room between a symbol, or the frame that marks it, and its name."""

OVER_MM = 0.3
"""The reach of a symbol's edge over its spot where it steps aside and covers that still."""

STEPS = (0.74, 1.08)
"""The farther steps that a symbol may stand aside, in its own widths and heights."""

DIRECTIONS, SHARES = 16, (0.0, 0.5, -0.5, 0.9, -0.9)
"""The directions in which a symbol is sought as far off as its doubt allows, and the parts of its
sides at which it may touch its spot."""

LITTLE = 0.3
"""The part of the way to such a touch that a symbol may step aside where it is hemmed in."""

NAME_LEFT, NAME_ABOVE = 0.3, 5.0
"""The cost of a name at the left, and above or below, in mm that a symbol stands aside."""

NUMBERED = 20.0
"""The cost of a symbol without its name, which its number tells."""

SHORT = 2.0
"""The cost of a name that is not the whole."""

MOVED, TURNED = 0.2, 3.0
"""The cost of each mm from the slot before, and of a name on its other side."""


class Slot(NamedTuple):
    """A place of a symbol: its centre from its spot in px, and where which name is beside it."""

    dx: float
    dy: float
    name: int  # 1 right, -1 left, 2 below, -2 above, 0 nowhere
    form: int = 0  # 0 the whole name, 1 a short one

    @property
    def aside(self) -> float:
        """The distance of the symbol's centre from its spot, in px."""
        return math.hypot(self.dx, self.dy)

    def reach(self, symbol: Size) -> float:
        """The distance of the edge of a symbol from its spot, in px."""
        across, down = abs(self.dx) - symbol[0] / 2, abs(self.dy) - symbol[1] / 2
        return math.hypot(max(across, 0.0), max(down, 0.0))

    def cost(self, symbol: Size, mm: float) -> float:
        """The cost by itself, in mm: its way aside, and a little for what is less usual."""
        usual = {1: 0.0, -1: NAME_LEFT, 0: NUMBERED}.get(self.name, NAME_ABOVE)
        return self.reach(symbol) / mm + usual + 0.05 * (abs(self.dx) + abs(self.dy)) / mm

    def change(self, before: Slot, mm: float) -> float:
        """The cost of coming here from the slot `before`, by how much it would be noticed."""
        moved = math.hypot(self.dx - before.dx, self.dy - before.dy) / mm
        return MOVED * moved + (TURNED if self.name != before.name else 0.0)

    def is_apt(self, symbol: Size) -> bool:
        """True if it is near enough, and the symbol does not hide its spot with its name."""
        if self.aside > FARTHEST * symbol[0]:
            return False
        if self.name == 0:
            return True
        if abs(self.name) == 1:
            return self.dx * self.name > -symbol[0] * 0.3
        return self.dy * self.name >= 0 and abs(self.dx) < symbol[0]


@lru_cache(maxsize=64)
def lattice(symbol: Size, mm: float, forms: int) -> tuple[tuple[float, Slot], ...]:
    """The slots around a spot for a symbol with so many forms of its name, each with its cost.

    Costs are in mm; without a name to say, none is missed.
    """
    across, down = (_steps(side, mm) for side in symbol)
    return _slots([(dx, dy) for dx in across for dy in down], symbol, mm, forms)


def _steps(side: float, mm: float) -> list[float]:
    """The steps aside of a symbol to both sides, in px, by its width or its height."""
    steps = side / 2 - OVER_MM * mm, *(step * (side + mm) for step in STEPS)
    return [0.0, *(sign * step for step in steps for sign in (1, -1))]


def rim(symbol: Size, mm: float, forms: int, doubt: float) -> tuple[tuple[float, Slot], ...]:
    """The slots as far off as a symbol touches its spot, and as its doubt in px allows.

    Each comes with its cost, as in the lattice.
    """
    far, (across, down) = min(doubt, FARTHEST * symbol[0]), on_it(symbol, mm)
    turns = [math.tau * step / DIRECTIONS for step in range(DIRECTIONS)]
    spots = [(sign * across, share * down) for sign in (1, -1) for share in SHARES]
    spots += [(share * across, sign * down) for sign in (1, -1) for share in SHARES]
    spots += [(sign * LITTLE * across, 0.0) for sign in (1, -1)]
    spots += [(0.0, sign * LITTLE * down) for sign in (1, -1)]
    spots += [(far * math.cos(t), far * math.sin(t)) for t in turns]
    return _slots(spots, symbol, mm, forms)


def _slots(
    spots: Sequence[Point], symbol: Size, mm: float, forms: int
) -> tuple[tuple[float, Slot], ...]:
    slots = [
        Slot(dx, dy, name, form)
        for dx, dy in spots
        for form in range(max(1, forms))
        for name in ((1, -1, 2, -2, 0) if forms else (0,))
        if name or not form
    ]
    missed = 0.0 if forms else NUMBERED
    return tuple(
        (slot.cost(symbol, mm) - missed + SHORT * slot.form, slot)
        for slot in slots
        if slot.is_apt(symbol)
    )


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


def square_at(spot: Point, mm: float) -> Box:
    """The square that stands at a spot for a symbol without room."""
    return Box.around(*spot, SQUARE_MM * mm, SQUARE_MM * mm)
