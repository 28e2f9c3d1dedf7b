"""The railway's lines, which names keep off and symbols don't cross."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from kiosk.map.boxes import Point
from kiosk.map.labels.borders import Borders
from kiosk.map.labels.placing import Table
from kiosk.map.viewport import PlaneBox, PlanePoint, Viewport

FINE_PX = 6.0
"""Points of a line that are nearer to each other than this tell nothing more."""

Line = Sequence[PlanePoint]


class Rails:
    """Lines on the plane, the ground they take on the screen, and the borders they are there."""

    def __init__(self) -> None:
        self._lines: list[tuple[PlaneBox, Line]] = []
        self._thin: tuple[float, list[tuple[PlaneBox, Line]]] = 0.0, []
        self._table: tuple[Viewport, Table] | None = None
        self._borders: tuple[Viewport, Borders] | None = None

    def take(self, lines: Sequence[Line]) -> None:
        """Takes lines instead of those before."""
        self._lines, self._thin = [(_about(line), line) for line in lines if line], (0.0, [])
        self._table = self._borders = None

    def table(self, viewport: Viewport) -> Table:
        """The ground of the lines on the screen; the same again while the camera stands still."""
        if self._table is None or self._table[0] != viewport:
            table = Table(viewport.room)
            for line in self._seen(viewport):
                table.take_line(line)
            self._table = viewport, table
        return self._table[1]

    def borders(self, viewport: Viewport) -> Borders:
        """The lines on the screen as borders; the same again while the camera stands still."""
        if self._borders is None or self._borders[0] != viewport:
            borders = Borders(viewport.room)
            for line in self._seen(viewport):
                borders.take(line)
            self._borders = viewport, borders
        return self._borders[1]

    def _seen(self, viewport: Viewport) -> Iterator[list[Point]]:
        """The lines that come near the room, as fine as they are seen."""
        left, top, right, bottom = viewport.view
        if self._thin[0] != viewport.scale:
            fine = FINE_PX / viewport.scale
            self._thin = viewport.scale, [(box, _thinned(line, fine)) for box, line in self._lines]
        for (west, north, east, south), line in self._thin[1]:
            if west <= right and left <= east and north <= bottom and top <= south:
                yield viewport.on_screen(line)


def _thinned(points: Line, fine: float) -> Line:
    """A line with its ends, and of what lies between only points that are apart."""
    kept = list(points[:1])
    for point in points[1:-1]:
        if math.dist(point, kept[-1]) > fine:
            kept.append(point)
    return [*kept, *points[1:][-1:]]


def _about(line: Line) -> PlaneBox:
    """The box of a line on the plane."""
    xs, ys = zip(*line, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
