"""One laying of the map in progress."""

from __future__ import annotations

from kiosk.stage.focus import Focus
from kiosk.stage.laid import Laid
from kiosk.stage.look import MOST, Look
from kiosk.stage.placing import Table

NOWHERE = 100.0
"""What it costs a symbol, in mm, to have no place."""


class Laying:
    """What is taken of the room so far, and how well it went.

    Nothing stands on what is on the `table`; names keep off `lines` where they can. To `settle`
    is to look for better places even where the old ones serve. `trouble` is what each symbol's
    place costs in mm, `cost` their sum: the more one matters, the more it counts.
    """

    def __init__(
        self, look: Look, focus: Focus, lines: Table, hours: float, *, settle: bool
    ) -> None:
        self.look, self.focus, self.hours, self.settle = look, focus, hours, settle
        self.table, self.lines = Table(focus.room), Table(focus.room, lines)
        for box in look.kept:
            self.table.take(box)
        self.laid = Laid()
        self.trouble: dict[str, float] = {}
        self.cost = 0.0
        self.is_poor = False

    def count(self, key: str, rank: int, cost: float) -> None:
        """Notes what a symbol's place costs."""
        self.trouble[key] = cost
        self.cost += cost / rank
        self.is_poor = self.is_poor or (cost >= NOWHERE and rank == MOST)
