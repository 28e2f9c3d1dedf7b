"""Formations on the map: symbols, those that stand for others too, and squares."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence

from kiosk.exhibit.clock import Sighting
from kiosk.exhibit.geo import project
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import ENDED, Exhibit, Formation
from kiosk.exhibit.vocabulary import Vocabulary
from kiosk.map.boxes import Box, Point
from kiosk.map.labels.crowds import Crowds
from kiosk.map.labels.laying import NOWHERE, UNNAMED, Laying
from kiosk.map.labels.placing import rounded
from kiosk.map.labels.request import MOST, Request
from kiosk.map.labels.result import FormationSign, Waiting
from kiosk.map.labels.slots import square_at
from kiosk.map.labels.stands import AGAIN_HOURS, BEYOND, Stands
from kiosk.map.labels.stands import Memory as StandsMemory
from kiosk.map.labels.targets import Target
from kiosk.map.labels.unit import Stand, Unit, Wish, named
from kiosk.map.signs.symbols import Symbol, symbol_of
from kiosk.map.viewport import Viewport

FOLDED_MM: Mapping[int, float] = {1: 6.0, 2: 6.0, 3: 8.0, 4: 20.0, 5: 40.0}
"""The distance to the one above it within which that one's symbol shows a formation."""

UNFOLDED = 1.5
"""It is shown apart when it is farther off by so many times."""

AGAIN_RATIO = 1.25
"""A symbol that had no room looks for it again at a scale that differs by so much."""

STOOD_FOR = 40.0
"""The cost, in mm, of a formation that another's symbol stands for."""

Memory = tuple[StandsMemory, set[str], dict[str, tuple[float, float]]]


