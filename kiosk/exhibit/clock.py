"""The campaign clock: who is where at a moment, on which side, and how surely it is known."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from kiosk.exhibit.dating import apart
from kiosk.exhibit.geo import distance_km, project, shortest_way, unproject
from kiosk.exhibit.model import ENDED, Certainty, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.exhibit.model import Event, Exhibit, Formation, Station

GROWTH = 0.15
"""The uncertainty added half-way between two stations, per kilometre of the way."""

WEAKER = (Certainty.DOCUMENTED, Certainty.COMPUTED, Certainty.INFERRED, Certainty.NARRATED)
"""Certainties, each weaker than the one before."""

LonLat = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Sighting:
    """A formation at a moment: degrees, kilometres of uncertainty, and what it does there.

    `since` is when it reached its last station; `turned` when it changed sides last, and from
    which; `attacks` the id of whom it attacks from where it stands.
    """

    formation: str
    side: str
    lon: float
    lat: float
    uncertainty_km: float
    state: State
    moving: bool
    certainty: Certainty
    sources: tuple[str, ...]
    station: int  # index of the last station it reached
    since: dt.datetime
    turned: tuple[dt.datetime, str] | None = None
    attacks: str | None = None


def foe_of(attacker: Sighting, seen: Iterable[Sighting]) -> Sighting | None:
    """The one of `seen` that it attacks, while that lives and is of another side."""
    if attacker.attacks is None:
        return None
    foe = next((one for one in seen if one.formation == attacker.attacks), None)
    return foe if foe and foe.side != attacker.side and foe.state not in ENDED else None


class Clock:
    """The campaign's clock: what an exhibit's tracks and events say about any moment.

    A formation stands at a station's spot from its start to its end (without an end it leaves
    at once, from the last it never leaves, and after the end of the last it is nowhere), then
    goes by the points on the way, straight on the map or, where they are far apart, by the
    great circle, at one speed, to reach the next as that starts. Stations at one spot are no
    journey: it stands and keeps its state until the next starts. Nothing follows a station that
    ends a formation.

    On the way its uncertainty is drawn from one station's to the next's, and grows by
    4f(1 - f) × `GROWTH` × the way's length, f being the part of the time that has passed. What it
    does there is inferred, or weaker if either station is.

    Methods raise KeyError for a formation that the exhibit does not have.
    """

    def __init__(self, exhibit: Exhibit) -> None:
        spots = {place.id: place.at for place in exhibit.places}
        self._formations = {formation.id: formation for formation in exhibit.formations}
        self._tracks = {
            formation.id: _Track(formation, spots)
            for formation in exhibit.formations
            if formation.track
        }
        self._changes = {id_: self._changes_of(id_) for id_ in self._formations}
        self._events = sorted(exhibit.events, key=lambda event: event.at)

    def at(self, moment: dt.datetime, among: Iterable[str] | None = None) -> tuple[Sighting, ...]:
        """Every formation whose track has begun and not ended, of all or of those `among`.

        They come in the exhibit's order, however `among` is ordered.
        """
        tracks: Iterable[_Track] = self._tracks.values()
        if among is not None:
            wanted = {self._formations[formation_id].id for formation_id in among}
            tracks = (track for id_, track in self._tracks.items() if id_ in wanted)
        sightings = (track.sighting(moment) for track in tracks)
        return tuple(sighting for sighting in sightings if sighting is not None)

    def extent(self, formation_id: str) -> Box | None:
        """West, south, east and north of all that its track touches; None without a track.

        It is never seen outside, so that a map can leave out what lies off its view.
        """
        track = self._tracks.get(self._formations[formation_id].id)
        return None if track is None else track.extent

    def sighting(self, formation_id: str, moment: dt.datetime) -> Sighting | None:
        """One formation; None before its track begins and after it ends, or if it has none."""
        track = self._tracks.get(self._formations[formation_id].id)
        return None if track is None else track.sighting(moment)

    def trail(self, formation_id: str, moment: dt.datetime, hours: float) -> tuple[LonLat, ...]:
        """The way it went in the last `hours`, oldest point first; empty if it did not move."""
        track = self._tracks.get(self._formations[formation_id].id)
        if track is None:
            return ()
        return track.trail(moment - dt.timedelta(hours=hours), moment)

    def step(self, formation_id: str, moment: dt.datetime) -> tuple[LonLat, ...]:
        """The way of its last step, oldest point first, as far as gone; empty before the first."""
        track = self._tracks.get(self._formations[formation_id].id)
        return () if track is None else track.step(moment)

    def events(self, start: dt.datetime, end: dt.datetime) -> tuple[Event, ...]:
        """The events of all phases from `start` to `end`, both included, in order of time."""
        first = bisect_left(self._events, start, key=lambda event: event.at)
        last = bisect_right(self._events, end, key=lambda event: event.at)
        return tuple(self._events[first:last])

    def side_at(self, formation_id: str, moment: dt.datetime) -> str:
        """The side a formation belongs to.

        One without a track follows the nearest formation above it that changes sides.
        """
        changes = self._changes[formation_id]
        passed = bisect_right(changes, moment, key=lambda change: change[0])
        return changes[passed - 1][1] if passed else self._formations[formation_id].side

    def _changes_of(self, formation_id: str) -> list[tuple[dt.datetime, str]]:
        formation: Formation | None = self._formations[formation_id]
        while formation is not None:
            if formation.id in self._tracks:
                changes = self._tracks[formation.id].changes
                if changes or formation.id == formation_id:
                    return changes
            formation = self._formations.get(formation.parent or "")
        return []


class _Track:
    """One formation's stations, the ways between them, and what it is at each."""

    def __init__(self, formation: Formation, spots: Mapping[str, LonLat]) -> None:
        stations = _until_its_end(formation.track)
        self._legs = [_Leg(here, next_, spots) for here, next_ in pairwise(stations)]
        self._starts = [stations[0].starts, *(leg.arrives for leg in self._legs)]
        arrivals = zip(self._starts, stations, strict=True)
        self.changes = [(starts, station.side) for starts, station in arrivals if station.side]
        self._standing: list[Sighting] = []
        side, turned = formation.side, None
        for station, starts in zip(stations, self._starts, strict=True):
            if station.side not in (None, side):
                turned, side = (starts, side), station.side or side
            lon, lat = _spot(station, spots)
            self._standing.append(
                Sighting(
                    formation=formation.id,
                    side=side,
                    lon=lon,
                    lat=lat,
                    uncertainty_km=station.uncertainty_km,
                    state=station.state,
                    moving=False,
                    certainty=station.certainty,
                    sources=station.sources,
                    station=len(self._standing),
                    since=starts,
                    turned=turned,
                    attacks=station.attacks,
                )
            )
        self._leaves = None if stations[-1].state in ENDED else stations[-1].ends
        self._known = [_known_between(here, next_) for here, next_ in pairwise(stations)]
        touched = [(sighting.lon, sighting.lat) for sighting in self._standing]
        touched += [point for leg in self._legs for point in leg.way]
        lons, lats = zip(*touched, strict=True)
        self.extent: Box = (min(lons), min(lats), max(lons), max(lats))

    def sighting(self, moment: dt.datetime) -> Sighting | None:
        reached = bisect_right(self._starts, moment) - 1
        if reached < 0:
            return None
        if reached == len(self._legs):
            return None if self._leaves and moment > self._leaves else self._standing[reached]
        if moment <= self._legs[reached].leaves:
            return self._standing[reached]
        return self._between(reached, moment)

    def trail(self, since: dt.datetime, moment: dt.datetime) -> tuple[LonLat, ...]:
        first = max(0, bisect_right(self._starts, since) - 1)
        last = bisect_right(self._starts, moment)
        points: list[LonLat] = []
        for leg in self._legs[first:last]:
            points += leg.walked(since, moment)
        way = _distinct(points)
        return tuple(way) if len(way) > 1 else ()

    def step(self, moment: dt.datetime) -> tuple[LonLat, ...]:
        ways = (leg.walked(leg.leaves, moment) for leg in reversed(self._legs))
        return tuple(_distinct(next(filter(None, ways), [])))

    def _between(self, reached: int, moment: dt.datetime) -> Sighting:
        before, after = self._standing[reached : reached + 2]
        leg = self._legs[reached]
        part = leg.part(moment)
        spread = before.uncertainty_km + part * (after.uncertainty_km - before.uncertainty_km)
        if leg.length_km == 0:
            return replace(before, uncertainty_km=spread)
        certainty, sources = self._known[reached]
        lon, lat = leg.point(part)
        return Sighting(
            formation=before.formation,
            side=before.side,
            lon=lon,
            lat=lat,
            uncertainty_km=spread + 4 * part * (1 - part) * GROWTH * leg.length_km,
            state=leg.state,
            moving=True,
            certainty=certainty,
            sources=sources,
            station=reached,
            since=before.since,
            turned=before.turned,
        )


