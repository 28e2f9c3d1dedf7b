"""One laying of the map in progress."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from kiosk.exhibit.model import Formation, Place
from kiosk.map.boxes import Box, Line, Point, crosses, encloses
from kiosk.map.labels.borders import Borders
from kiosk.map.labels.leeway import ON_IT_MM, TOUCH_MM, covers
from kiosk.map.labels.placing import Table, along
from kiosk.map.labels.request import MOST, Request
from kiosk.map.labels.result import Result
from kiosk.map.viewport import Viewport

NOWHERE, UNNAMED = 100.0, 300.0
"""The cost of a symbol without a place, and of what the page names without one, in mm."""

TOLD = 1.5
"""The factor of a cost where the page speaks of it."""

APART_MM = 4.0, 1.2
"""The room across and down between a name and others' symbols, so that the nearest is its own."""

THRUST_MM = 7.0
"""The width of the ground that is kept for the arrow from who attacks to whom it attacks."""

SIDE_BY_SIDE_MM = 6.6
"""The room between two names side by side, or they would read as one."""

OFF_A_DOT_MM = 1.2
"""The room across between a name and the dot of another place."""


class Pocket(NamedTuple):
    """Ground within a ring on the screen: the box about it, and its edges."""

    about: Box
    edges: Sequence[Line]

    @staticmethod
    def of(ring: Sequence[Point]) -> Pocket:
        """The ground within the ring through some points."""
        xs, ys = zip(*ring, strict=True)
        return Pocket(Box(min(xs), min(ys), max(xs), max(ys)), [*pairwise([*ring, ring[0]])])

    def holds(self, point: Point) -> bool:
        """True if a point lies within."""
        return self.about.covers(point) and encloses(self.edges, point)

    def hidden(self, box: Box) -> float:
        """The share of it under a box, as of the box about it, 0 to 1."""
        about = self.about
        across = min(about.right, box.right) - max(about.left, box.left)
        down = min(about.bottom, box.bottom) - max(about.top, box.top)
        return max(0.0, across) * max(0.0, down) / (about.width * about.height)


@dataclass(frozen=True)
class Lines:
    """The lines that are drawn on the ground.

    A name may have to lie on `rails`, and on `dots` of places and formations; `strokes` of fronts,
    pockets and marches would strike it through. A symbol would hide the teeth of `fronts`, never
    crosses `borders`, and stands on no way that is `proposed`; what only touches its spot stands
    on its side of the `shores` of rivers.
    """

    rails: Table
    dots: Table
    strokes: Table
    fronts: Table
    proposed: Table
    borders: Borders
    shores: Borders
    pockets: list[Pocket] = field(default_factory=list)


