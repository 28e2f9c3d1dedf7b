"""Room for names: beside dots, along rivers, over ground."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from kiosk.map.boxes import Box, Point, Size
from kiosk.map.labels.courses import STEEPEST, Berth, Course
from kiosk.map.labels.laying import Laying
from kiosk.map.labels.placing import beside
from kiosk.map.labels.result import Placed
from kiosk.map.labels.stands import AGAIN_HOURS
from kiosk.map.viewport import Viewport

NEW_MM = 1.5
"""Room round a name that was not there before, so that none comes and goes as units pass."""

PASSED_OVER = 7
"""The layings that a name without room is left out, as the map moves, before it looks again."""

AROUND = 8
"""The places that there are beside a dot."""

DOT_MM = 2.6
"""The ground of a place's dot, across and down."""

NEAR_MM, FAR_MM = 2.6, 8.0
"""The distance of a name from its spot; the second out of a small ring round the spot."""

OFF_MM = (0.8, 7.5, 1.5)
"""The distances of a name from its river, beyond the teeth of a line on the bank, from its railway.
"""

NOWHERE = Box(math.inf, math.inf, math.inf, math.inf)
"""A box for which there is never room."""

Memory = tuple[dict[str, int], dict[str, Berth], dict[str, tuple[int, float]]]
"""By key the place of each, the berth of each river, and who found no room: for how long, when."""


CLEAR, RAILS, DOT, STROKE, FRONT, CROWD = 0, 1, 2, 4, 8, 16
"""The faults of the ground that a name lies on, the worse the greater.

The railway, the dot of another place, a line that strikes it, a line that shuts, another's symbol.
"""

UNSTRUCK = RAILS | DOT
UNCROWDED = UNSTRUCK | STROKE | FRONT
ANY = UNCROWDED | CROWD