class _Leg:
    """The way from a station to the next."""

    def __init__(self, here: Station, next_: Station, spots: Mapping[str, LonLat]) -> None:
        leaves, self.arrives = apart(here.ends or here.starts, next_.starts)
        self.leaves = min(max(leaves, here.starts), self.arrives)
        self.state = next_.approach
        stops = _distinct([_spot(here, spots), *next_.via, _spot(next_, spots)])
        parts = [shortest_way(*part) for part in pairwise(stops)]
        self.way = _distinct([*stops[:1], *(point for part in parts for point in part)])
        self._plane = [project(*point) for point in self.way]
        self._along = [0.0]
        for point, after in pairwise(self.way):
            self._along.append(self._along[-1] + distance_km(point, after))

    @property
    def length_km(self) -> float:
        """Kilometres on the ground; 0 if the next station is at the same spot."""
        return self._along[-1]

    def part(self, moment: dt.datetime) -> float:
        """The part of the time between leaving and arriving that has passed, 0 to 1."""
        if moment >= self.arrives:
            return 1.0
        return max(0.0, (moment - self.leaves) / (self.arrives - self.leaves))

    def point(self, part: float) -> LonLat:
        """The point that it has reached when `part` of the time has passed."""
        if part <= 0 or part >= 1 or self.length_km == 0:
            return self.way[0 if part <= 0 else -1]
        stretch = self._stretch(part)
        start, end = self._along[stretch : stretch + 2]
        share = (part * self.length_km - start) / (end - start)
        (x1, y1), (x2, y2) = self._plane[stretch : stretch + 2]
        return unproject(x1 + share * (x2 - x1), y1 + share * (y2 - y1))

    def walked(self, since: dt.datetime, moment: dt.datetime) -> list[LonLat]:
        """The points passed from `since` to `moment`, none if it did not move then."""
        if since >= self.arrives or moment <= self.leaves or self.length_km == 0:
            return []
        begun = 0.0 if since <= self.leaves else self.part(since)
        done = self.part(moment)
        first = bisect_right(self._along, begun * self.length_km)
        last = bisect_left(self._along, done * self.length_km)
        return [self.point(begun), *self.way[first:last], self.point(done)]

    def _stretch(self, part: float) -> int:
        passed = bisect_right(self._along, part * self.length_km) - 1
        return min(passed, len(self.way) - 2)


def _until_its_end(track: tuple[Station, ...]) -> tuple[Station, ...]:
    for number, station in enumerate(track, 1):
        if station.state in ENDED:
            return track[:number]
    return track


def _known_between(here: Station, next_: Station) -> tuple[Certainty, tuple[str, ...]]:
    """The certainty, and the sources, of where a formation is between two stations."""
    weakest = max(Certainty.INFERRED, here.certainty, next_.certainty, key=WEAKER.index)
    return weakest, tuple(dict.fromkeys(here.sources + next_.sources))


def _spot(station: Station, spots: Mapping[str, LonLat]) -> LonLat:
    return station.at or spots[station.place or ""]


def _distinct(points: list[LonLat]) -> list[LonLat]:
    return [point for point, _ in groupby(points)]
