"""Lines on the ground that a symbol must not be seen across from its spot."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from kiosk.map.boxes import Box, Line, Point, away

CELL = 64
"""Side in px of the grid's cells; about as far as a symbol steps aside."""


class Borders:
    """Lines looked up by grid cells; those that lie `beneath` are borders too."""

    def __init__(self, room: Box, beneath: Borders | None = None) -> None:
        self._room, self._beneath = room, beneath
        self._cells: dict[tuple[int, int], list[Line]] = defaultdict(list)
        self._found: dict[tuple[Point, float, float], list[Line]] = {}

    def take(self, points: Sequence[Point], cap: float = 0.0) -> None:
        """Makes the line through `points` a border where it is in the room.

        An open one goes on for `cap` px at its ends, as far as it is drawn.
        """
        self._found.clear()
        room = self._room
        if cap and points[0] != points[-1]:
            first, last = (points[1], points[0]), (points[-2], points[-1])
            points = [_beyond(first, cap), *points, _beyond(last, cap)]
        west, north, east, south = room.left, room.top, room.right, room.bottom
        for line in pairwise(points):
            (x0, y0), (x1, y1) = line
            if (x0 < west and x1 < west) or (x0 > east and x1 > east):
                continue
            if (y0 < north and y1 < north) or (y0 > south and y1 > south):
                continue
            left, right = max(min(x0, x1), west), min(max(x0, x1), east)
            top, bottom = max(min(y0, y1), north), min(max(y0, y1), south)
            for cell in _cells(left, top, right, bottom):
                self._cells[cell].append(line)

    def around(self, spot: Point, reach: float, on_it: float) -> list[Line]:
        """The borders within `reach` px of a spot, none that is nearer to it than `on_it`.

        What stands on a line may step to either side.
        """
        asked = spot, reach, on_it
        if asked not in self._found:
            self._found[asked] = self._around(spot, reach, on_it)
        return self._found[asked]

    def _around(self, spot: Point, reach: float, on_it: float) -> list[Line]:
        found = self._beneath.around(spot, reach, on_it) if self._beneath else []
        near: set[Line] = set()
        for cell in _cells(spot[0] - reach, spot[1] - reach, spot[0] + reach, spot[1] + reach):
            near.update(self._cells.get(cell, ()))
        return found + [line for line in near if on_it < away(spot, *line) < reach]


def _beyond(line: Line, cap: float) -> Point:
    """The point so many px beyond the end of a straight line."""
    (x0, y0), (x1, y1) = line
    longer = cap / (math.dist(*line) or 1.0)
    return x1 + (x1 - x0) * longer, y1 + (y1 - y0) * longer


def _cells(left: float, top: float, right: float, bottom: float) -> list[tuple[int, int]]:
    """The cells that a rectangle lies in."""
    return [
        (i, j)
        for i in range(int(left // CELL), int(right // CELL) + 1)
        for j in range(int(top // CELL), int(bottom // CELL) + 1)
    ]
