"""The river of men: bands as wide as the figures, along the ways that the clock tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.geo import distance_km, lies_in, project, span
from kiosk.exhibit.model import (
    ENDED,
    AreaKind,
    Arm,
    Exhibit,
    Figure,
    Formation,
    PlaceKind,
    Side,
    State,
    View,
)
from kiosk.map.viewport import PlanePoint

TOGETHER_KM = 20.0
"""Bodies of a side that begin nearer to each other than this set out as one."""

NEAR_KM = 12.0
"""A place nearer than this to where a river begins is left by it."""

PLAIN = 0.16
"""The part of the river's length within which of its goal a body's turns are not drawn."""

STEPS = 90
"""The spots at which the way of several bodies is taken."""

STAY = dt.timedelta(days=2)
"""The time after which a body has stayed, and its way to the river begins anew."""

MINUTE = dt.timedelta(minutes=1)

TOWNS = frozenset({PlaceKind.CITY, PlaceKind.TOWN})

LANDS = frozenset({PlaceKind.RIVER, PlaceKind.MOUNTAINS})

Men = tuple[float, float]
"""The least and the most men that a body is said to have been."""


class Deed(StrEnum):
    """The deed that a band tells."""

    LEAVE = "leave"
    CLOSE_IN = "close_in"
    CHANGE_SIDES = "change_sides"
    TURN_BACK = "turn_back"


@dataclass(frozen=True)
class Band:
    """A way on the plane, oldest first, as wide as the men who went it.

    `men` is None where no figure is known; `side` counts from 0. `figures` are those that its
    words tell, none where another band of its side tells them; `place` is the id of the town that
    it leaves.
    """

    deed: Deed
    way: tuple[PlanePoint, ...]
    side: int
    colour: str
    moment: dt.datetime
    men: Men | None = None
    ends: bool = False
    figures: tuple[Figure, ...] = ()
    rough: bool = False
    place: str = ""


@dataclass(frozen=True)
class River:
    """The bands of an exhibit, the main one first, and the ground on which its men were shut in.

    `turn` is the moment at which the main band ends; `bearing` the degrees clockwise from north
    that may be up. `towns` are the ids of the places that are named, those of rivers and mountains
    last; `spots` are where the towns are.
    """

    bands: tuple[Band, ...]
    pocket: tuple[PlanePoint, ...]
    turn: dt.datetime
    view: View
    towns: tuple[str, ...] = ()
    spots: tuple[PlanePoint, ...] = ()

    @property
    def bearing(self) -> float:
        """The direction that may be up, in degrees clockwise from north."""
        return float(self.view.bearing)

    @property
    def main(self) -> tuple[PlanePoint, ...]:
        """The points of the plane that must be seen: of the main band, its end, its towns."""
        return (*self.bands[0].way, *self.pocket, *self.spots)

    @property
    def most(self) -> float:
        """The most men in one band; 0 without figures."""
        return max((band.men[1] for band in self.bands if band.men), default=0.0)


def river_of(exhibit: Exhibit, clock: Clock) -> River | None:
    """The river of an exhibit; None where no body marches in its view."""
    view = exhibit.indexed("views")[exhibit.exhibit.river or exhibit.exhibit.view]
    return _Source(exhibit, clock, view).river()


def has_figures(exhibit: Exhibit) -> bool:
    """True if anybody counted a side or a formation."""
    return any(side.strength for side in exhibit.sides) or any(
        formation.strength for formation in exhibit.formations
    )


class _Source:
    """The bodies that make an exhibit's river."""

    def __init__(self, exhibit: Exhibit, clock: Clock, view: View) -> None:
        self._exhibit, self._clock, self._view = exhibit, clock, view
        self._order = {side.id: i for i, side in enumerate(exhibit.sides)}
        self._sides: dict[str, Side] = exhibit.indexed("sides")
        self._towns = [p for p in exhibit.places if p.kind in TOWNS and p.located]

    def river(self) -> River | None:
        bodies = {side: self._bodies(side) for side in self._order}
        groups = [group for own in bodies.values() for group in self._groups(own)]
        if not groups:
            return None
        main = max(groups, key=lambda group: (len(group), self._length(group)))
        turn = self._turn(main)
        bands = [self._main(main, bodies, turn)]
        bands += self._after(main, bodies, turn)
        reach = PLAIN * span(bands[0].way)
        for group in groups:
            if group is not main:
                bands += self._closing(group, bodies, turn, reach)
        pocket = self._pocket(main[0].side, turn)
        towns = [p for p in self._towns if p.importance == 1 and self._seen(*p.at)]
        names = [p for p in self._exhibit.places if p.kind in LANDS and self._seen(*p.at)]
        first = min((p.importance for p in names), default=0)
        names = [p for p in names if p.importance == first]
        return River(
            tuple(bands),
            pocket,
            turn,
            self._view,
            tuple(p.id for p in (*towns, *names)),
            tuple(project(*p.at) for p in towns),
        )

    def _bodies(self, side: str) -> list[Formation]:
        """The side's most important formations that march in the view, none within another."""
        movers = [
            formation
            for formation in self._exhibit.formations
            if formation.side == side
            and formation.arm is not Arm.HEADQUARTERS
            and self._marches(formation)
        ]
        first = min((formation.importance for formation in movers), default=0)
        found = [formation for formation in movers if formation.importance == first]
        ids = {formation.id for formation in found}
        return [formation for formation in found if formation.parent not in ids]

    def _marches(self, formation: Formation) -> bool:
        extent = self._clock.extent(formation.id)
        if extent is None or extent[:2] == extent[2:]:
            return False
        last = self._clock.sighting(formation.id, self._exhibit.exhibit.ends)
        return last is not None and self._seen(last.lon, last.lat)

    def _seen(self, lon: float, lat: float) -> bool:
        return lies_in(self._view.bounds, (lon, lat))

    def _groups(self, bodies: Sequence[Formation]) -> list[list[Formation]]:
        groups: list[list[Formation]] = []
        for body in bodies:
            spot = self._spot(body, body.track[0].starts)
            near = (
                group
                for group in groups
                if distance_km(self._spot(group[0], group[0].track[0].starts), spot) < TOGETHER_KM
            )
            if (group := next(near, None)) is not None:
                group.append(body)
            else:
                groups.append([body])
        return groups

    def _seen_at(self, body: Formation, moment: dt.datetime) -> Sighting:
        sighting = self._clock.sighting(body.id, max(moment, body.track[0].starts))
        assert sighting is not None  # its track has begun
        return sighting

    def _spot(self, body: Formation, moment: dt.datetime) -> tuple[float, float]:
        sighting = self._seen_at(body, moment)
        return sighting.lon, sighting.lat

    def _length(self, group: Sequence[Formation]) -> float:
        ends = self._exhibit.exhibit.ends
        return distance_km(
            self._spot(group[0], group[0].track[0].starts), self._spot(group[0], ends)
        )

    def _turn(self, group: Sequence[Formation]) -> dt.datetime:
        """The moment of the first change of sides; else of the last withdrawal; else the end."""
        stations = [station for body in group for station in body.track]
        changes = [one.starts for one in stations if one.state is State.CHANGED_SIDES]
        if changes:
            return min(changes)
        back = [
            before.ends or before.starts
            for body in group
            for before, after in pairwise(body.track)
            if after.approach is State.WITHDRAWING
        ]
        return max(back, default=self._exhibit.exhibit.ends)

    def _mean(
        self, group: Sequence[Formation], starts: dt.datetime, ends: dt.datetime
    ) -> tuple[PlanePoint, ...]:
        """The middle of some bodies from moment to moment, on the plane."""
        way: list[PlanePoint] = []
        for step in range(STEPS + 1):
            moment = starts + (ends - starts) * step / STEPS
            spots = [project(*self._spot(body, moment)) for body in group]
            x, y = (sum(ends) / len(spots) for ends in zip(*spots, strict=True))
            if not way or (x, y) != way[-1]:
                way.append((x, y))
        return tuple(way)

    def _men(self, group: Sequence[Formation], bodies: Sequence[Formation]) -> Men | None:
        """The share of a group in its side: bodies' own figures, and of the rest equal parts."""
        total = self._sides[bodies[0].side].strength
        own = {body.id: _ends(body.strength) for body in bodies if body.strength}
        if not total and not own:
            return None
        counted = (sum(low for low, _ in own.values()), sum(high for _, high in own.values()))
        low, high = _ends(total) if total else counted
        rest = max(1, len(bodies) - len(own))
        share = max(0.0, (low - counted[0]) / rest), max(0.0, (high - counted[1]) / rest)
        men = [own.get(body.id, share) for body in group]
        return sum(low for low, _ in men), sum(high for _, high in men)

    def _main(
        self,
        group: Sequence[Formation],
        bodies: dict[str, list[Formation]],
        turn: dt.datetime,
    ) -> Band:
        starts = max(body.track[0].ends or body.track[0].starts for body in group)
        side = group[0].side
        begins = self._spot(group[0], starts)
        place = min(self._towns, key=lambda p: distance_km(p.at, begins), default=None)
        near = place is not None and distance_km(place.at, begins) < NEAR_KM
        return Band(
            Deed.LEAVE,
            self._mean(group, starts, turn),
            self._order[side],
            self._sides[side].colour,
            starts,
            self._men(group, bodies[side]),
            figures=self._sides[side].strength,
            place=place.id if near and place is not None else "",
        )

    def _after(
        self,
        group: Sequence[Formation],
        bodies: dict[str, list[Formation]],
        turn: dt.datetime,
    ) -> Iterator[Band]:
        """The ways of a group after its turn: of those who changed sides, and of the rest."""
        ends = self._exhibit.exhibit.ends
        changed = [body for body in group if self._seen_at(body, ends).side != body.side]
        stayed = [body for body in group if body not in changed]
        for body in changed:
            side = self._seen_at(body, ends).side
            yield Band(
                Deed.CHANGE_SIDES,
                self._mean([body], turn, ends),
                self._order[side],
                self._sides[side].colour,
                turn,
                self._men([body], bodies[body.side]),
                figures=body.strength,
            )
        if not stayed or turn >= ends:
            return
        way = self._mean(stayed, turn, ends)
        if len(way) < 2:
            return
        later = [
            station
            for body in stayed
            for station in body.track
            if station.starts > turn and station.strength
        ]
        figures = later[0].strength if later else ()
        back = [s.starts for body in stayed for s in body.track if s.starts > turn]
        leaves = [
            s.ends for body in stayed for s in body.track if s.ends and turn <= s.ends < min(back)
        ]
        yield Band(
            Deed.TURN_BACK,
            way,
            self._order[group[0].side],
            self._sides[group[0].side].colour,
            min(leaves, default=turn),
            _ends(figures) if figures else self._men(stayed, bodies[group[0].side]),
            ends=all(self._seen_at(body, ends).state in ENDED for body in stayed),
            figures=figures,
            rough=True,
        )

    def _closing(
        self,
        group: Sequence[Formation],
        bodies: dict[str, list[Formation]],
        turn: dt.datetime,
        reach: float,
    ) -> Iterator[Band]:
        """The ways of those who came to where the river ended."""
        side = group[0].side
        first = group[0] is bodies[side][0]
        starts = max(self._left(body, turn, reach) for body in group)
        way = _plain(self._mean(group, starts, turn), reach)
        if len(way) > 1:
            yield Band(
                Deed.CLOSE_IN,
                way,
                self._order[side],
                self._sides[side].colour,
                turn,
                self._men(group, bodies[side]),
                figures=self._sides[side].strength if first else (),
            )

    def _left(self, body: Formation, turn: dt.datetime, reach: float) -> dt.datetime:
        """The moment at which a body last left where it had stayed long, not too near its goal."""
        goal = project(*self._spot(body, turn))
        stays: list[tuple[Sighting, dt.datetime]] = []
        for station in body.track:
            seen = self._seen_at(body, station.starts)
            leaves = station.ends or station.starts
            if stays and (stays[-1][0].lon, stays[-1][0].lat) == (seen.lon, seen.lat):
                stays[-1] = stays[-1][0], leaves
            elif station.starts < turn:
                stays.append((seen, leaves))
        left = [
            leaves
            for seen, leaves in stays
            if leaves - seen.since >= STAY
            and abs(complex(*project(seen.lon, seen.lat)) - complex(*goal)) > reach
        ]
        return max(left, default=body.track[0].starts)

    def _pocket(self, side: str, turn: dt.datetime) -> tuple[PlanePoint, ...]:
        """The ring in which the side is shut in as its river turns."""
        found = (
            area.ring
            for area in self._exhibit.areas
            if area.kind is AreaKind.POCKET
            and area.side == side
            and area.ring
            and area.starts <= turn - MINUTE < area.ends
        )
        return tuple(project(*point) for point in next(found, ()))


def _ends(figures: Sequence[Figure]) -> Men:
    return min(f.low for f in figures), max(f.high or f.low for f in figures)


def _plain(way: Sequence[PlanePoint], reach: float) -> tuple[PlanePoint, ...]:
    """A way towards its goal: points that come nearer, none within `reach` of the goal."""
    if not way:
        return ()
    goal = complex(*way[-1])
    plain: list[PlanePoint] = []
    nearest = float("inf")
    for point in way[:-1]:
        away = abs(complex(*point) - goal)
        if reach < away < nearest:
            plain.append(point)
            nearest = away
    return (*plain, way[-1])
