"""Ties: thin lines from words on the map to what they name, which cross nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from kiosk.map.boxes import Box, Line, Point, crosses
from kiosk.map.labels.laying import Laying
from kiosk.map.viewport import PlanePoint

STEP_MM, ROOM_MM = 2.0, 1.0
"""The distance of the points at which a leader is tried, and the room that it takes."""

CLEAR_MM = 1.5
"""Room between words and the end of their leader."""


class Tie(NamedTuple):
    """A point of the plane that words may be tied to, its spot, and how far off its line is, px."""

    at: PlanePoint
    spot: Point
    off: float

    def leader(self, box: Box, clear: float) -> Line:
        """Both ends of the line from the edge of what is named to `clear` px before a box."""
        x, y = self.spot
        near = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
        far = math.dist(self.spot, near) or 1.0
        right, down = (near[0] - x) / far, (near[1] - y) / far
        first, last = min(self.off, far), max(self.off, far - clear)
        return (x + right * first, y + down * first), (x + right * last, y + down * last)

    def reaches(self, laying: Laying, box: Box) -> bool:
        """True if a leader to `box` meets nothing that stands already."""
        room = ROOM_MM * laying.mm
        return all(
            laying.table.is_free(Box.around(*point, room, room))
            for point in _points(self.leader(box, CLEAR_MM * laying.mm), STEP_MM * laying.mm)
        )

    def crosses(self, laying: Laying, box: Box) -> bool:
        """True if a leader to `box` crosses another."""
        leader = self.leader(box, 0.0)
        return any(crosses(leader, other) for other in laying.ties)

    def take(self, laying: Laying, box: Box, clear: float) -> Line:
        """Takes the ground beneath the leader to `box`, whose ends from the spot it returns."""
        leader = self.leader(box, clear)
        laying.ties.append(leader)
        for point in _points(leader, STEP_MM * laying.mm):
            laying.table.take(Box.around(*point, laying.mm, laying.mm))
        return self.away(leader[0]), self.away(leader[1])

    def away(self, point: Point) -> Point:
        """The way from the spot to a point."""
        return point[0] - self.spot[0], point[1] - self.spot[1]


def _points(line: Line, step: float) -> Sequence[Point]:
    """Points along a line, `step` px apart at most."""
    (x0, y0), (x1, y1) = line
    count = max(1, math.ceil(math.dist(*line) / step))
    return [(x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count) for i in range(count + 1)]
