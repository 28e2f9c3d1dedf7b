"""The flow of an exhibit's river of men: its bodies' ways, as the clock tells them, as bands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.geo import distance_km, project, span
from kiosk.exhibit.model import (
    ENDED,
    Area,
    AreaKind,
    Exhibit,
    Formation,
    Place,
    PlaceKind,
    Side,
    View,
)
from kiosk.map.boxes import away
from kiosk.map.river.bands import Band, Block, Deed, River, men_of
from kiosk.map.river.bodies import Bodies, Spot
from kiosk.map.signs.marches import DrawnArea, Marches
from kiosk.map.signs.sieges import Siege
from kiosk.map.viewport import PlanePoint

NEAR_KM = 12.0
"""A place nearer than this to where a river begins is left by it."""

NEAR = 0.2
"""The part of the river's length that it may not be further away, either."""

PLAIN = 0.16
"""The part of the river's length within which of its goal a body's turns are not drawn."""

MINUTE = dt.timedelta(minutes=1)

TOWNS = frozenset({PlaceKind.CITY, PlaceKind.TOWN})

LANDS = (PlaceKind.RIVER, PlaceKind.MOUNTAINS)
"""The kinds of lands of which those that matter most are named, in this order."""


BLOCKS = frozenset({AreaKind.FRONT, AreaKind.AMBUSH})


def river_of(exhibit: Exhibit, clock: Clock) -> River | None:
    """The river of an exhibit; None where no body marches in its view."""
    view = exhibit.indexed("views")[exhibit.exhibit.river or exhibit.exhibit.view]
    return _Flow(exhibit, clock, view).river()


