"""Formations on the map: symbols with their names, folded into those above them, or pips."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.exhibit.clock import Sighting
from kiosk.exhibit.geo import project
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import ENDED, Echelon, Exhibit, Formation
from kiosk.map.boxes import Box, Line, Point
from kiosk.map.labels.laying import NOWHERE, UNNAMED, Laying
from kiosk.map.labels.pips import find_tag, pip_box
from kiosk.map.labels.placing import rounded
from kiosk.map.labels.request import MOST, Request
from kiosk.map.labels.result import FormationSign, Leader
from kiosk.map.labels.slots import Slot
from kiosk.map.labels.stands import Stand, Stands, Wish
from kiosk.map.labels.targets import Target
from kiosk.map.signs.symbols import Symbol, symbol_of
from kiosk.map.viewport import Viewport

NAMED_PIP = 80.0
"""What it costs a symbol, in mm, to be a pip with a name."""

PIPPED = 3
"""What matters less than this is left out where there is no room, without a pip."""

FOLDED_MM: Mapping[int, float] = {1: 6.0, 2: 6.0, 3: 8.0, 4: 20.0, 5: 40.0}
"""How near to the one above it a formation of an importance is shown by that one's symbol."""

UNFOLDED = 1.5
"""It is shown apart when it is farther off by so many times."""

MERGED_MM = 4.0
"""As near to each other, formations of one side and echelon may share a symbol."""

LED_MM = 22.0
"""A formation without room this near to the one above it needs no pip."""

AGAIN_HOURS, AGAIN_RATIO = 3.0, 1.25
"""A symbol that had no room looks for it again after this time, or at a scale that differs."""

Memory = tuple[dict[str, tuple[Slot, float]], set[str], dict[str, tuple[float, float]]]


@dataclass(frozen=True)
class Unit:
    """A formation where it was seen, in which turn it comes, its symbol and what that needs."""

    formation: Formation
    sighting: Sighting
    rank: int
    wish: Wish
    symbol: Symbol
    others: tuple[Formation, ...] = ()
    """Those that its symbol stands for too."""

    @property
    def key(self) -> str:
        """The formation's id."""
        return self.formation.id

    @property
    def is_small(self) -> bool:
        """Whether it is shown apart from the one above it only from near."""
        return self.formation.echelon in (Echelon.REGIMENT, Echelon.BATTALION)

    def label(self, request: Request) -> str:
        """Its short name, and how many others there are."""
        name = (self.formation.label or self.formation.name).in_(request.language)
        return f"{name} +{len(self.others)}" if self.others else name