class Laying:
    """The room that is taken so far, and how well it went.

    Nothing stands on what is on the `table`. To `settle` is to look for better places even where
    the old ones serve; while only time runs, each `holds` its side. `trouble` is what the place of
    each symbol or proof costs in mm, `cost` their sum: the more one matters, the more it counts. No
    name lies on the spots of what is chosen, which are `pinned`. It `lacks` something if what the
    page names found no room; `joins` are the keys by twos of those that could share a symbol.
    """

    def __init__(
        self,
        request: Request,
        viewport: Viewport,
        lines: Lines,
        hours: float,
        *,
        settle: bool,
        holds: bool,
    ) -> None:
        self.request, self.viewport, self.hours = request, viewport, hours
        self.settle, self.holds = settle, holds
        self.mm = request.px_per_mm
        self.table, self.rails, self.dots = Table(viewport.room), lines.rails, lines.dots
        self.strokes, self.fronts, self.borders = lines.strokes, lines.fronts, lines.borders
        self._proposed = lines.proposed if request.proposals else None
        self._symbols, self._names = Table(viewport.room), Table(viewport.room)
        self._words, self._thrusts = Table(viewport.room), Table(viewport.room)
        self.pinned = Table(viewport.room)
        for box in request.kept:
            self.table.take(box)
            self._words.take(box.grown(SIDE_BY_SIDE_MM * self.mm, 0.0))
        self.lacks = False
        self.spots: dict[str, Point] = {}
        """By a place's key the dot that is drawn, or will be as the page names it."""
        self.ties: list[Line] = []
        """The lines from words to what they name."""
        self._leaning: list[tuple[Box, Point]] = []
        self._shores, self.pockets = lines.shores, lines.pockets
        self._kept_dots: set[str] = set()
        self._named: list[tuple[Box, float]] = []
        self.joins: list[tuple[str, str]] = []
        self.result = Result()
        self.trouble: dict[str, float] = {}
        self.cost = 0.0
        self.is_poor = False

    def holds_symbol(self, box: Box) -> bool:
        """True if there is room for a symbol, and no name that might be taken for its own."""
        free = self.table.is_free(box.less(-self.mm)) and self._names.is_free(box)
        return free and (self._proposed is None or self._proposed.is_free(box))

    def holds_name(self, box: Box) -> bool:
        """True if there is room for a name, and no symbol or name it might be taken to go with."""
        return self.holds_words(box) and self._words.is_free(box)

    def holds_words(self, box: Box) -> bool:
        """True if there is room for words that go with a name, and no symbol they might go with."""
        free = self.table.is_free(box) and self._symbols.is_free(box)
        return free and self._thrusts.is_free(box)

    def is_struck(self, name: Box) -> bool:
        """True if a line would go through a name."""
        return not self.strokes.is_free(name)

    def is_shut_in(self, name: Box, spot: Point) -> bool:
        """True if a name lies in a pocket that what it names, at a spot, is not in."""
        return any(one.holds(name.centre) and not one.holds(spot) for one in self.pockets)

    def is_on_a_line(self, symbol: Box) -> bool:
        """True if a symbol would hide the teeth of a front, or an attack."""
        inner = symbol.less(self.mm)
        return not (self.fronts.is_free(inner) and self._thrusts.is_free(inner))

    def veiled(self, symbol: Box) -> float:
        """The shares of all pockets that a symbol would hide, 1 for a whole one."""
        return sum(pocket.hidden(symbol) for pocket in self.pockets)

    def take_symbol(self, box: Box) -> None:
        """Takes the room of a symbol."""
        self.table.take(box.less(-self.mm))
        self._symbols.take(self._apart(box))

    def take_thrust(self, one: Box, other: Box) -> None:
        """Takes the room of the arrow between two symbols."""
        for box in along(self.table.room, (one.centre, other.centre), THRUST_MM * self.mm):
            self._thrusts.take(box)

    def keep_dot(self, key: str, box: Box) -> None:
        """Keeps the room of the dot of a place that the page names free from the beginning."""
        self.table.take(box)
        self._kept_dots.add(key)

    def has_dot(self, key: str, box: Box) -> bool:
        """True if a place's dot has its room without its name."""
        return key in self._kept_dots or self.table.is_free(box)

    def is_own(self, key: str, spot: Point, name: Box) -> bool:
        """True if no other place's dot is nearer to a place's name than its own."""
        away = name.away(*spot)
        return all(name.away(*dot) > away for other, dot in self.spots.items() if other != key)

    def may_have_dot(self, key: str, spot: Point) -> bool:
        """True if a dot takes no name from another place, and no symbol that stands elsewhere."""
        if key in self.spots:
            return True
        names = all(box.away(*spot) > away for box, away in self._named)
        return names and not any(self._claims(symbol, at, spot) for symbol, at in self._leaning)

    def may_lean(self, symbol: Box, spot: Point, *, near: bool) -> bool:
        """True if a symbol covers its spot, or is not taken to stand elsewhere beside it.

        It covers the dot of no other place, nor one that is `near` if so asked, and is not
        seen across a river from its spot.
        """
        if covers(symbol, spot):
            return True
        if any(self._claims(symbol, spot, dot, near=near) for dot in self.spots.values()):
            return False
        step = spot, symbol.centre
        lines = self._shores.around(spot, math.dist(*step), ON_IT_MM * self.mm)
        return not any(crosses(step, line) for line in lines)

    def _claims(self, symbol: Box, spot: Point, dot: Point, *, near: bool = True) -> bool:
        """True if a symbol covers a dot that is not at its own spot, or comes `near` it."""
        touch = TOUCH_MM * self.mm
        ground = symbol.grown(touch, touch) if near else symbol
        return ground.covers(dot) and math.dist(spot, dot) > 2 * touch

    def lean(self, symbol: Box, spot: Point) -> None:
        """Notes a symbol that stands beside its spot."""
        if not covers(symbol, spot):
            self._leaning.append((symbol, spot))

    def take_dot(self, key: str, box: Box, name: Box) -> None:
        """Takes the room of a place's dot, whose `name` stands."""
        self.spots[key] = box.centre
        self._named.append((name, name.away(*box.centre)))
        self.table.take(box)
        self._symbols.take(box.grown(OFF_A_DOT_MM * self.mm, 0.0))

    def take_name(self, box: Box) -> None:
        """Takes the room of a name."""
        self.table.take(box)
        self._names.take(self._apart(box))
        self._words.take(box.grown(SIDE_BY_SIDE_MM * self.mm, 0.0))

    def _apart(self, box: Box) -> Box:
        across, down = APART_MM
        return box.grown(across * self.mm, down * self.mm)

    def miss(self, cost: float) -> None:
        """Notes the `cost` of what the page names and has no place anywhere."""
        self.cost += cost * TOLD
        self.is_poor = self.lacks = True

    def count_proof(self, key: str, cost: float, *, poor: bool) -> None:
        """Notes the `cost` of the place of a proof's number."""
        self.trouble[key] = cost
        self.cost += cost
        self.is_poor = self.is_poor or poor

    def count(self, record: Place | Formation, cost: float, *, anew: bool = True) -> None:
        """Notes the `cost` of a symbol's or a name's place, and whether it was sought `anew`."""
        rank = self.request.rank(record)
        self.trouble[record.id] = cost
        self.cost += cost / rank * (TOLD if self.request.speaks_of(record) else 1.0)
        self.is_poor = self.is_poor or (cost >= NOWHERE and rank == MOST and anew)