class Units:
    """Lays one formation after the other, and remembers where each stood and which found no room.

    What was folded away stays so, and what had no room stays without, while little changes.
    """

    def __init__(self, exhibit: Exhibit) -> None:
        self._vocabulary = Vocabulary(exhibit)
        self._sides = exhibit.indexed("sides")
        self._formations: dict[str, Formation] = exhibit.indexed("formations")
        self._stands = Stands()
        self._folded: set[str] = set()
        self._failed: dict[str, tuple[float, float]] = {}
        self.crowds = Crowds(exhibit)

    def memory(self) -> Memory:
        """The stands and failures of now, to be recalled."""
        return self._stands.memory(), set(self._folded), dict(self._failed)

    def recall(self, memory: Memory) -> None:
        """Remembers what was remembered then."""
        stands, folded, failed = memory
        self._stands.recall(stands)
        self._folded, self._failed = set(folded), dict(failed)

    def seen(
        self,
        request: Request,
        viewport: Viewport,
        moment: dt.datetime,
        sightings: Iterable[Sighting],
        heads: set[Point],
        foes: Mapping[str, frozenset[str]],
    ) -> list[Unit]:
        """Those whose spot is in the room.

        `heads` are the points where arrows end, `foes` by id those with whom each fights: who
        fights comes a rank sooner.
        """
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
                    sighting.uncertainty_km * viewport.ground_scale,
                    frame=request.edge if request.chooses(formation) else 0.0,
                    headed=rounded(spot) in heads,
                    ended=sighting.state in ENDED,
                    told=request.speaks_of(formation),
                    foes=foes.get(formation.id, frozenset()),
                )
                small = self._vocabulary.is_small(formation.echelon)
                rank = max(MOST, request.rank(formation) - bool(wish.foes))
                unit = Unit(formation, sighting, rank, wish, symbol, is_small=small)
                found.append(named(request, unit))
        return found

    def away(
        self, request: Request, viewport: Viewport, sightings: Iterable[Sighting]
    ) -> list[Waiting]:
        """Those that the page names and whose spot is outside the room."""
        seen = ((self._formations[one.formation], one) for one in sightings)
        spots = (
            (formation, sighting, viewport.spot(sighting.lon, sighting.lat))
            for formation, sighting in seen
            if request.speaks_of(formation)
        )
        return [
            self._waiting(request, formation, sighting, spot)
            for formation, sighting, spot in spots
            if not viewport.room.covers(spot)
        ]

    def _waiting(
        self, request: Request, formation: Formation, sighting: Sighting, spot: Point
    ) -> Waiting:
        side = self._sides[sighting.side]
        words = formation.name.in_(request.language), side.name.in_(request.language)
        return Waiting(
            ref_of(formation),
            spot,
            request.names_of(formation),
            request.chooses(formation),
            ", ".join(words),
            _number(request, formation),
            sighting,
        )

    def begin(self, laying: Laying, units: Iterable[Unit], clear: Sequence[Point]) -> list[Box]:
        """Begins a laying of `units` off the points to keep `clear`; the boxes held for them."""
        self._units = list(units)
        self._shown = {key: unit.key for unit in self._units for key in unit.members}
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
            if stand.cost >= BEYOND:
                self._seek_others(laying, unit)
            return
        if again:
            self._failed[unit.key] = laying.hours, laying.viewport.scale
        self._seek_others(laying, unit)
        told = unit.told(laying.request)
        for _ in told:
            laying.miss(UNNAMED)
        if unit.rank == MOST:
            side = unit.wish.side
            alone = all(stand.wish.side != side for stand in self._stands.stood.values())
            if told or alone or laying.viewport.is_afar:
                self._lay_square(laying, unit)
        laying.count(unit.formation, UNNAMED if told else NOWHERE, anew=again)

    def _seek_others(self, laying: Laying, unit: Unit) -> None:
        """Notes with whom one that matters most might share a symbol, as it has no good place."""
        if unit.rank == MOST:
            joining = self.crowds.joining(laying.request, unit, self._units, self._stands.stood)
            laying.joins += [joining] if joining else []

    def _folds(self, laying: Laying, unit: Unit) -> bool:
        """True if the symbol of one above it shows it, which stands near or has the same number.

        What the page speaks of stands apart.
        """
        near = FOLDED_MM[unit.formation.importance]
        near *= UNFOLDED if unit.key in self._folded else 1.0
        apart = unit.told(laying.request)
        folds = not apart and (self._is_below(laying, unit, near) or self._reads_alike(unit))
        (self._folded.add if folds else self._folded.discard)(unit.key)
        return folds

    def _reads_alike(self, unit: Unit) -> bool:
        """True if one above it, on its side, has a symbol that says the same."""
        if not unit.symbol.text:
            return False
        above = {self._shown.get(parent, parent) for parent in self.crowds.above(unit.key)}
        stood, same = above & self._stands.stood.keys(), (unit.symbol.text, unit.wish.side)
        return bool(stood) and any(
            one.key in stood and (one.symbol.text, one.wish.side) == same for one in self._units
        )

    def _is_below(self, laying: Laying, unit: Unit, mm: float) -> bool:
        """True if the first above it that has a symbol, on its side, has its spot within `mm`."""
        for parent in self.crowds.above(unit.key):
            stand = self._stands.stood.get(self._shown.get(parent, parent))
            if stand and stand.wish.side == unit.wish.side:
                reach = mm * laying.request.px_per_mm
                return math.dist(stand.wish.spot, unit.wish.spot) < reach
        return False

    def _is_due(self, laying: Laying, unit: Unit) -> bool:
        """True if it is time to look for room again for a symbol that had none."""
        if unit.key not in self._failed:
            return True
        then, scale = self._failed[unit.key]
        ratio = laying.viewport.scale / scale
        return abs(laying.hours - then) > AGAIN_HOURS or not 1 / AGAIN_RATIO < ratio < AGAIN_RATIO

    def _lay_symbol(self, laying: Laying, unit: Unit, stand: Stand) -> None:
        laying.count(unit.formation, stand.cost)
        for other in unit.every[1:]:
            laying.count(other, STOOD_FOR)
        for foe in unit.wish.foes & self._stands.stood.keys():
            laying.take_thrust(stand.symbol, self._stands.stood[foe].symbol)
        slot = stand.slot
        label = unit.labels(laying.request)[slot.form] if slot.name else ""
        self._add(laying, unit, stand.symbol, stand.name if slot.name else None, label)

    def _lay_square(self, laying: Laying, unit: Unit) -> None:
        """Lays a square, if there is room."""
        square = square_at(unit.wish.spot, laying.mm)
        if laying.holds_symbol(square):
            laying.take_symbol(square)
            self._add(laying, unit, square, None, "", square=True)

    def _add(
        self,
        laying: Laying,
        unit: Unit,
        symbol: Box,
        name: Box | None,
        label: str,
        *,
        square: bool = False,
    ) -> None:
        result, boxes = laying.result, [box for box in (symbol, name) if box]
        result.signs.append(self._sign(laying.request, unit, symbol, name, label, square=square))
        result.targets.append(_target(unit, boxes))

    def _sign(
        self,
        request: Request,
        unit: Unit,
        symbol: Box,
        name: Box | None,
        label: str,
        *,
        square: bool,
    ) -> FormationSign:
        formation, sighting, spot = unit.formation, unit.sighting, unit.wish.spot
        side = self._sides[sighting.side]
        spoken = [one.name.in_(request.language) for one in unit.every]
        spoken = [unit.symbol.text if unit.counts else "", *spoken, side.name.in_(request.language)]
        return FormationSign(
            unit.key,
            *project(sighting.lon, sighting.lat),
            dx=round(symbol.left - spot[0]),
            dy=round(symbol.top - spot[1]),
            symbol=unit.symbol,
            colour=side.colour,
            symbol_width=round(symbol.width),
            symbol_height=round(symbol.height),
            label=label,
            label_x=round(name.left - symbol.left) if name else 0,
            label_y=round(name.top - symbol.top) if name else 0,
            chosen=request.chooses(formation),
            edge=round(unit.wish.frame),
            square=square,
            stands_for=tuple(other.id for other in unit.others),
            spoken=", ".join(filter(None, spoken)),
        )

    def _symbol(
        self,
        request: Request,
        formation: Formation,
        sighting: Sighting,
        moment: dt.datetime | None = None,
    ) -> Symbol:
        """Its symbol; on the day of a `moment` the frame of the side that it left stands behind."""
        changed, left = sighting.turned or (dt.datetime.min, "")
        stands = moment is not None and changed.date() == moment.date()
        return symbol_of(
            self._vocabulary,
            formation,
            self._sides[sighting.side],
            sighting.state,
            sighting.certainty,
            former=self._sides[left] if stands else None,
            text=_number(request, formation),
        )


def _number(request: Request, formation: Formation) -> str:
    """The number in its symbol, or ""."""
    return formation.number.in_(request.language) if formation.number else ""


def _target(unit: Unit, boxes: Iterable[Box]) -> Target:
    x, y = unit.wish.spot
    at = project(unit.sighting.lon, unit.sighting.lat)
    return Target(ref_of(unit.formation), at, tuple(box.moved(-x, -y) for box in boxes))
