"""Where formations' symbols stand: on their spots, or round a crowd at the ends of leaders."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.stage.placing import Box, Line, Point, Size, Table, crosses
from kiosk.stage.slots import Slot, lattice, name_beside

CROWD_MM = 30.0
"""Spots within this distance of each other make a crowd, which symbols leave outwards."""

# What speaks against a slot, in mm of leader that one would rather draw.
INWARD, CROSSING, UNDERNEATH, COVERING, ON_A_LINE = 24.0, 14.0, 12.0, 9.0, 3.0

STACKED = 4.0
"""What speaks for a slot right above or below a neighbour of the same side, in the same mm."""

KEPT = 12.0
"""What speaks for the slot a symbol has; another must be better by this much."""

CROWDING_OUT = 8.0
"""What speaks against a slot that takes another symbol's."""

ROOMY_MM = 3.0
"""Room there must be round its spot for a symbol to go back to it."""

WORSE = 6.0
"""A symbol looks for another slot when its own has become worse by this much."""


@dataclass(frozen=True)
class Wish:
    """A symbol that wants to stand near its spot; sizes are (width, height) in px."""

    key: str
    spot: Point
    side: str
    symbol: Size
    name: Size
    headed: bool = False
    """An arrow ends at the spot."""


@dataclass(frozen=True)
class Stand:
    """Where a symbol stands and its name beside it; `faults` is what the neighbours cost it."""

    wish: Wish
    slot: Slot
    symbol: Box
    name: Box | None
    cost: float = 0.0
    faults: float = 0.0

    @property
    def leader(self) -> Line | None:
        """From the spot to the symbol's centre; None where it stands on its spot."""
        if self.slot.aside <= self.symbol.width * 0.4:
            return None
        return self.wish.spot, self.symbol.centre


