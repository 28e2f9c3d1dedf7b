"""The courses of rivers and railways, along which their names stand."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kiosk.exhibit.files.courses import nearest_to, whole
from kiosk.map.viewport import PlaneBox, PlanePoint

STEEPEST = 72.0
"""A name that is steeper in degrees is hard to read."""

STEEP = 12.0
"""A name is as well placed one step farther off as it is where it is flatter by these degrees."""

STEPS = 24
"""The times that a place for the name is sought up and down the river."""

KEPT = 8
"""The views and sizes for which room is remembered."""

CURVED = 0.7
"""The most that a course may swing out beneath its name, as a share of the name's height."""


@dataclass(frozen=True)
class Berth:
    """Room for a name along a course: its centre on the plane, its angle, and where that is.

    The angle is in degrees clockwise; `along` is km down the line, `above` which bank, `off` the
    number of its distance.
    """

    centre: PlanePoint
    angle: float
    along: float
    above: bool
    off: int = 0


class Course:
    """A line on the plane that can be walked by its length."""

    def __init__(self, line: Sequence[PlanePoint], near: PlanePoint) -> None:
        self.line = line
        self._rooms: dict[tuple[float, float, float, PlaneBox], list[Berth]] = {}
        self._along = list(accumulate((math.dist(a, b) for a, b in pairwise(line)), initial=0.0))
        self.start = self._along[min(range(len(line)), key=lambda i: math.dist(line[i], near))]

    def berth(
        self, along: float, width: float, height: float, gap: float, above: bool
    ) -> Berth | None:
        """Room for a name of a size in km, `gap` km off the line; None where it bends or ends."""
        first, last = along - width / 2, along + width / 2
        if first < 0 or last > self._along[-1]:
            return None
        (x0, y0), (x1, y1) = sorted((self._at(first), self._at(last)))
        angle = math.atan2(y1 - y0, x1 - x0)
        if math.dist((x0, y0), (x1, y1)) < width * 0.9:
            return None
        nx, ny = math.sin(angle), -math.cos(angle)  # up, as the name is read
        swings = [
            (x - x0) * nx + (y - y0) * ny
            for x, y in (self._at(first + width * i / 8) for i in range(1, 8))
        ]
        high, low = max(0.0, *swings), min(0.0, *swings)
        if high - low > height * CURVED:
            return None
        off = high + gap + height / 2 if above else low - gap - height / 2
        centre = (x0 + x1) / 2 + nx * off, (y0 + y1) / 2 + ny * off
        return Berth(centre, math.degrees(angle), along, above)

    def berths(
        self, width: float, height: float, gap: float, view: PlaneBox, steepest: float = STEEPEST
    ) -> list[Berth]:
        """Room for a name in `view`, flat and near the point first; none is steeper in degrees."""
        asked = width, height, gap, view
        if asked not in self._rooms:
            if len(self._rooms) == KEPT:
                self._rooms.clear()
            self._rooms[asked] = self._berths(*asked)
        return [berth for berth in self._rooms[asked] if abs(berth.angle) <= steepest]

    def _berths(self, width: float, height: float, gap: float, view: PlaneBox) -> list[Berth]:
        left, top, right, bottom = view
        found = []
        for step in range(1 - STEPS, STEPS):
            along = self.start + step * width * 0.4
            x, y = self._at(along)
            if left < x < right and top < y < bottom:
                for above in (True, False):
                    berth = self.berth(along, width, height, gap, above)
                    if berth:
                        found.append((abs(step) + abs(berth.angle) / STEEP, berth))
        return [berth for _, berth in sorted(found, key=lambda found: found[0])]

    def within(self, view: PlaneBox, step: float = 0.0) -> list[PlanePoint]:
        """The corners of the line in `view`, or spots each `step` km; next to its middle first."""
        left, top, right, bottom = view
        middle = (left + right) / 2, (top + bottom) / 2
        spots = list(self._walk(view, step)) if step else self.line
        inside = ((x, y) for x, y in spots if left < x < right and top < y < bottom)
        return sorted(inside, key=lambda spot: math.dist(spot, middle))

    def _walk(self, view: PlaneBox, step: float) -> Iterator[PlanePoint]:
        """Spots each `step` km on the stretches of the line that may come into `view`."""
        left, top, right, bottom = view
        for (a, b), at in zip(pairwise(self.line), self._along, strict=False):
            (x0, y0), (x1, y1) = a, b
            across = max(x0, x1) > left and min(x0, x1) < right
            if across and max(y0, y1) > top and min(y0, y1) < bottom:
                first, last = math.ceil(at / step), math.ceil((at + math.dist(a, b)) / step)
                yield from (self._at(i * step) for i in range(first, last))

    def nearest(self, point: PlanePoint) -> PlanePoint:
        """The corner of the line that is nearest to a point."""
        return min(self.line, key=lambda corner: math.dist(corner, point))

    def _at(self, along: float) -> PlanePoint:
        i = min(max(bisect_right(self._along, along) - 1, 0), len(self.line) - 2)
        span = self._along[i + 1] - self._along[i]
        share = (along - self._along[i]) / span if span else 0.0
        (x0, y0), (x1, y1) = self.line[i : i + 2]
        return x0 + (x1 - x0) * share, y0 + (y1 - y0) * share


class Courses:
    """The lines of all rivers, or of all railways."""

    def __init__(self) -> None:
        self.lines: Sequence[Sequence[PlanePoint]] = ()
        self._found: dict[PlanePoint, Course | None] = {}

    def take(self, lines: Sequence[Sequence[PlanePoint]]) -> None:
        """Takes lines instead of those before."""
        self.lines = [line for line in whole(lines) if len(line) > 1]
        self._found.clear()

    def near(self, point: PlanePoint) -> Course | None:
        """The line that passes nearest to a point; None where none comes near it."""
        if point not in self._found:
            self._found[point] = self._nearest(point)
        return self._found[point]

    def _nearest(self, point: PlanePoint) -> Course | None:
        nearest = nearest_to(point, self.lines)
        return None if nearest is None else Course(self.lines[nearest], point)
