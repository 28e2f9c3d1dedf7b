"""One laying of the map in progress."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.exhibit.model import Formation, Place
from kiosk.map.boxes import Box, Line, Point, crosses
from kiosk.map.labels.borders import Borders
from kiosk.map.labels.placing import Table
from kiosk.map.labels.request import MOST, Request
from kiosk.map.labels.result import Result
from kiosk.map.viewport import Viewport

NOWHERE, UNNAMED = 100.0, 300.0
"""What it costs a symbol, in mm, to have no place, and what is chosen to have no name."""

TOLD = 1.5
"""How much more it counts if the page speaks of it."""

APART_MM = 4.0, 1.2
"""How far across and down a name keeps from others' symbols, so that the nearest is its own."""

OFF_A_DOT_MM = 1.2
"""How far across a name keeps from the dot of another place."""


@dataclass(frozen=True)
class Lines:
    """What is drawn on the ground.

    A name may have to lie on `rails`, and on `dots` of places and formations; `strokes` of fronts,
    pockets and marches would strike it through. No symbol crosses `borders`.
    """

    rails: Table
    dots: Table
    strokes: Table
    borders: Borders


class Laying:
    """What is taken of the room so far, and how well it went.

    Nothing stands on what is on the `table`. To `settle` is to look for better places even where
    the old ones serve. `trouble` is what each symbol's place costs in mm, `cost` their sum: the
    more one matters, the more it counts. `marked` are the spots of what is chosen; no name lies
    where squares may have to stand for them, which is `pinned`.
    """

    def __init__(
        self, request: Request, viewport: Viewport, lines: Lines, hours: float, *, settle: bool
    ) -> None:
        self.request, self.viewport, self.hours, self.settle = request, viewport, hours, settle
        self.mm = request.px_per_mm
        self.table, self.rails, self.dots = Table(viewport.room), lines.rails, lines.dots
        self.strokes, self.borders = Table(viewport.room, lines.strokes), lines.borders
        self._symbols, self._names = Table(viewport.room), Table(viewport.room)
        self.pinned = Table(viewport.room)
        for box in request.kept:
            self.table.take(box)
        self.leaders: list[Line] = []
        self._named: list[Box] = []
        self.marked: Sequence[Point] = ()
        self.result = Result()
        self.trouble: dict[str, float] = {}
        self.cost = 0.0
        self.is_poor = False

    def holds_symbol(self, box: Box) -> bool:
        """Whether there is room for a symbol, and no name that might be taken for its own."""
        return self.table.is_free(box.less(-self.mm)) and self._names.is_free(box)

    def holds_name(self, box: Box) -> bool:
        """Whether there is room for a name, and no symbol that it might be taken for."""
        return self.table.is_free(box) and self._symbols.is_free(box)

    def is_struck(self, name: Box) -> bool:
        """Whether a line would go through a name."""
        return not self.strokes.is_free(name)

    def is_blocked(self, leader: Line) -> bool:
        """Whether something stands on the way of a line from a spot, or another such line."""
        if self.table.taken_along(*leader) or any(name.covers(leader[0]) for name in self._named):
            return True
        return any(crosses(leader, other) for other in self.leaders)

    def take_symbol(self, box: Box) -> None:
        """Takes the room of a symbol."""
        self.table.take(box.less(-self.mm))
        self._symbols.take(self._apart(box))

    def take_dot(self, box: Box) -> None:
        """Takes the room of a place's dot."""
        self.table.take(box)
        self._symbols.take(box.grown(OFF_A_DOT_MM * self.mm, 0.0))

    def take_name(self, box: Box) -> None:
        """Takes the room of a name."""
        self.table.take(box)
        self._names.take(self._apart(box))
        self._named.append(box)

    def take_leader(self, leader: Line) -> None:
        """Takes the line from a spot to its symbol."""
        self.strokes.take_line(leader)
        self.leaders.append(leader)

    def _apart(self, box: Box) -> Box:
        across, down = APART_MM
        return box.grown(across * self.mm, down * self.mm)

    def count(self, record: Place | Formation, cost: float, *, anew: bool = True) -> None:
        """Notes what the place of a symbol or a name costs, and whether it was sought `anew`."""
        rank = self.request.rank(record)
        self.trouble[record.id] = cost
        self.cost += cost / rank * (TOLD if self.request.speaks_of(record) else 1.0)
        self.is_poor = self.is_poor or (cost >= NOWHERE and rank == MOST and anew)
