"""Where symbols and labels stand so that none covers another."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

CELL = 64
"""Side in px of the grid's cells; about the size of what is placed."""

STRIDE = 9.0
"""Steps in px along a line that is looked at for what it meets."""

LINE_STEP = 16.0
"""How far apart in px the points are by which a line is marked as taken."""

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

    def moved(self, dx: float, dy: float) -> Box:
        """The box elsewhere."""
        return Box(self.left + dx, self.top + dy, self.right + dx, self.bottom + dy)

    def covers(self, point: Point) -> bool:
        """Whether a point lies inside."""
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom

    def is_cut(self, line: Line) -> bool:
        """Whether a line goes through the box or ends in it."""
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
        """How far a point lies from the box; 0 inside."""
        return math.hypot(
            max(self.left - x, 0.0, x - self.right), max(self.top - y, 0.0, y - self.bottom)
        )

    def meets(self, other: Box) -> bool:
        """Whether the two share ground."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether `other` lies wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


class Table:
    """What already stands where, looked up by grid cells; what lies `beneath` stands here too."""

    def __init__(self, room: Box, beneath: Table | None = None) -> None:
        self.room, self.beneath = room, beneath
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def take(self, box: Box) -> None:
        """Marks ground as taken."""
        cells = self._cells
        for i in range(int(box.left // CELL), int(box.right // CELL) + 1):
            for j in range(int(box.top // CELL), int(box.bottom // CELL) + 1):
                cells[i, j].append(box)

    def take_line(self, points: Sequence[Point], width: float = 8.0) -> None:
        """Marks the ground along the line through `points`, of a width in px."""
        for stretch in pairwise(points):
            self._take_stretch(*stretch, width)

    def _take_stretch(self, start: Point, end: Point, width: float) -> None:
        (x0, y0), (x1, y1) = start, end
        room = self.room
        if max(x0, x1) < room.left or min(x0, x1) > room.right:
            return
        if max(y0, y1) < room.top or min(y0, y1) > room.bottom:
            return
        count = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0) / LINE_STEP))
        for i in range(count):
            x, y = x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count
            if room.left < x < room.right and room.top < y < room.bottom:
                self.take(Box.around(x, y, width, width))

    def is_free(self, box: Box) -> bool:
        """Whether `box` is inside the room and meets nothing here or on the table beneath."""
        if not self.room.holds(box):
            return False
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        cells = self._cells
        for i in range(int(left // CELL), int(right // CELL) + 1):
            for j in range(int(top // CELL), int(bottom // CELL) + 1):
                for other in cells.get((i, j), ()):
                    if (
                        left < other.right
                        and other.left < right
                        and top < other.bottom
                        and other.top < bottom
                    ):
                        return False
        return self.beneath is None or self.beneath.is_free(box)

    def taken_along(self, start: Point, end: Point) -> int:
        """How many boxes a line meets, seen every few px; not those it starts in."""
        (x0, y0), (x1, y1) = start, end
        count = math.ceil(math.hypot(x1 - x0, y1 - y0) / STRIDE)
        met: set[Box] = set()
        for i in range(1, count):
            point = x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count
            cell = int(point[0] // CELL), int(point[1] // CELL)
            met.update(box for box in self._cells.get(cell, ()) if box.covers(point))
        return sum(not box.covers(start) for box in met)


def beside(x: float, y: float, gap: float, sizes: Sequence[Size]) -> Iterator[Box]:
    """Boxes for a label of one of `sizes` beside a spot of radius `gap`, the best first."""
    for width, height in sizes:
        for right, down in (
            (1.0, 0.0), (-1.0, 0.0), (1.0, -0.7), (1.0, 0.7), (-1.0, -0.7), (-1.0, 0.7),
            (0.0, -1.0), (0.0, 1.0),
        ):  # fmt: skip
            yield Box.around(
                x + right * (gap + width / 2), y + down * (gap + height / 2), width, height
            )


def crosses(a: Line, b: Line) -> bool:
    """Whether two straight lines cut through each other; to touch at an end is not to cross."""
    (p, q), (r, s) = a, b
    return (_turn(p, q, r) * _turn(p, q, s) < 0) and (_turn(r, s, p) * _turn(r, s, q) < 0)


def away(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from a straight line between two others."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    x, y = point[0] - start[0], point[1] - start[1]
    length = along_x * along_x + along_y * along_y
    share = max(0.0, min(1.0, (x * along_x + y * along_y) / length)) if length else 0.0
    return math.hypot(x - share * along_x, y - share * along_y)


def rounded(point: Point) -> Point:
    """The corner of pixels next to a point."""
    return float(round(point[0])), float(round(point[1]))


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