class _Flow:
    """The bands of an exhibit's bodies in a view."""

    def __init__(self, exhibit: Exhibit, clock: Clock, view: View) -> None:
        self._exhibit, self._view = exhibit, view
        self._marches = Marches(exhibit, clock)
        self._marching = Bodies(exhibit, clock, view)
        self._order = {side.id: i for i, side in enumerate(exhibit.sides)}
        self._sides: dict[str, Side] = exhibit.indexed("sides")
        self._towns = [p for p in exhibit.places if p.kind in TOWNS and p.located]

    def river(self) -> River | None:
        bodies = {side: self._marching.bodies(side) for side in self._order}
        groups = [group for own in bodies.values() for group in self._marching.groups(own)]
        if not groups:
            return None
        main = max(groups, key=lambda group: (len(group), self._marching.length(group)))
        turn = self._marching.turn(main)
        bands = [self._main(main, bodies, turn)]
        after = list(self._after(main, bodies, turn))
        bands += after
        reach = PLAIN * span(bands[0].way)
        for group in groups:
            if group is not main:
                bands += self._closing(group, bodies, turn, reach)
        side = main[0].side
        pocket = self._pocket(side, turn)
        back = [band for band in after if band.deed is Deed.TURN_BACK]
        towns = [p for p in self._towns if p.importance == 1 and self._marching.seen(*p.at)]
        waters, hills = map(self._lands, LANDS)
        towns.sort(key=lambda p: distance_km(p.at, self._marching.spot(main[0], turn)))
        ends = [p for p in towns if p.id == bands[0].place or p is towns[0]]
        others = [p for p in towns if p not in ends]
        return River(
            tuple(bands),
            tuple(project(*point) for point in pocket.ring) if pocket else (),
            turn,
            self._view,
            tuple(p.id for p in (*waters, *ends[::-1], *others, *hills)),
            len(waters) + len(ends),
            tuple(project(*p.at) for p in towns),
            tuple(self._sieges(pocket, turn)),
            pocket.starts if pocket else turn,
            tuple(self._blocks(side, back, reach)),
        )

    def _lands(self, kind: PlaceKind) -> list[Place]:
        """The places of a kind in the view that matter most."""
        seen = [p for p in self._exhibit.places if p.kind is kind and self._marching.seen(*p.at)]
        first = min((place.importance for place in seen), default=0)
        return [place for place in seen if place.importance == first]

    def _main(
        self,
        group: Sequence[Formation],
        bodies: dict[str, list[Formation]],
        turn: dt.datetime,
    ) -> Band:
        starts = max(body.track[0].ends or body.track[0].starts for body in group)
        side = group[0].side
        begins = self._marching.spot(group[0], starts)
        place = min(self._towns, key=lambda p: distance_km(p.at, begins), default=None)
        within = min(NEAR_KM, NEAR * self._marching.length(group))
        near = place is not None and distance_km(place.at, begins) < within
        return Band(
            Deed.LEAVE,
            *_parts(self._marching.mean(group, starts, turn)),
            self._order[side],
            self._sides[side].colour,
            starts,
            self._marching.men(group, bodies[side]),
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
        changed = [body for body in group if self._marching.seen_at(body, ends).side != body.side]
        stayed = [body for body in group if body not in changed]
        for body in changed:
            side = self._marching.seen_at(body, ends).side
            yield Band(
                Deed.CHANGE_SIDES,
                *_parts(self._marching.mean([body], turn, ends)),
                self._order[side],
                self._sides[side].colour,
                turn,
                self._marching.men([body], bodies[body.side]),
                figures=body.strength,
            )
        if not stayed or turn >= ends:
            return
        way = self._marching.mean(stayed, turn, ends)
        if len(way) < 2:
            return
        later = [
            station
            for body in stayed
            for station in body.track
            if station.starts > turn and station.strength
        ]
        figures = later[0].strength if later else ()
        men = self._marching.men(stayed, bodies[group[0].side])
        back = [s.starts for body in stayed for s in body.track if s.starts > turn]
        leaves = [
            s.ends for body in stayed for s in body.track if s.ends and turn <= s.ends < min(back)
        ]
        yield Band(
            Deed.TURN_BACK,
            *_parts(way),
            self._order[group[0].side],
            self._sides[group[0].side].colour,
            min(leaves, default=turn),
            men_of(figures) if figures and men else men,
            ends=all(self._marching.seen_at(body, ends).state in ENDED for body in stayed),
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
        starts = max(self._marching.left(body, turn, reach) for body in group)
        way = _plain(self._marching.mean(group, starts, turn), reach)
        if len(way) > 1:
            yield Band(
                Deed.CLOSE_IN,
                *_parts(way),
                self._order[side],
                self._sides[side].colour,
                turn,
                self._marching.men(group, bodies[side]),
                figures=self._sides[side].strength if first else (),
            )

    def _pocket(self, side: str, turn: dt.datetime) -> Area | None:
        """The ring in which the side is shut in as its river turns."""
        found = (
            area
            for area in self._exhibit.areas
            if area.kind is AreaKind.POCKET
            and area.side == side
            and area.ring
            and area.starts <= turn - MINUTE < area.ends
        )
        return next(found, None)

    def _sieges(self, pocket: Area | None, turn: dt.datetime) -> Iterator[Siege]:
        """The arcs of those who stand about the pocket as the river turns."""
        if pocket is not None and pocket.side:
            ring = tuple(project(*point) for point in pocket.ring)
            drawn = DrawnArea(ring, True, "", pocket.kind, pocket.certainty)
            yield from self._marches.sieges(pocket.side, drawn, turn - MINUTE)

    def _blocks(self, side: str, back: Sequence[Band], reach: float) -> Iterator[Block]:
        """The foe's line nearest to where those who turned back came to, in force as they came."""
        if not back:
            return
        band, found = back[0], []
        for area in self._exhibit.areas:
            held = area.kind in BLOCKS and area.line and area.side not in (None, side)
            if held and area.starts < band.times[-1] <= area.ends:
                line = tuple(project(*point) for point in area.line)
                far = min(away(band.way[-1], *stretch) for stretch in pairwise(line))
                if far < reach:
                    found.append((far, area, line))
        for _, area, line in sorted(found, key=lambda one: one[0])[:1]:
            owner = area.side or side
            colour = self._sides[owner].colour
            yield Block(line, area.starts, self._order[owner], colour, area.certainty)


def _parts(spots: Sequence[Spot]) -> tuple[tuple[PlanePoint, ...], tuple[dt.datetime, ...]]:
    """The points of some spots, and when they were reached."""
    return tuple(point for point, _ in spots), tuple(moment for _, moment in spots)


def _plain(way: Sequence[Spot], reach: float) -> list[Spot]:
    """A way towards its goal: points that come nearer, none within `reach` of the goal."""
    if not way:
        return []
    goal = complex(*way[-1][0])
    plain: list[Spot] = []
    nearest = float("inf")
    for spot in way[:-1]:
        left = abs(complex(*spot[0]) - goal)
        if reach < left < nearest:
            plain.append(spot)
            nearest = left
    return [*plain, way[-1]]
