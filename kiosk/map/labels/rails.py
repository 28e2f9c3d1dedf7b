"""The railway's lines, which names keep off and symbols don't cross."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kiosk.map.boxes import Point
from kiosk.map.labels.borders import Borders
from kiosk.map.labels.placing import Table
from kiosk.map.viewport import PlanePoint, Viewport

FINE_PX = 6.0
"""Points of a line that are nearer to each other than this tell nothing more."""


class Rails:
    """Lines on the plane, the ground they take on the screen, and the borders they are there."""

    def __init__(self) -> None:
        self._lines: Sequence[Sequence[PlanePoint]] = ()
        self._seen: tuple[Viewport, Table, Borders] | None = None

    def take(self, lines: Sequence[Sequence[PlanePoint]]) -> None:
        """Takes lines instead of those before."""
        self._lines, self._seen = lines, None

    def on_screen(self, viewport: Viewport) -> tuple[Table, Borders]:
        """The lines on the screen; the same again while the camera stands still."""
        if self._seen is None or self._seen[0] != viewport:
            table, borders = Table(viewport.room), Borders(viewport.room)
            for line in self._lines:
                points = _thinned(viewport.on_screen(line))
                table.take_line(points)
                borders.take(points)
            self._seen = viewport, table, borders
        return self._seen[1:]


def _thinned(points: Sequence[Point]) -> list[Point]:
    """A line with its ends, and of what lies between only points that are apart."""
    kept = list(points[:1])
    for point in points[1:-1]:
        if math.dist(point, kept[-1]) > FINE_PX:
            kept.append(point)
    return [*kept, *points[1:][-1:]]
