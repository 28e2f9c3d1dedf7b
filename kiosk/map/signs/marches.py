"""Shapes beneath the symbols: marches, rings of doubt, areas in force."""

from __future__ import annotations

import cmath
import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, pairwise

from kiosk.exhibit.alliances import Alliances
from kiosk.exhibit.clock import Clock, Sighting, foe_of
from kiosk.exhibit.geo import distance_km, plane_per_ground, project, span
from kiosk.exhibit.model import (
    ENDED,
    Area,
    AreaKind,
    Certainty,
    Echelon,
    Exhibit,
    Formation,
    LonLat,
    State,
    Station,
)
from kiosk.exhibit.ref import Ref
from kiosk.exhibit.vocabulary import Vocabulary
from kiosk.map.boxes import away, encloses
from kiosk.map.signs.sieges import BESIEGING, SIEGE_DEGREES, SIEGE_KM, Siege, arcs
from kiosk.map.viewport import PlanePoint, Viewport
from kiosk.telling.units import RECENT, ruler_of

TAILS = 36
"""The steps in which the tail of an arrow follows the moment."""

SHORTEST_MM = 14.0
"""A shorter way is no arrow: it would be all head."""

PAST = 2 / 3
"""The share of the time of arrows for which the last area that a side has left is still drawn."""

APART_MM, KIN_APART_MM = 3.0, 10.0
"""A march that stays nearer than this to one already drawn is told by that.

The second holds, for the later half of its way, where the one drawn is that of a formation above
it, or where both withdraw.
"""

LEAST_MM = 8.0
"""An area that spans less is not drawn; a cut always is."""

SIEGED_MM = 22.0
"""About a pocket that spans less no besiegers' line is drawn."""

WIDTH_MM: Mapping[Echelon, float] = {
    Echelon.REGION: 8.3,
    Echelon.ARMY_GROUP: 8.3,
    Echelon.ARMY: 8.3,
    Echelon.FLEET: 8.3,
    Echelon.AIR_FLEET: 8.3,
    Echelon.CORPS: 7.6,
    Echelon.DIVISION: 6.8,
    Echelon.SQUADRON: 6.8,
    Echelon.WING: 6.8,
    Echelon.BRIGADE: 6.0,
    Echelon.REGIMENT: 5.2,
    Echelon.AIR_SQUADRON: 5.2,
    Echelon.SHIP: 5.2,
    Echelon.BATTALION: 4.6,
    Echelon.COMPANY: 4.6,
    Echelon.PLATOON: 4.6,
}
"""Width of an arrow at its neck."""

HOUR = dt.timedelta(hours=1)


class Manner(StrEnum):
    """The manner in which a formation went its way, or goes for another."""

    MARCH = "march"
    RETREAT = "retreat"
    ATTACK = "attack"


@dataclass(frozen=True)
class Arrow:
    """A march: its way on the plane, oldest first, the colour and weight of who marched.

    `side` counts from 0; `formation` is the id of who marched. An attack leads from who attacks to
    its `foe`, by its id.
    """

    way: tuple[PlanePoint, ...]
    colour: str
    manner: Manner
    width_mm: float
    certainty: Certainty = Certainty.DOCUMENTED
    side: int = 0
    formation: str = ""
    foe: str = ""


@dataclass(frozen=True)
class Ring:
    """The distance that a formation may have been from where it is drawn, on the plane."""

    x: float
    y: float
    radius: float
    colour: str
    chosen: bool


@dataclass(frozen=True)
class Past:
    """A line on the plane, or `closed` a ring, where somebody was before."""

    points: tuple[PlanePoint, ...]
    closed: bool
    colour: str


@dataclass(frozen=True)
class DrawnArea:
    """An area in force: its points on the plane, `closed` to a ring or a line.

    `side` counts from 0; `sieges` stand about a pocket only where a body stands, and not between it
    and the pockets `beside` it, which are rings.
    """

    points: tuple[PlanePoint, ...]
    closed: bool
    colour: str
    kind: AreaKind
    certainty: Certainty
    neutral: bool = False
    """It belongs to no side."""
    side: int = 0
    sieges: tuple[Siege, ...] = ()
    beside: tuple[tuple[PlanePoint, ...], ...] = ()

    @property
    def middle(self) -> PlanePoint:
        """The mean of its points."""
        xs, ys = zip(*self.points, strict=True)
        return sum(xs) / len(xs), sum(ys) / len(ys)


@dataclass(frozen=True)
class _March:
    """A way on the plane, who went it and where to."""

    sighting: Sighting
    goal: Station
    way: tuple[PlanePoint, ...]
    length_mm: float
    pocket: str = ""
    """The id of its side's pocket in which it ends."""

    @property
    def manner(self) -> Manner:
        """As the last stretch was gone."""
        fled = self.goal.approach is State.WITHDRAWING
        return Manner.RETREAT if fled else Manner.MARCH


