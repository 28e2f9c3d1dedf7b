"""Stands of formations' symbols: on their spots, or beside them as far as that is true."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kiosk.map.boxes import Box, Point
from kiosk.map.labels.laying import Laying
from kiosk.map.labels.leeway import Leeway
from kiosk.map.labels.placing import rounded
from kiosk.map.labels.slots import GAP_MM, Slot, lattice, name_beside, rim
from kiosk.map.labels.unit import Stand, Wish

CROWD_MM = 30.0
"""Spots within this distance of each other make a crowd, which symbols leave outwards."""

# The cost of a slot, in mm that a symbol would rather step aside; `UNSAID` for a name that is read,
# `VEILING` for a pocket that it hides whole.
INWARD, COVERING, HIDING, ACROSS, ON_A_FRONT = 8.0, 9.0, 20.0, 24.0, 10.0
STRUCK, ON_RAILS, SHARED, UNSAID, VEILING = 40.0, 3.0, 30.0, 5.0, 24.0

PRESSING, ROOM_MM = 4.0, 9.0
"""The cost for each mm by which less than the second of room is left to a foe, for the arrow."""

BEYOND = 150.0
"""The cost of a symbol across a border from its spot, where what is told of has no other place."""

STACKED = 4.0
"""The gain of a slot right above or below a neighbour of the same side, in the same mm."""

KEPT = 12.0
"""The gain of the slot a symbol has; another must be better by this much."""

CROWDING_OUT = 8.0
"""The cost of a slot that takes another symbol's."""

ROOMY_MM = 3.0
"""Room there must be round its spot for a symbol to go back to it."""

FREE = 30.0
"""The most that its neighbours may cost a symbol in the slot that it holds while time runs."""

AGAIN_HOURS = 8.0
"""The hours, about two seconds of playing, that a slot is free before its symbol goes back."""

WORSE = 6.0
"""A symbol looks for another slot when its own has become worse by this much."""


Memory = tuple[dict[str, tuple[Slot, float]], dict[str, tuple[Slot, float]]]
"""By key the slot and the faults of each, and of those driven from it another slot and when."""