class Stands:
    """Finds a stand for one symbol after the other, and remembers it for the next time.

    Each symbol keeps its slot while that serves, so that nothing hops while the hours pass.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Slot, float]] = {}
        self.stood: dict[str, Stand] = {}

    def forget(self) -> None:
        """Lets every symbol choose as if for the first time."""
        self._kept.clear()

    def memory(self) -> dict[str, tuple[Slot, float]]:
        """What is remembered now, to be recalled."""
        return dict(self._kept)

    def recall(self, memory: Mapping[str, tuple[Slot, float]]) -> None:
        """Remembers what was remembered then."""
        self._kept = dict(memory)

    def begin(
        self,
        table: Table,
        lines: Table,
        clear: Sequence[Point],
        mm: float,
        wishes: Iterable[Wish],
        *,
        settle: bool,
    ) -> None:
        """Begins a laying on `table`, off `lines` and the points to keep `clear` if that can be.

        `mm` is px per millimetre, `wishes` all that may come; to `settle` is to look for a better
        slot even if the old serves.
        """
        self.stood = {}
        self._table, self._lines, self._clear = table, lines, clear
        self._mm, self._settle = mm, settle
        self._leaders: list[Line] = []
        self.held = {
            wish.key: self._boxes(wish, self._kept[wish.key][0])
            for wish in wishes
            if wish.key in self._kept
        }

    def stand(self, wish: Wish) -> Stand | None:
        """The best stand that is free, taken; None where there is none."""
        self.held.pop(wish.key, None)
        out = self._outwards(wish)
        old, before = self._old(wish, out)
        if old and not self._settle and self._serves(old, before):
            return self._take(old, before)
        best, least = old, old.cost - KEPT if old else math.inf
        for base, slot in self._slots(wish, out):
            if base >= least:
                break
            found = self._weighed(wish, slot, base, least)
            if found and found.cost + self._crowds_out(found) < least:
                best, least = found, found.cost + self._crowds_out(found)
        if best is None:
            self._kept.pop(wish.key, None)
            return None
        return self._take(best, best.faults)

    def stand_bare(self, wish: Wish) -> Stand | None:
        """A stand without a name, taken; None where not even that is free."""
        for _, slot in self._slots(wish, None):
            box = self._box(wish, slot)
            if self._table.is_free(box):
                return self._take(Stand(wish, slot._replace(name=0), box.less(self._mm), None), 0.0)
        return None

    def _old(self, wish: Wish, out: Point | None) -> tuple[Stand | None, float]:
        """The stand in the slot that was kept, if it is free, and what its faults were."""
        slot, before = self._kept.get(wish.key, (None, 0.0))
        if slot is None or slot.name == 0:
            return None, before
        base = slot.cost(wish.symbol, self._mm) + self._inward(slot, out)
        return self._weighed(wish, slot, base, math.inf), before

    def _serves(self, old: Stand, before: float) -> bool:
        """Whether a slot is still good, and home is not free for a symbol that left it."""
        if old.faults > before + WORSE:
            return False
        if old.leader is None:
            return True
        home = self._weighed(old.wish, Slot(0.0, 0.0, old.slot.name), 0.0, 1.0)
        return home is None or not self._is_roomy(home)

    def _is_roomy(self, home: Stand) -> bool:
        margin = -ROOMY_MM * self._mm
        return all(self._table.is_free(box.less(margin)) for box in (home.symbol, home.name) if box)

    def _take(self, found: Stand, faults: float) -> Stand:
        self._table.take(found.symbol.less(-self._mm))
        if found.name:
            self._table.take(found.name)
        self._kept[found.wish.key] = found.slot, faults
        self.stood[found.wish.key] = found
        if found.leader:
            self._leaders.append(found.leader)
        return found

    # ------------------------------------------------------------ slots and what they cost

    def _boxes(self, wish: Wish, slot: Slot) -> tuple[Box, Box]:
        """Where the symbol and its name would be."""
        symbol = self._box(wish, slot).less(self._mm)
        return symbol, name_beside(symbol, wish.name, self._mm / 2, slot.name)

    def _crowds_out(self, found: Stand) -> float:
        """What speaks against a stand because others have stood there."""
        mine = [box for box in (found.symbol, found.name) if box]
        return CROWDING_OUT * sum(
            any(box.meets(other) for box in mine for other in boxes) for boxes in self.held.values()
        )

    def _box(self, wish: Wish, slot: Slot) -> Box:
        x, y = wish.spot
        width, height = wish.symbol
        return Box.around(x + slot.dx, y + slot.dy, width + self._mm, height + self._mm)

    def _slots(self, wish: Wish, out: Point | None) -> list[tuple[float, Slot]]:
        """Every slot with the least it can cost in mm, the cheapest first."""
        found = [
            (cost + self._inward(slot, out), slot) for cost, slot in lattice(wish.symbol, self._mm)
        ]
        found += [(cost - STACKED, slot) for cost, slot in self._stacked(wish)]
        before = self._kept.get(wish.key)
        if before:
            found = [(cost + slot.change(before[0], self._mm), slot) for cost, slot in found]
        found.sort()
        return found

    def _stacked(self, wish: Wish) -> Iterator[tuple[float, Slot]]:
        """The slots right above and below the neighbours of the same side."""
        x, y = wish.spot
        apart = wish.symbol[1] + self._mm
        for other in self.stood.values():
            if other.wish.side == wish.side and abs(other.slot.name) == 1:
                other_x, other_y = other.symbol.centre
                for down in (apart, -apart):
                    slot = Slot(other_x - x, other_y + down - y, other.slot.name)
                    if slot.is_apt(wish.symbol, self._mm):
                        yield slot.cost(wish.symbol, self._mm), slot

    def _outwards(self, wish: Wish) -> Point | None:
        """The direction away from the crowd round a spot; None where there is no crowd."""
        x, y = wish.spot
        reach = CROWD_MM * self._mm
        near = [
            (px, py)
            for px, py in self._clear
            if abs(px - x) < reach and abs(py - y) < reach and not _same((px, py), wish.spot)
        ]
        if not near:
            return None
        dx = x - sum(px for px, _ in near) / len(near)
        dy = y - sum(py for _, py in near) / len(near)
        length = math.hypot(dx, dy)
        return (dx / length, dy / length) if length > 1 else None

    def _inward(self, slot: Slot, out: Point | None) -> float:
        if out is None or slot.aside == 0:
            return 0.0
        return INWARD * (1 - (slot.dx * out[0] + slot.dy * out[1]) / slot.aside) / 2

    def _weighed(self, wish: Wish, slot: Slot, base: float, limit: float) -> Stand | None:
        """A stand in a slot that costs `base` by itself; None if not free, or not below `limit`."""
        box = self._box(wish, slot)
        if not self._table.is_free(box):
            return None
        symbol, name = self._boxes(wish, slot)
        if not self._table.is_free(name):
            return None
        faults = 0.0 if self._lines.is_free(name) else ON_A_LINE
        faults += COVERING * self._covered(wish, symbol, name)
        if base + faults >= limit:
            return None
        leader = Stand(wish, slot, symbol, name).leader
        if leader:
            faults += CROSSING * sum(crosses(leader, other) for other in self._leaders)
            faults += UNDERNEATH * self._table.taken_along(*leader)
        faults += UNDERNEATH * sum(
            symbol.is_cut(other) or name.is_cut(other) for other in self._leaders
        )
        if base + faults >= limit:
            return None
        return Stand(wish, slot, symbol, name, base + faults, faults)

    def _covered(self, wish: Wish, symbol: Box, name: Box) -> int:
        """How many points that are better kept clear a stand would cover, its own spot aside."""
        return sum(
            (symbol.covers(point) and (wish.headed or not _same(point, wish.spot)))
            or name.covers(point)
            for point in self._clear
        )


def _same(one: Point, other: Point) -> bool:
    """Whether two points are one; those kept clear are whole pixels."""
    return abs(one[0] - other[0]) <= 1 and abs(one[1] - other[1]) <= 1
