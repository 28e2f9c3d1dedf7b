"""Tables of what stands where, so that nothing covers anything else."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kiosk.map.boxes import Box, Point, Size

CELL = 64
"""Side in px of the grid's cells; about the size of what is placed."""

LINE_STEP = 16.0
"""The distance in px between the points by which a line is marked as taken."""


class Table:
    """Boxes that stand somewhere, looked up by grid cells; those on what lies `beneath` too."""

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
        for box in along(self.room, points, width):
            self.take(box)

    def is_free(self, box: Box) -> bool:
        """True if `box` is inside the room and meets nothing here or on the table beneath."""
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        room, cells = self.room, self._cells
        if left < room.left or top < room.top or right > room.right or bottom > room.bottom:
            return False
        down = range(int(top // CELL), int(bottom // CELL) + 1)
        for i in range(int(left // CELL), int(right // CELL) + 1):
            for j in down:
                if (i, j) in cells:
                    for other in cells[i, j]:
                        if (
                            left < other.right
                            and other.left < right
                            and top < other.bottom
                            and other.top < bottom
                        ):
                            return False
        return self.beneath is None or self.beneath.is_free(box)


def along(room: Box, points: Sequence[Point], width: float) -> Iterator[Box]:
    """The boxes in a room that lie along the line through `points`, as wide as it in px."""
    left, top, right, bottom = room.left, room.top, room.right, room.bottom
    for (x0, y0), (x1, y1) in pairwise(points):
        if (x0 < left and x1 < left) or (x0 > right and x1 > right):
            continue
        if (y0 < top and y1 < top) or (y0 > bottom and y1 > bottom):
            continue
        count = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0) / LINE_STEP))
        for i in range(count):
            x, y = x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count
            if left < x < right and top < y < bottom:
                yield Box.around(x, y, width, width)


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


def rounded(point: Point) -> Point:
    """The corner of pixels next to a point."""
    return float(round(point[0])), float(round(point[1]))
