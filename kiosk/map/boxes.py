"""Points, lines and boxes on the screen, in px."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
"""A point on the screen in px."""

Line = tuple[Point, Point]
"""A straight line from a point to a point."""

Size = tuple[float, float]
"""Width and height in px."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the screen in px."""

    left: float
    top: float
    right: float
    bottom: float

    @staticmethod
    def around(x: float, y: float, width: float, height: float) -> Box:
        """A box centred on a point."""
        return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    @property
    def width(self) -> float:
        """Across, in px."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Down, in px."""
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        """The middle point."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def less(self, gap: float) -> Box:
        """The box without half of `gap` on each side; larger if `gap` is negative."""
        half = gap / 2
        return Box(self.left + half, self.top + half, self.right - half, self.bottom - half)

    def grown(self, across: float, down: float) -> Box:
        """The box with `across` more on the left and on the right, `down` more above and below."""
        return Box(self.left - across, self.top - down, self.right + across, self.bottom + down)

    def rounded(self) -> Box:
        """The box with its corners at corners of pixels."""
        return Box(*map(float, map(round, (self.left, self.top, self.right, self.bottom))))

    def moved(self, dx: float, dy: float) -> Box:
        """The box elsewhere."""
        return Box(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def covers(self, point: Point) -> bool:
        """True if a point lies inside."""
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom

    def is_cut(self, line: Line) -> bool:
        """True if a line goes through the box or ends in it."""
        (x0, y0), (x1, y1) = line
        if max(x0, x1) <= self.left or min(x0, x1) >= self.right:
            return False
        if max(y0, y1) <= self.top or min(y0, y1) >= self.bottom:
            return False
        return (
            self.covers(line[0])
            or self.covers(line[1])
            or crosses(line, ((self.left, self.top), (self.right, self.bottom)))
            or crosses(line, ((self.left, self.bottom), (self.right, self.top)))
        )

    def away(self, x: float, y: float) -> float:
        """The distance of a point from the box; 0 inside."""
        return math.hypot(
            max(self.left - x, 0.0, x - self.right), max(self.top - y, 0.0, y - self.bottom)
        )

    def apart(self, other: Box) -> float:
        """The distance from another box; 0 if they meet."""
        return math.hypot(
            max(self.left - other.right, 0.0, other.left - self.right),
            max(self.top - other.bottom, 0.0, other.top - self.bottom),
        )

    def meets(self, other: Box) -> bool:
        """True if the two share ground."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """True if `other` lies wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


def crosses(a: Line, b: Line) -> bool:
    """True if two straight lines cut through each other; to touch at an end is not to cross."""
    (p, q), (r, s) = a, b
    return (_turn(p, q, r) * _turn(p, q, s) < 0) and (_turn(r, s, p) * _turn(r, s, q) < 0)


def encloses(edges: Sequence[Line], point: Point) -> bool:
    """True if a point lies within the ring that `edges` make."""
    ray = point, (point[0] + 1e6, point[1] + 1.0)
    return sum(crosses(ray, edge) for edge in edges) % 2 == 1


def away(point: Point, start: Point, end: Point) -> float:
    """The distance of a point from a straight line between two others."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    x, y = point[0] - start[0], point[1] - start[1]
    length = along_x * along_x + along_y * along_y
    share = max(0.0, min(1.0, (x * along_x + y * along_y) / length)) if length else 0.0
    return math.hypot(x - share * along_x, y - share * along_y)


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
