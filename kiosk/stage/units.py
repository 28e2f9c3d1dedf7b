"""Formations on the map: symbols with their names, folded into those above them, or pips."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.exhibit.clock import Sighting
from kiosk.exhibit.geo import project
from kiosk.exhibit.model import CONCLUDED, ENDED, Exhibit, Formation
from kiosk.stage.focus import Focus
from kiosk.stage.laid import Leader, Row
from kiosk.stage.laying import NOWHERE, Laying
from kiosk.stage.look import MOST, Look, ref_of
from kiosk.stage.placing import Box, Point, rounded
from kiosk.stage.slots import LEADER_MM, Slot
from kiosk.stage.stands import Stand, Stands, Wish
from kiosk.stage.symbols import symbol_source
from kiosk.stage.targets import Target

PIP_MM = 3.4
"""Width of the square that stands for a formation where there is no room for its symbol."""

PIPPED = 3
"""What matters less than this is left out where there is no room, without a pip."""

FOLDED_MM, UNFOLDED_MM = 6.0, 9.0
"""A formation this near to the one above it is shown by that one's symbol; apart from there on."""

AGAIN_HOURS, AGAIN_RATIO = 3.0, 1.25
"""A symbol that had no room looks for it again after this time, or at a scale that differs."""

Memory = tuple[dict[str, tuple[Slot, float]], set[str], dict[str, tuple[float, float]]]


@dataclass(frozen=True)
class Unit:
    """A formation where it was seen, in which turn it comes, and what its symbol needs."""

    formation: Formation
    sighting: Sighting
    rank: int
    wish: Wish

    @property
    def key(self) -> str:
        """The formation's id."""
        return self.formation.id