class Marches:
    """Arrows, rings and areas of an exhibit for a moment, as a viewport has room for them."""

    def __init__(self, exhibit: Exhibit, clock: Clock) -> None:
        self._exhibit, self._clock = exhibit, clock
        self._vocabulary, self._alliances = Vocabulary(exhibit), Alliances(exhibit)
        self._sides = exhibit.indexed("sides")
        self._order = {id_: i for i, id_ in enumerate(self._sides)}
        self._formations = exhibit.indexed("formations")
        self._pockets: dict[str, list[Area]] = defaultdict(list)
        for area in exhibit.areas:
            if area.kind is AreaKind.POCKET and area.ring and area.side:
                self._pockets[area.side].append(area)
        self._edges = {
            area.id: [*pairwise(project(*point) for point in (*area.ring, area.ring[0]))]
            for area in chain.from_iterable(self._pockets.values())
        }
        self._recent = ruler_of(exhibit).recent
        step = self._recent / TAILS
        self._tails = {f.id: step * (37 * i % 60) / 60 for i, f in enumerate(exhibit.formations)}

    def arrows(
        self,
        sightings: Sequence[Sighting],
        moment: dt.datetime,
        viewport: Viewport,
        px_per_mm: float,
    ) -> tuple[Arrow, ...]:
        """The marches of `sightings`, the widest first: each way and flight to a pocket once."""
        found = []
        for sighting in sightings:
            if sighting.state in ENDED:
                continue
            way = self._way(sighting.formation, moment)
            km = _km(way)
            length = km * viewport.ground_scale / px_per_mm
            if length > SHORTEST_MM:
                plane = tuple(project(*point) for point in way)
                pocket = self._pocket(sighting.side, plane[-1], moment)
                found.append(_March(sighting, self._goal(sighting), plane, length, pocket))
        found.sort(key=lambda march: (-self._width(march.sighting), -march.length_mm))
        drawn: list[_March] = []
        for march in found:
            if not any(self._tells(other, march, viewport, px_per_mm) for other in drawn):
                drawn.append(march)
        return tuple(self._arrow(march) for march in drawn)

    def thrusts(self, sightings: Iterable[Sighting], moment: dt.datetime) -> Iterator[Arrow]:
        """The attacks of `sightings`, each from its spot to that of whom it attacks."""
        for one in sightings:
            there = self._clock.sighting(one.attacks, moment) if one.attacks else None
            foe = foe_of(one, [there]) if there else None
            if foe:
                way = project(one.lon, one.lat), project(foe.lon, foe.lat)
                colour, side = self._sides[one.side].colour, self._order[one.side]
                worn = colour, Manner.ATTACK, self._width(one), one.certainty, side
                yield Arrow(way, *worn, one.formation, foe.formation)

    def _way(self, formation: str, moment: dt.datetime) -> tuple[LonLat, ...]:
        """The way that its arrow shows: of more than 36 hours the last march alone."""
        way = self._clock.trail(formation, moment, self._back(formation, moment))
        if self._recent == RECENT or not way:
            return way
        return min(way, self._clock.step(formation, moment), key=_km)

    def _back(self, formation: str, moment: dt.datetime) -> float:
        """The hours back at which its arrow begins: as the ruler has it, and up to a step more.

        The tail follows the moment by whole steps, of 36 hours by hours, so that while time passes
        most arrows stay as they were drawn; each at a moment of its own, so that they are not all
        drawn anew at once.
        """
        step, tail = self._recent / TAILS, self._tails[formation]
        return (self._recent + (moment - dt.datetime.min - tail) % step) / HOUR

    def _tells(self, other: _March, march: _March, viewport: Viewport, px_per_mm: float) -> bool:
        """True if the arrow of `other` serves for `march` too."""
        if other.sighting.side != march.sighting.side:
            return False
        fleeing = other.manner is march.manner is Manner.RETREAT
        if fleeing and march.pocket and march.pocket == other.pocket:
            return True
        kin = fleeing or other.sighting.formation in self.above(march.sighting.formation)
        apart = KIN_APART_MM if kin else APART_MM
        way = march.way[len(march.way) // 2 :] if kin else march.way
        return _follows(way, other.way, apart * px_per_mm / viewport.scale)

    def _pocket(self, side: str, spot: PlanePoint, moment: dt.datetime) -> str:
        """The id of the pocket of a side that is in force about a spot; "" for none."""
        for area in self._pockets[side]:
            if area.starts <= moment < area.ends and encloses(self._edges[area.id], spot):
                return area.id
        return ""

    def above(self, formation: str) -> Iterator[str]:
        """The formations that a formation belongs to, the nearest first; all by their ids."""
        parent = self._formations[formation].parent
        while parent is not None:
            yield parent
            parent = self._formations[parent].parent

    def _goal(self, sighting: Sighting) -> Station:
        """The station that a formation goes to, or came to."""
        track: tuple[Station, ...] = self._formations[sighting.formation].track
        return track[min(sighting.station + sighting.moving, len(track) - 1)]

    def _width(self, sighting: Sighting) -> float:
        formation: Formation = self._formations[sighting.formation]
        return WIDTH_MM[self._vocabulary.size(formation.echelon)]

    def _arrow(self, march: _March) -> Arrow:
        return Arrow(
            march.way,
            self._sides[march.sighting.side].colour,
            march.manner,
            self._width(march.sighting),
            march.goal.certainty,
            self._order[march.sighting.side],
            march.sighting.formation,
        )

    def rings(
        self,
        sightings: Sequence[Sighting],
        chosen: frozenset[Ref],
        every: bool,
        viewport: Viewport,
        px_per_mm: float,
    ) -> Iterator[Ring]:
        """The doubt about the chosen formations, or about all."""
        for sighting in sightings:
            marked = Ref.of("formations", sighting.formation) in chosen
            radius = sighting.uncertainty_km * plane_per_ground(sighting.lat)
            large = radius * viewport.scale > 4 * px_per_mm
            if (marked or every) and large and sighting.state not in ENDED:
                x, y = project(sighting.lon, sighting.lat)
                yield Ring(x, y, radius, self._sides[sighting.side].colour, marked)

    def areas(
        self,
        moment: dt.datetime,
        neutral: str,
        viewport: Viewport,
        px_per_mm: float,
    ) -> Iterator[DrawnArea]:
        """The areas in force that are large enough; one without a side is drawn `neutral`.

        About a pocket stand all who besiege it, also those without room for a symbol.
        """
        there = [area for area in self._exhibit.areas if area.starts <= moment < area.ends]
        every = [self._drawn(area, neutral) for area in there]
        pockets = [one for one in every if one.kind is AreaKind.POCKET and one.closed]
        for area, drawn in zip(there, every, strict=True):
            spans = span(drawn.points) * viewport.scale / px_per_mm
            if area.kind is AreaKind.POCKET and area.side and spans > SIEGED_MM:
                sieges = tuple(self.sieges(area.side, drawn, moment))
                beside = tuple(one.points for one in pockets if one is not drawn)
                drawn = replace(drawn, sieges=sieges, beside=beside if sieges else ())
            if drawn.kind is AreaKind.CUT or spans > LEAST_MM:
                yield drawn

    def pasts(
        self,
        moment: dt.datetime,
        neutral: str,
        viewport: Viewport,
        px_per_mm: float,
    ) -> Iterator[Past]:
        """The step before of each side's areas of a kind: those that were the last to end."""
        ended: dict[tuple[str | None, AreaKind], list[Area]] = {}
        for area in sorted(self._exhibit.areas, key=lambda area: area.ends):
            if area.kind is not AreaKind.CUT and moment - PAST * self._recent < area.ends <= moment:
                last = ended.setdefault((area.side, area.kind), [])
                if last and last[0].ends < area.ends:
                    last.clear()
                last.append(area)
        for area in (area for last in ended.values() for area in last):
            drawn = self._drawn(area, neutral)
            if span(drawn.points) * viewport.scale / px_per_mm > LEAST_MM:
                yield Past(drawn.points, drawn.closed, drawn.colour)

    def steps(self, sightings: Sequence[Sighting], moment: dt.datetime) -> Iterator[Past]:
        """The way that each of `sightings` came by last."""
        for sighting in sightings:
            way = self._clock.step(sighting.formation, moment)
            if len(way) > 1:
                points = tuple(project(*point) for point in way)
                yield Past(points, False, self._sides[sighting.side].colour)

    def _drawn(self, area: Area, neutral: str) -> DrawnArea:
        return DrawnArea(
            tuple(project(*point) for point in area.ring or area.line),
            bool(area.ring),
            self._sides[area.side].colour if area.side else neutral,
            area.kind,
            area.certainty,
            neutral=area.side is None,
            side=self._order[area.side] if area.side else 0,
        )

    def sieges(self, surrounded: str, drawn: DrawnArea, moment: dt.datetime) -> Iterator[Siege]:
        """The arcs of each side's bodies that stand about a pocket; those that meet are one."""
        middle, ring = complex(*drawn.middle), [*drawn.points, drawn.points[0]]
        friends = self._alliances.friends(surrounded, moment)
        turns: dict[str, list[float]] = {side: [] for side in self._order if side not in friends}
        for seen in self._clock.at(moment):
            if seen.side in turns and seen.state in BESIEGING:
                spot = project(seen.lon, seen.lat)
                near = SIEGE_KM * plane_per_ground(seen.lat)
                if any(away(spot, *stretch) < near for stretch in pairwise(ring)):
                    turns[seen.side].append(cmath.phase(complex(*spot) - middle))
        for side, found in turns.items():
            for begins, ends in arcs(found, math.radians(SIEGE_DEGREES)):
                yield Siege(begins, ends, self._sides[side].colour, self._order[side])


def _km(way: Sequence[LonLat]) -> float:
    """The length of a way."""
    return sum(distance_km(a, b) for a, b in pairwise(way))


def _follows(way: Sequence[PlanePoint], told: Sequence[PlanePoint], near: float) -> bool:
    """True if all of `way`, its end first, lies nearer than `near` to the line `told`."""
    return all(
        any(away(point, *stretch) < near for stretch in pairwise(told)) for point in reversed(way)
    )