class Units:
    """Lays one formation after the other, and remembers where each stood and which found no room.

    `joined` says which other's symbol stands for a formation. What was folded away stays so, and
    what had no room stays without, while little changes.
    """

    def __init__(self, exhibit: Exhibit) -> None:
        self._sides = exhibit.indexed("sides")
        self._formations: dict[str, Formation] = exhibit.indexed("formations")
        self._stands = Stands()
        self._folded: set[str] = set()
        self._failed: dict[str, tuple[float, float]] = {}
        self.joined: dict[str, str] = {}

    def memory(self) -> Memory:
        """What is remembered now, to be recalled."""
        return self._stands.memory(), set(self._folded), dict(self._failed)

    def recall(self, memory: Memory) -> None:
        """Remembers what was remembered then."""
        stands, folded, failed = memory
        self._stands.recall(stands)
        self._folded, self._failed = set(folded), dict(failed)

    def part(self) -> None:
        """Lets those that one symbol stands for look for places of their own."""
        self.joined.clear()

    def merged(self, request: Request, units: Sequence[Unit]) -> list[Unit]:
        """`units` without those that the symbol of another stands for."""
        every = {unit.key: unit for unit in units}
        crowds: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            lead = every.get(self.joined.get(unit.key, ""))
            if lead and _is_with(unit, lead, UNFOLDED * MERGED_MM * request.px_per_mm):
                crowds[lead.key].append(unit)
        joined = {unit.key for crowd in crowds.values() for unit in crowd}
        return [
            _leading(request, unit, crowds[unit.key]) if unit.key in crowds else unit
            for unit in units
            if unit.key not in joined
        ]

    def seen(
        self,
        request: Request,
        viewport: Viewport,
        moment: dt.datetime,
        sightings: Iterable[Sighting],
        heads: set[Point],
    ) -> list[Unit]:
        """Those whose spot is in the room; `heads` are the points where arrows end."""
        found = []
        for sighting in sightings:
            spot = viewport.spot(sighting.lon, sighting.lat)
            if viewport.room.covers(spot):
                formation = self._formations[sighting.formation]
                symbol = self._symbol(request, formation, sighting, moment)
                wish = Wish(
                    formation.id,
                    spot,
                    sighting.side,
                    request.symbol_size(symbol),
                    frame=request.edge if request.chooses(formation) else 0.0,
                    headed=rounded(spot) in heads,
                    ended=sighting.state in ENDED,
                    numbered=formation.number is not None and not request.marks(formation),
                )
                unit = Unit(formation, sighting, request.rank(formation), wish, symbol)
                found.append(_named(request, unit))
        return found

    def begin(self, laying: Laying, units: Iterable[Unit], clear: Sequence[Point]) -> list[Box]:
        """Begins a laying of `units` off the points to keep `clear`; the boxes held for them."""
        self._units = list(units)
        self._stands.begin(laying, clear, [unit.wish for unit in units])
        return [box for boxes in self._stands.held.values() for box in boxes]

    def lay(self, laying: Laying, unit: Unit) -> None:
        """Lays one, if there is room and none above it shows it."""
        if self._folds(laying, unit):
            return
        again = laying.settle or self._is_due(laying, unit)
        stand = self._stands.stand(unit.wish) if again else None
        if stand:
            self._failed.pop(unit.key, None)
            self._lay_symbol(laying, unit, stand)
            return
        if again:
            self._failed[unit.key] = laying.hours, laying.viewport.scale
        marked = laying.request.marks(unit.formation)
        if unit.rank == MOST and not marked:
            self._join(laying, unit)
        below = unit.rank > PIPPED or self._is_below(laying, unit, LED_MM)
        named = not below and self._lay_pip(laying, unit)
        cost = NAMED_PIP if named else UNNAMED if marked else NOWHERE
        laying.count(unit.formation, cost, anew=again)

    def _join(self, laying: Laying, unit: Unit) -> None:
        """Has the symbol of one of its like at the same spot stand for it next time."""
        for other in self._units:
            if other.key in self._stands.stood and _is_with(unit, other, MERGED_MM * laying.mm):
                self.joined[unit.key] = other.key
                return

    def _folds(self, laying: Laying, unit: Unit) -> bool:
        """Whether the symbol of one above it shows it; of those told of, only small ones fold."""
        near = FOLDED_MM[unit.formation.importance]
        near *= UNFOLDED if unit.key in self._folded else 1.0
        request, formation = laying.request, unit.formation
        apart = request.marks(formation) or (request.speaks_of(formation) and not unit.is_small)
        folds = not apart and self._is_below(laying, unit, near)
        (self._folded.add if folds else self._folded.discard)(unit.key)
        return folds

    def _is_below(self, laying: Laying, unit: Unit, mm: float) -> bool:
        """Whether the first above it that has a symbol, on its side, has its spot within `mm`."""
        for parent in self._above(unit.formation):
            stand = self._stands.stood.get(parent)
            if stand and stand.wish.side == unit.wish.side:
                reach = mm * laying.request.px_per_mm
                return math.dist(stand.wish.spot, unit.wish.spot) < reach
        return False

    def _above(self, formation: Formation) -> Iterator[str]:
        parent = formation.parent
        while parent:
            yield parent
            parent = self._formations[parent].parent

    def _is_due(self, laying: Laying, unit: Unit) -> bool:
        """Whether to look for room again for a symbol that had none."""
        if unit.key not in self._failed:
            return True
        then, scale = self._failed[unit.key]
        ratio = laying.viewport.scale / scale
        return abs(laying.hours - then) > AGAIN_HOURS or not 1 / AGAIN_RATIO < ratio < AGAIN_RATIO

    def _lay_symbol(self, laying: Laying, unit: Unit, stand: Stand) -> None:
        laying.count(unit.formation, stand.cost)
        name = stand.name if stand.slot.name else None
        self._add(laying, unit, stand.symbol, name, stand.leader)

    def _lay_pip(self, laying: Laying, unit: Unit) -> bool:
        """Lays a pip if there is room, in any case for a marked one, and says whether it is named.

        What matters most is named if there is room.
        """
        pip = pip_box(unit.wish.spot, laying.mm)
        marked = laying.request.marks(unit.formation)
        if not (marked or laying.holds_symbol(pip)):
            return False
        tag = None
        if unit.rank == MOST:
            tag = find_tag(laying, unit.wish, struck=marked)
        laying.take_symbol(pip.grown(unit.wish.frame, unit.wish.frame))
        self._add(
            laying, unit, pip, tag.name if tag else None, tag.leader if tag else None, square=True
        )
        return tag is not None

    def _add(
        self,
        laying: Laying,
        unit: Unit,
        symbol: Box,
        name: Box | None,
        leader: Line | None,
        *,
        square: bool = False,
    ) -> None:
        laying.result.signs.append(self._sign(laying.request, unit, symbol, name, square=square))
        boxes = [box for box in (symbol, name) if box]
        laying.result.targets.append(_target(unit, boxes, led=leader is not None))
        if leader:
            (x0, y0), (x1, y1) = leader
            at = project(unit.sighting.lon, unit.sighting.lat)
            laying.result.leaders.append(Leader(*at, x1 - x0, y1 - y0))

    def _sign(
        self, request: Request, unit: Unit, symbol: Box, name: Box | None, *, square: bool
    ) -> FormationSign:
        formation, sighting, spot = unit.formation, unit.sighting, unit.wish.spot
        side = self._sides[sighting.side]
        spoken = formation.name, *(other.name for other in unit.others), side.name
        return FormationSign(
            unit.key,
            *project(sighting.lon, sighting.lat),
            dx=round(symbol.left - spot[0]),
            dy=round(symbol.top - spot[1]),
            symbol=unit.symbol,
            colour=side.colour,
            symbol_width=round(symbol.width),
            symbol_height=round(symbol.height),
            label=unit.label(request) if name else "",
            label_x=round(name.left - symbol.left) if name else 0,
            label_y=round(name.top - symbol.top) if name else 0,
            chosen=request.chooses(formation),
            edge=round(unit.wish.frame),
            square=square,
            spoken=", ".join(words.in_(request.language) for words in spoken),
        )

    def _symbol(
        self, request: Request, formation: Formation, sighting: Sighting, moment: dt.datetime
    ) -> Symbol:
        """Its symbol; until the end of the day the frame of the side that it left stands behind."""
        changed, left = sighting.turned or (dt.datetime.min, "")
        return symbol_of(
            formation,
            self._sides[sighting.side],
            sighting.state,
            sighting.certainty,
            former=self._sides[left] if changed.date() == moment.date() else None,
            text=formation.number.in_(request.language) if formation.number else "",
        )


def _named(request: Request, unit: Unit) -> Unit:
    """A formation with the room that its name needs."""
    return replace(unit, wish=replace(unit.wish, name=request.label_size(unit.label(request))))


def _leading(request: Request, unit: Unit, crowd: Sequence[Unit]) -> Unit:
    """A formation whose symbol stands for others too."""
    return _named(request, replace(unit, others=tuple(other.formation for other in crowd)))


def _is_with(unit: Unit, other: Unit, near: float) -> bool:
    """Whether one symbol could stand for both."""
    return (
        unit.key != other.key
        and unit.wish.side == other.wish.side
        and unit.formation.echelon == other.formation.echelon
        and not (unit.wish.ended or other.wish.ended)
        and math.dist(unit.wish.spot, other.wish.spot) < near
    )


def _target(unit: Unit, boxes: Iterable[Box], *, led: bool) -> Target:
    x, y = unit.wish.spot
    at = project(unit.sighting.lon, unit.sighting.lat)
    moved = tuple(box.moved(-x, -y) for box in boxes)
    return Target(ref_of(unit.formation), *at, moved, led)