class Units:
    """Lays one formation after the other, and remembers where each stood and which found no room.

    What was folded away stays so, and what had no room stays without, while little changes.
    """

    def __init__(self, exhibit: Exhibit) -> None:
        self._sides = exhibit.indexed("sides")
        self._formations: dict[str, Formation] = exhibit.indexed("formations")
        self._stands = Stands()
        self._folded: set[str] = set()
        self._failed: dict[str, tuple[float, float]] = {}

    def forget(self) -> None:
        """Lets every formation find its place as if for the first time."""
        self._stands.forget()
        self._folded.clear()
        self._failed.clear()

    def memory(self) -> Memory:
        """What is remembered now, to be recalled."""
        return self._stands.memory(), set(self._folded), dict(self._failed)

    def recall(self, memory: Memory) -> None:
        """Remembers what was remembered then."""
        stands, folded, failed = memory
        self._stands.recall(stands)
        self._folded, self._failed = set(folded), dict(failed)

    def seen(
        self, look: Look, focus: Focus, sightings: Iterable[Sighting], heads: set[Point]
    ) -> list[Unit]:
        """Those whose spot is in the room; `heads` are the points where arrows end."""
        found = []
        for sighting in sightings:
            spot = focus.spot(sighting.lon, sighting.lat)
            if focus.room.covers(spot):
                formation = self._formations[sighting.formation]
                sizes = look.symbol_size, look.label_size(_label(look, formation))
                wish = Wish(formation.id, spot, sighting.side, *sizes, rounded(spot) in heads)
                found.append(Unit(formation, sighting, look.rank(formation), wish))
        return found

    def begin(self, laying: Laying, units: Iterable[Unit], clear: Sequence[Point]) -> list[Box]:
        """Begins a laying of `units` off the points to keep `clear`; the boxes held for them."""
        self._stands.begin(
            laying.table,
            laying.lines,
            clear,
            laying.look.px_per_mm,
            (unit.wish for unit in units),
            settle=laying.settle,
        )
        return [box for boxes in self._stands.held.values() for box in boxes]

    def lay(self, laying: Laying, unit: Unit) -> None:
        """Lays one, if there is room and none above it shows it."""
        if self._folds(laying, unit):
            return
        again = laying.settle or unit.rank == MOST or self._is_due(laying, unit)
        stand = self._stands.stand(unit.wish) if again else None
        if stand is None and laying.look.marks(unit.formation):
            stand = self._stands.stand_bare(unit.wish)
        if stand:
            self._failed.pop(unit.key, None)
            self._lay_symbol(laying, unit, stand)
            return
        laying.count(unit.key, unit.rank, NOWHERE)
        if again:
            self._failed[unit.key] = laying.hours, laying.focus.scale
        if unit.rank <= PIPPED and not self._is_below(laying, unit, LEADER_MM):
            self._lay_pip(laying, unit)

    def _folds(self, laying: Laying, unit: Unit) -> bool:
        """Whether the symbol of one above it shows it."""
        near = UNFOLDED_MM if unit.key in self._folded else FOLDED_MM
        folds = not laying.look.speaks_of(unit.formation) and self._is_below(laying, unit, near)
        (self._folded.add if folds else self._folded.discard)(unit.key)
        return folds

    def _is_below(self, laying: Laying, unit: Unit, mm: float) -> bool:
        """Whether the first above it that has a symbol, on its side, has its spot within `mm`."""
        for parent in self._above(unit.formation):
            stand = self._stands.stood.get(parent)
            if stand and stand.wish.side == unit.wish.side:
                reach = mm * laying.look.px_per_mm
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
        ratio = laying.focus.scale / scale
        return abs(laying.hours - then) > AGAIN_HOURS or not 1 / AGAIN_RATIO < ratio < AGAIN_RATIO

    def _lay_symbol(self, laying: Laying, unit: Unit, stand: Stand) -> None:
        laying.count(unit.key, unit.rank, stand.cost)
        row = self._row(laying.look, unit, stand.symbol)
        if stand.name:
            row["label"] = _label(laying.look, unit.formation)
            row["labelX"] = round(stand.name.left - stand.symbol.left)
            row["labelY"] = round(stand.name.top - stand.symbol.top)
        laying.laid.units.append(row)
        boxes = [box for box in (stand.symbol, stand.name) if box]
        laying.laid.targets.append(_target(unit, boxes, led=bool(stand.leader)))
        if stand.leader:
            (x0, y0), (x1, y1) = stand.leader
            at = project(unit.sighting.lon, unit.sighting.lat)
            laying.laid.leaders.append(Leader(*at, x1 - x0, y1 - y0))
            laying.lines.take_line(stand.leader)

    def _lay_pip(self, laying: Laying, unit: Unit) -> None:
        width = PIP_MM * laying.look.px_per_mm
        pip = Box.around(*unit.wish.spot, width, width)
        if laying.table.is_free(pip):
            laying.table.take(pip)
            laying.laid.units.append(self._row(laying.look, unit, pip) | {"pip": True})
            laying.laid.targets.append(_target(unit, [pip], led=False))

    def _row(self, look: Look, unit: Unit, symbol: Box) -> Row:
        """The row of a symbol without its name."""
        formation, sighting, spot = unit.formation, unit.sighting, unit.wish.spot
        side = self._sides[sighting.side]
        x, y = project(sighting.lon, sighting.lat)
        return {
            "key": unit.key,
            "planeX": x,
            "planeY": y,
            "dx": round(symbol.left - spot[0]),
            "dy": round(symbol.top - spot[1]),
            "source": _source(unit, symbol.width),
            "colour": side.colour,
            "symbolWidth": round(symbol.width),
            "symbolHeight": round(symbol.height),
            "label": "",
            "labelX": 0,
            "labelY": 0,
            "chosen": look.marks(formation),
            "ended": sighting.state in ENDED,
            "pip": False,
            "spoken": f"{formation.name.in_(look.language)}, {side.name.in_(look.language)}",
        }


def _source(unit: Unit, width: float) -> str:
    """The address of its symbol's picture."""
    formation, sighting = unit.formation, unit.sighting
    return symbol_source(
        sighting.side,
        formation.echelon,
        formation.arm,
        sighting.state,
        width,
        assumed=sighting.certainty in CONCLUDED,
        heading=sighting.heading,
        former=formation.side if formation.side != sighting.side else None,
    )


def _target(unit: Unit, boxes: Iterable[Box], *, led: bool) -> Target:
    x, y = unit.wish.spot
    at = project(unit.sighting.lon, unit.sighting.lat)
    moved = tuple(box.moved(-x, -y) for box in boxes)
    return Target(ref_of(unit.formation), *at, moved, led)


def _label(look: Look, formation: Formation) -> str:
    return (formation.label or formation.name).in_(look.language)
