"""The lines on the ground, as symbols and names mind them: railways, rivers, what is drawn."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kiosk.exhibit.model import AreaKind
from kiosk.map.boxes import Box, Point
from kiosk.map.labels.borders import Borders
from kiosk.map.labels.laying import Lines, Pocket
from kiosk.map.labels.placing import LINE_STEP, Table, along, rounded
from kiosk.map.signs.areas import outline, teeth
from kiosk.map.signs.marches import Arrow, DrawnArea, Manner
from kiosk.map.signs.proposals import (
    HEAD_WIDE,
    STAY_MM,
    TAIL_MM,
    Proposal,
    beyond,
    head_of,
    width_mm,
)
from kiosk.map.viewport import PlaneBox, PlanePoint, Viewport

FINE_PX = 6.0
"""Points of a line that are nearer to each other than this tell nothing more."""

Line = Sequence[PlanePoint]

EDGE_MM = 4.0
"""The width of the drawn line of an area."""

SHAFT = 0.6
"""The share of an arrow's width that is kept free of names."""

SEEN_MM = 8.0
"""The distance between the points of a hollow arrow that are kept clear of symbols."""

TEETH_MM = 8.0
"""The width of a line with teeth."""

Drawn = Sequence[Arrow | Proposal | DrawnArea]


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


def lines_on(
    viewport: Viewport, drawn: Drawn, mm: float, rails: Rails, shores: Rails
) -> tuple[Lines, set[Point]]:
    """The lines on the screen, and where arrows of marches end."""
    room = viewport.room
    dots, strokes, fronts, proposed = (Table(room) for _ in range(4))
    borders = Borders(room, rails.borders(viewport))
    on_rails, banks = rails.table(viewport), shores.borders(viewport)
    lines = Lines(on_rails, dots, strokes, fronts, proposed, borders, banks)
    heads = set()
    for what in drawn:
        if isinstance(what, Arrow):
            way = viewport.on_screen(what.way)
            if what.manner is not Manner.ATTACK:
                heads.add(rounded(way[-1]))
            strokes.take_line(way, SHAFT * what.width_mm * mm)
        elif isinstance(what, Proposal):
            way = viewport.on_screen(what.way)
            heads.add(rounded(way[-1]))
            thick = width_mm(what, viewport.scale, mm) * mm
            strokes.take_line(way, thick)
            if what.stays:
                strokes.take(Box.around(*way[0], 2 * STAY_MM * mm, 2 * STAY_MM * mm))
            else:
                proposed.take_line(beyond(way, TAIL_MM * mm), thick)
                proposed.take(Box.around(*head_of(way, thick), *2 * [HEAD_WIDE * thick]))
        else:
            _take_area(lines, what, viewport, mm)
    return lines, heads


def _take_area(lines: Lines, area: DrawnArea, viewport: Viewport, mm: float) -> None:
    (x, y), *_ = viewport.on_screen(area.points)
    line = [(x + point.real, y + point.imag) for point in outline(area, viewport.scale, mm)]
    drawn = [(line, EDGE_MM)]
    for arc in teeth(area, viewport.scale, mm):
        drawn.append(([(x + point.real, y + point.imag) for point in arc], TEETH_MM))
    for points, wide in drawn:
        for box in along(viewport.room, points, wide * mm):
            lines.strokes.take(box)
            lines.fronts.take(box)
    if area.closed and area.kind is AreaKind.POCKET:
        lines.pockets.append(Pocket.of(viewport.on_screen(area.points)))
    if not (area.neutral or area.kind is AreaKind.CUT):
        lines.borders.take(line, EDGE_MM / 2 * mm)


def withdrawals(drawn: Drawn, viewport: Viewport, mm: float) -> Iterator[Point]:
    """Points along the hollow arrows: who gave ground is seen by them alone."""
    step = max(1, round(SEEN_MM * mm / LINE_STEP))
    for what in drawn:
        if isinstance(what, Arrow) and what.manner is Manner.RETREAT:
            boxes = [*along(viewport.room, viewport.on_screen(what.way), mm)]
            yield from (rounded(box.centre) for box in boxes[::step])


def foes_in(drawn: Drawn) -> Mapping[str, frozenset[str]]:
    """By a formation's id those whom it attacks, and who attack it."""
    found: dict[str, set[str]] = defaultdict(set)
    for what in drawn:
        if isinstance(what, Arrow) and what.foe:
            found[what.formation].add(what.foe)
            found[what.foe].add(what.formation)
    return {key: frozenset(foes) for key, foes in found.items()}


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