class Names:
    """Finds room for one name after the other, and remembers where each stood."""

    def __init__(self) -> None:
        self._kept: dict[str, int] = {}
        self._moored: dict[str, Berth] = {}
        self._passed: dict[str, tuple[int, float]] = {}

    def memory(self) -> Memory:
        """The places of now, to be recalled."""
        return dict(self._kept), dict(self._moored), dict(self._passed)

    def recall(self, memory: Memory) -> None:
        """Remembers what was remembered then."""
        kept, moored, passed = memory
        self._kept, self._moored, self._passed = dict(kept), dict(moored), dict(passed)

    def begin(self, laying: Laying, held: Iterable[Box]) -> None:
        """Begins a laying; unless it settles, new names keep off what is `held` for symbols."""
        self._held = list(held)
        self._laying, self._mm, self._settle = laying, laying.mm, laying.settle

    def is_due(self, key: str) -> bool:
        """True if it is time to look for room; one that found none is passed over for some time."""
        left, since = self._passed.get(key, (0, -math.inf))
        if self._laying.holds:
            return abs(self._laying.hours - since) >= AGAIN_HOURS
        if left and not self._settle:
            self._passed[key] = left - 1, since
            return False
        return True

    def holds(self, key: str, *, upon: bool = False) -> bool:
        """True if a name keeps its side, as only time has passed since it took it.

        So it is `upon` what it names only if it doesn't stand along it.
        """
        return self._laying.holds and (key in self._kept or (key in self._moored and not upon))

    def forget(self, key: str) -> None:
        """Forgets the place of a name, which stands elsewhere now."""
        self._kept.pop(key, None)

    def note(self, key: str, *, found: bool) -> None:
        """Takes what came of looking for room."""
        if found:
            self._passed.pop(key, None)
        else:
            self._passed[key] = PASSED_OVER, self._laying.hours

    def beside(
        self, key: str, spot: Point, sizes: Sequence[Size], *, told: bool, allowed: int
    ) -> Placed | None:
        """Room beside a dot on ground that is `allowed`, taken with the dot's own; None without.

        The dot of what is `told` of has its ground already.
        """
        dot, laying = dot_box(spot, self._mm), self._laying
        if not (told or laying.table.is_free(dot)) or not laying.may_have_dot(key, spot):
            if not self._laying.holds:
                self._kept.pop(key, None)
            return None
        gaps = (NEAR_MM, FAR_MM) if told else (NEAR_MM,)
        boxes = [
            box if laying.is_own(key, spot, box) else NOWHERE
            for size in sizes
            for gap in gaps
            for box in beside(*spot, gap * self._mm, [size])
        ]
        placed = self._choose(key, boxes, len(boxes) // len(sizes), allowed)
        if placed:
            laying.take_dot(key, dot, placed.box)
        return placed

    def over(
        self, key: str, spot: Point, sizes: Sequence[Size], *, told: bool = False
    ) -> Placed | None:
        """Room about a spot that has no dot; what is `told` of may lie on rails or dots."""
        boxes = list(_spread(*spot, sizes))
        allowed = UNSTRUCK if told else CLEAR
        return self._choose(key, boxes, len(boxes) // len(sizes), allowed)

    def at(
        self, key: str, spots: Iterable[Point], size: Size, allowed: int = CLEAR
    ) -> Placed | None:
        """Room about the first of `spots` that has it on the best ground that is `allowed`."""
        boxes = [Box.around(*spot, *size) for spot in spots]
        return self._choose(key, boxes, len(boxes), allowed)

    def cheapest(
        self,
        key: str,
        costs: Sequence[float],
        boxes: Callable[[int], Sequence[Box]],
        fault: Callable[[int], float],
        most: float,
    ) -> int | None:
        """The number of the free try that costs least, whose `boxes` are taken.

        The `costs` rise from one to the next; to them comes a `fault`, asked of those that are free
        and might be the best. The try that it had is kept, unless all is to settle or its fault is
        `most` or more.
        """
        kept = self._kept.pop(key, None)

        def is_free(i: int) -> bool:
            return all(map(self._is_free, boxes(i)))

        best, least = None, math.inf
        if kept is not None and not self._settle and is_free(kept) and fault(kept) < most:
            best, least = kept, -math.inf
        for i, cost in enumerate(costs):
            if cost >= least:
                break
            if is_free(i) and cost + (more := fault(i)) < least:
                best, least = i, cost + more
        if best is not None:
            self._kept[key] = best
            for box in boxes(best):
                self._laying.take_name(box)
        return best

    def along(
        self,
        key: str,
        course: Course,
        viewport: Viewport,
        size: Size,
        *,
        told: bool,
        railway: bool = False,
        steepest: float = STEEPEST,
    ) -> Placed | None:
        """Room along a line; a march may cross a name that is `told` of where it stands."""
        allowed = UNCROWDED if told and self.holds(key) else RAILS if railway else CLEAR
        offs = (2 if railway else 0, 1)[: 1 + told]
        for berth in self._berths(key, course, viewport, size, offs, steepest):
            box = Box.around(*viewport.on_screen([berth.centre])[0], *size)
            parts = turned(box, berth.angle)
            held = all(map(self._laying.holds_name, parts))
            if held and not any(self.ground(part) & ~allowed for part in parts):
                for part in parts:
                    self._laying.take_name(part)
                self._moored[key] = berth
                self.forget(key)
                return Placed(box, 0, berth.angle)
        return None

    def _berths(
        self,
        key: str,
        course: Course,
        viewport: Viewport,
        size: Size,
        offs: Sequence[int],
        steepest: float,
    ) -> Iterator[Berth]:
        """The place that a line's name had, then where else it might stand."""
        holds, moored = self._laying.holds, self._moored.get(key)
        width, height, mm = (px / viewport.scale for px in (*size, self._mm))
        if moored:
            gap = OFF_MM[moored.off] * mm
            again = course.berth(moored.along, width, height, gap, moored.above)
            if again:
                yield replace(again, off=moored.off)
            if holds:
                return
        self._moored.pop(key, None)
        for off in offs:
            for berth in course.berths(width, height, OFF_MM[off] * mm, viewport.view, steepest):
                yield replace(berth, off=off)

    def _choose(self, key: str, boxes: Sequence[Box], spots: int, allowed: int) -> Placed | None:
        """A free one of `boxes`, of which each size has `spots`; the one it had if that serves.

        Of those free, the first on the best ground is taken, if all that ground is `allowed`.
        """
        if self.holds(key) and key in self._kept:
            return self._held_place(key, boxes, spots, allowed)
        kept = self._kept.pop(key, None)
        if kept is not None and not self._settle and kept < len(boxes):
            box = boxes[kept]
            if self._is_free(box) and not self.ground(box) & ~allowed:
                return self._take(key, boxes, kept, spots)
        margin = 0.0 if self._settle or kept is not None else -NEW_MM * self._mm
        free = [i for i, box in enumerate(boxes) if self._is_free(box.less(margin))]
        if not self._settle and kept is None:
            free = [i for i in free if not any(boxes[i].meets(held) for held in self._held)]
        if kept is not None:
            free.sort(key=lambda i: (i // spots, i % spots != kept % spots))
        grounds = {i: self.ground(boxes[i]) for i in free}

        def fault(i: int) -> tuple[int, bool, int]:
            return grounds[i] & ~UNSTRUCK, i % spots >= AROUND, grounds[i]

        best = min((i for i in free if not grounds[i] & ~allowed), key=fault, default=None)
        return None if best is None else self._take(key, boxes, best, spots)

    def _held_place(
        self, key: str, boxes: Sequence[Box], spots: int, allowed: int
    ) -> Placed | None:
        """The place that a name holds, whole or without its second line; None while it's taken."""
        kept = self._kept[key]
        if not spots:  # a river has left the view
            return None
        for i in range(kept % spots, len(boxes), spots):
            if i >= kept and self._is_free(boxes[i]) and not self.ground(boxes[i]) & ~allowed:
                self._laying.take_name(boxes[i])
                return Placed(boxes[i], i // spots)
        return None

    def _is_free(self, box: Box) -> bool:
        return self._laying.table.is_free(box) and self._laying.pinned.is_free(box)

    def ground(self, box: Box) -> int:
        """The faults of the ground that a name in `box` would lie on."""
        laying = self._laying
        return (
            CROWD * (not laying.holds_name(box))
            + STROKE * laying.is_struck(box)
            + FRONT * (not laying.fronts.is_free(box))
            + DOT * (not laying.dots.is_free(box))
            + RAILS * (not laying.rails.is_free(box))
        )

    def _take(self, key: str, boxes: Sequence[Box], i: int, spots: int) -> Placed:
        self._laying.take_name(boxes[i])
        self._kept[key] = i
        return Placed(boxes[i], i // spots)


def dot_box(spot: Point, mm: float) -> Box:
    """The ground of a place's dot."""
    return Box.around(*spot, DOT_MM * mm, DOT_MM * mm)


def turned(box: Box, degrees: float) -> list[Box]:
    """Upright boxes that together cover a box turned about its centre."""
    (x, y), width, height = box.centre, box.width, box.height
    count = max(1, math.ceil(width / height))
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    part = width / count
    across, down = part * cos + height * abs(sin), part * abs(sin) + height * cos
    middles = [(i + 0.5) * part - width / 2 for i in range(count)]
    return [Box.around(x + at * cos, y + at * sin, across, down) for at in middles]


def _spread(x: float, y: float, sizes: Sequence[Size]) -> Iterator[Box]:
    """Boxes for the name of something without a spot, near (x, y)."""
    for width, height in sizes:
        for across in (0.0, -0.3, 0.3):
            for down in (0.0, 1.0, -1.0, 2.0, -2.0):
                yield Box.around(x + across * width, y + down * height, width, height)
