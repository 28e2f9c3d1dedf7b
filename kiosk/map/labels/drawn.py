"""The lines that are drawn on the ground, as symbols and names mind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kiosk.exhibit.model import AreaKind
from kiosk.map.boxes import Box, Point
from kiosk.map.labels.borders import Borders
from kiosk.map.labels.laying import Lines, Pocket
from kiosk.map.labels.placing import LINE_STEP, Table, along, rounded
from kiosk.map.labels.rails import Rails
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
from kiosk.map.viewport import Viewport

EDGE_MM = 4.0
"""The width of the drawn line of an area."""

SHAFT = 0.6
"""The share of an arrow's width that is kept free of names."""

SEEN_MM = 8.0
"""The distance between the points of a hollow arrow that are kept clear of symbols."""

TEETH_MM = 8.0
"""The width of a line with teeth."""

Drawn = Sequence[Arrow | Proposal | DrawnArea]


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