class Stands:
    """Finds a stand for one symbol after the other, and remembers it for the next time.

    Each symbol keeps its slot while that serves. While time runs before a camera that stands it
    holds its side: driven from its slot it stands elsewhere without its name, and comes back when
    the slot has been free for some hours.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Slot, float]] = {}
        self._driven: dict[str, tuple[Slot, float]] = {}
        self.stood: dict[str, Stand] = {}
        self._firm: dict[Point, bool] = {}

    def memory(self) -> Memory:
        """The stands of now, to be recalled."""
        return dict(self._kept), dict(self._driven)

    def recall(self, memory: Memory) -> None:
        """Remembers what was remembered then."""
        self._kept, self._driven = dict(memory[0]), dict(memory[1])

    def begin(self, laying: Laying, clear: Sequence[Point], wishes: Sequence[Wish]) -> None:
        """Begins a laying, off the points to keep `clear` if that can be.

        `wishes` are all that may come.
        """
        self.stood = {}
        self._laying, self._clear, self._mm = laying, clear, laying.mm
        self._sides: dict[str, list[Point]] = defaultdict(list)
        spots = Counter(rounded(wish.spot) for wish in wishes)
        self._shared = {spot for spot, count in spots.items() if count > 1}
        for wish in wishes:
            if not wish.ended:
                self._sides[wish.side].append(wish.spot)
        self.held = {
            wish.key: self._boxes(wish, slot)
            for wish in wishes
            for slot, _ in [self._kept.get(wish.key, (None, 0.0))]
            if slot is not None and wish.has(slot)
        }

    def stand(self, wish: Wish) -> Stand | None:
        """The best stand that is free, taken; None where there is none."""
        self.held.pop(wish.key, None)
        self._firm.clear()
        out, leeway = self._outwards(wish), self._leeway(wish)
        side = self._side(wish)
        if side is not None:
            return self._on_side(wish, side, out, leeway)
        self._driven.pop(wish.key, None)
        old, before = self._old(wish, out, leeway)
        if old and not self._laying.settle and self._serves(old, leeway, before):
            return self._take(old, before)
        symbol, mm, forms = wish.symbol, self._mm, len(wish.names)
        slots = [*lattice(symbol, mm, forms), *self._stacked(wish)]
        best = self._best(wish, slots, out, leeway, old)
        if best is None:
            slots += rim(symbol, mm, forms, wish.doubt)
            best = self._best(wish, slots, out, leeway, None)
        if best is None and wish.told:
            self._firm.clear()
            best = self._best(wish, slots, out, leeway.on_it_alone(), None)
            best = replace(best, cost=best.cost + BEYOND) if best else None
        if best is None:
            if not self._laying.holds:
                self._kept.pop(wish.key, None)
            return None
        return self._take(best, best.faults)

    def _side(self, wish: Wish) -> Slot | None:
        """The slot that a symbol holds while time runs; None where it may choose.

        One whose name comes or goes, as the page speaks of it or not, stays where it is.
        """
        slot, _ = self._kept.get(wish.key, (None, 0.0))
        if slot is None or not self._laying.holds or (wish.names and not slot.name):
            return None
        if not wish.names:
            return slot._replace(name=0, form=0)
        return slot._replace(form=min(slot.form, len(wish.names) - 1))

    def _on_side(self, wish: Wish, side: Slot, out: Point | None, leeway: Leeway) -> Stand | None:
        """The stand in the slot that is held, or where else the symbol waits for it."""
        found, hours = self._free(wish, side, out, leeway), self._laying.hours
        kept, _ = self._kept[wish.key]
        other, since = self._driven.get(wish.key, (None, 0.0))
        if found and (other is None or abs(hours - since) >= AGAIN_HOURS):
            self._driven.pop(wish.key, None)
            return self._take(found, found.faults, kept)
        elsewhere = self._elsewhere(wish, side, other, out, leeway)
        if elsewhere is None:
            self._driven.pop(wish.key, None)
            return self._take(found, found.faults, kept) if found else None
        self._driven[wish.key] = elsewhere.slot, since if found else hours
        return self._take(elsewhere, elsewhere.faults, kept)

    def _elsewhere(
        self, wish: Wish, side: Slot, other: Slot | None, out: Point | None, leeway: Leeway
    ) -> Stand | None:
        """The stand of a symbol driven from its side: where it was, with its name there, alone."""
        again = self._free(wish, other, out, leeway) if other and wish.has(other) else None
        if again:
            return again
        slots = lattice(wish.symbol, self._mm, len(wish.names))
        for name in (side.name, 0):
            kin = [found for found in slots if found[1].name == name]
            if best := self._best(wish, kin, out, leeway, None):
                return best
        return None

    def _free(self, wish: Wish, slot: Slot, out: Point | None, leeway: Leeway) -> Stand | None:
        """The stand in a slot where the neighbours cost it little."""
        base = slot.cost(wish.symbol, self._mm) + self._inward(slot, out)
        return self._weighed(wish, slot, leeway, base, base + FREE)

    def _best(
        self,
        wish: Wish,
        slots: Iterable[tuple[float, Slot]],
        out: Point | None,
        leeway: Leeway,
        old: Stand | None,
    ) -> Stand | None:
        """The stand that costs least, in one of the slots or where it was."""
        best, least = old, old.cost - KEPT if old else math.inf
        for base, slot in self._weighted(wish, slots, out, leeway):
            if base >= least:
                break
            found = self._weighed(wish, slot, leeway, base, least)
            if found and found.cost + self._crowds_out(found) < least:
                best, least = found, found.cost + self._crowds_out(found)
        return best

    def _is_firm(self, wish: Wish, slot: Slot, leeway: Leeway) -> bool:
        """True if the symbol can stand in a slot, wherever its name is."""
        at = slot.dx, slot.dy
        if at not in self._firm:
            framed = self._framed(wish, slot)
            free = self._laying.holds_symbol(framed) and leeway.allows(*at)
            self._firm[at] = free and self._laying.may_lean(framed, wish.spot, near=not leeway.last)
        return self._firm[at]

    def _leeway(self, wish: Wish) -> Leeway:
        enemies = [
            spot for side, spots in self._sides.items() if side != wish.side for spot in spots
        ]
        return Leeway(wish.spot, wish.symbol, self._laying.borders, enemies, self._mm, wish.doubt)

    def _old(self, wish: Wish, out: Point | None, leeway: Leeway) -> tuple[Stand | None, float]:
        """The stand in the slot that was kept, if it is free, and what its faults were.

        One without its name looks for another, where that has room.
        """
        slot, before = self._kept.get(wish.key, (None, 0.0))
        if slot is None or not wish.has(slot) or (wish.names and not slot.name):
            return None, before
        base = slot.cost(wish.symbol, self._mm) + self._inward(slot, out)
        return self._weighed(wish, slot, leeway, base, math.inf), before

    def _serves(self, old: Stand, leeway: Leeway, before: float) -> bool:
        """True if a slot is still good, and home is not free for a symbol that left it."""
        if old.faults > before + WORSE:
            return False
        if old.slot.reach(old.wish.symbol) <= 0:
            return True
        home = self._weighed(old.wish, old.slot._replace(dx=0.0, dy=0.0), leeway, 0.0, 1.0)
        return home is None or not self._is_roomy(home)

    def _is_roomy(self, home: Stand) -> bool:
        margin = -ROOMY_MM * self._mm
        return all(self._laying.table.is_free(box.less(margin)) for box in (home.framed, home.name))

    def _take(self, found: Stand, faults: float, side: Slot | None = None) -> Stand:
        """Takes the room of a stand; its slot, or the `side` it was driven from, is kept."""
        self._laying.take_symbol(found.framed)
        self._laying.lean(found.framed, found.wish.spot)
        if found.slot.name:
            self._laying.take_name(found.name)
        self._kept[found.wish.key] = side or found.slot, faults
        self.stood[found.wish.key] = found
        return found

    # ------------------------------------------------------------ slots and what they cost

    def _boxes(self, wish: Wish, slot: Slot) -> tuple[Box, Box]:
        """The boxes of the symbol with its frame, and of its name."""
        framed = self._framed(wish, slot)
        size = wish.names[slot.form] if slot.name else (0.0, 0.0)
        return framed, name_beside(framed, size, GAP_MM * self._mm, slot.name)

    def _framed(self, wish: Wish, slot: Slot) -> Box:
        x, y = wish.spot
        width, height = wish.symbol
        extra = 2 * wish.frame
        return Box.around(x + slot.dx, y + slot.dy, width + extra, height + extra)

    def _crowds_out(self, found: Stand) -> float:
        """The cost of a stand because others have stood there."""
        mine = found.framed, found.name
        return CROWDING_OUT * sum(
            any(box.meets(other) for box in mine for other in boxes) for boxes in self.held.values()
        )

    def _weighted(
        self,
        wish: Wish,
        slots: Iterable[tuple[float, Slot]],
        out: Point | None,
        leeway: Leeway,
    ) -> list[tuple[float, Slot]]:
        """The slots that it has with the least each can cost in mm, the cheapest first."""
        found = [
            (cost + self._inward(slot, out) if out else cost, slot)
            for cost, slot in slots
            if wish.has(slot) and leeway.reaches(slot.dx, slot.dy)
        ]
        before = self._kept.get(wish.key)
        if before:
            found = [(cost + slot.change(before[0], self._mm), slot) for cost, slot in found]
        found.sort()
        return found

    def _stacked(self, wish: Wish) -> Iterator[tuple[float, Slot]]:
        """The slots right above and below the neighbours of the same side, with their costs."""
        (x, y), apart = wish.spot, wish.symbol[1] + self._mm
        for other in self.stood.values():
            if wish.names and other.wish.side == wish.side and abs(other.slot.name) == 1:
                other_x, other_y = other.symbol.centre
                for down in (apart, -apart):
                    slot = Slot(other_x - x, other_y + down - y, other.slot.name)
                    if slot.is_apt(wish.symbol):
                        yield slot.cost(wish.symbol, self._mm) - STACKED, slot

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

    def _weighed(
        self, wish: Wish, slot: Slot, leeway: Leeway, base: float, limit: float
    ) -> Stand | None:
        """A stand in a slot that costs `base` by itself; None if not free, or not below `limit`."""
        if not self._is_firm(wish, slot, leeway):
            return None
        laying, (framed, name) = self._laying, self._boxes(wish, slot)
        faults = self._covered(wish, framed, name)
        if slot.name:
            if not (laying.holds_name(name) and laying.pinned.is_free(name)):
                return None
            astray = laying.is_struck(name) or laying.is_shut_in(name, wish.spot)
            faults += STRUCK if astray else 0.0
            faults += 0.0 if laying.rails.is_free(name) and laying.dots.is_free(name) else ON_RAILS
        elif wish.told and wish.names:
            faults += UNSAID
        if base + faults >= limit:
            return None
        faults += VEILING * laying.veiled(framed) + ACROSS * leeway.is_left(framed)
        faults += ON_A_FRONT if laying.is_on_a_line(framed) else 0.0
        faults += self._pressed(wish, framed)
        return Stand(wish, slot, framed.less(2 * wish.frame), name, base + faults, faults)

    def _pressed(self, wish: Wish, symbol: Box) -> float:
        """The cost of standing too near to those with whom it fights."""
        foes = (self.stood[key].symbol for key in wish.foes & self.stood.keys())
        lacking = (ROOM_MM - symbol.apart(foe) / self._mm for foe in foes)
        return PRESSING * max(0.0, max(lacking, default=0.0))

    def _covered(self, wish: Wish, symbol: Box, name: Box) -> float:
        """The cost of covering points that are better kept clear.

        Its own spot is, where an arrow ends or another stands too.
        """
        cost, shares = 0.0, rounded(wish.spot) in self._shared
        inner = symbol.less(2 * self._mm)
        left, right = min(symbol.left, name.left), max(symbol.right, name.right)
        for point in self._clear:
            if left < point[0] < right:
                own = _same(point, wish.spot)
                if own and shares:
                    cost += SHARED if inner.covers(point) else 0.0
                elif symbol.covers(point) and (wish.headed or not own):
                    cost += COVERING
                if name.covers(point):
                    cost += HIDING
        return cost


def _same(one: Point, other: Point) -> bool:
    """True if two points are one; those kept clear are whole pixels."""
    return abs(one[0] - other[0]) <= 1 and abs(one[1] - other[1]) <= 1
