"""The bodies of a river of men: who marches, who with whom, how many and where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.geo import distance_km, lies_in, project
from kiosk.exhibit.model import Exhibit, Formation, Side, State, View
from kiosk.exhibit.vocabulary import Vocabulary
from kiosk.map.river.bands import Men, men_of
from kiosk.map.viewport import PlanePoint

TOGETHER_KM = 20.0
"""Bodies of a side that begin nearer to each other than this set out as one."""

STEPS = 90
"""The spots at which the way of several bodies is taken."""

STAY = dt.timedelta(days=2)
"""The time after which a body has stayed, and its way to the river begins anew."""


Spot = tuple[PlanePoint, dt.datetime]
"""A point of the plane, and when it was reached."""


class Bodies:
    """The most important formations of each side that march in a view."""

    def __init__(self, exhibit: Exhibit, clock: Clock, view: View) -> None:
        self._exhibit, self._clock, self._view = exhibit, clock, view
        self._vocabulary = Vocabulary(exhibit)
        self._sides: dict[str, Side] = exhibit.indexed("sides")

    def bodies(self, side: str) -> list[Formation]:
        """The side's most important formations that march in the view, none within another."""
        movers = [
            formation
            for formation in self._exhibit.formations
            if formation.side == side
            and not self._vocabulary.is_headquarters(formation.arm)
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
        return last is not None and self.seen(last.lon, last.lat)

    def seen(self, lon: float, lat: float) -> bool:
        """True if a point lies in the view."""
        return lies_in(self._view.bounds, (lon, lat))

    def groups(self, bodies: Sequence[Formation]) -> list[list[Formation]]:
        """Those of some bodies that set out as one, together."""
        groups: list[list[Formation]] = []
        for body in bodies:
            spot = self.spot(body, body.track[0].starts)
            near = (
                group
                for group in groups
                if distance_km(self.spot(group[0], group[0].track[0].starts), spot) < TOGETHER_KM
            )
            if (group := next(near, None)) is not None:
                group.append(body)
            else:
                groups.append([body])
        return groups

    def seen_at(self, body: Formation, moment: dt.datetime) -> Sighting:
        """A body at a moment, or at its first hour."""
        sighting = self._clock.sighting(body.id, max(moment, body.track[0].starts))
        assert sighting is not None  # its track has begun
        return sighting

    def spot(self, body: Formation, moment: dt.datetime) -> tuple[float, float]:
        """Longitude and latitude of a body at a moment."""
        sighting = self.seen_at(body, moment)
        return sighting.lon, sighting.lat

    def length(self, group: Sequence[Formation]) -> float:
        """Kilometres between the first and the last spot of a group."""
        ends = self._exhibit.exhibit.ends
        return distance_km(self.spot(group[0], group[0].track[0].starts), self.spot(group[0], ends))

    def turn(self, group: Sequence[Formation]) -> dt.datetime:
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

    def mean(
        self, group: Sequence[Formation], starts: dt.datetime, ends: dt.datetime
    ) -> list[Spot]:
        """The middle of some bodies from moment to moment, on the plane."""
        way: list[Spot] = []
        for step in range(STEPS + 1):
            moment = starts + (ends - starts) * step / STEPS
            spots = [project(*self.spot(body, moment)) for body in group]
            x, y = (sum(ends) / len(spots) for ends in zip(*spots, strict=True))
            if not way or (x, y) != way[-1][0]:
                way.append(((x, y), moment))
        return way

    def men(self, group: Sequence[Formation], bodies: Sequence[Formation]) -> Men | None:
        """The share of a group in its side: bodies' own figures, and of the rest equal parts."""
        total = self._sides[bodies[0].side].strength
        own = {body.id: men_of(body.strength) for body in bodies if body.strength}
        if not total and not own:
            return None
        counted = (sum(low for low, _ in own.values()), sum(high for _, high in own.values()))
        low, high = men_of(total) if total else counted
        rest = max(1, len(bodies) - len(own))
        share = max(0.0, (low - counted[0]) / rest), max(0.0, (high - counted[1]) / rest)
        men = [own.get(body.id, share) for body in group]
        return sum(low for low, _ in men), sum(high for _, high in men)

    def left(self, body: Formation, turn: dt.datetime, reach: float) -> dt.datetime:
        """The moment at which a body last left where it had stayed long, not too near its goal."""
        goal = project(*self.spot(body, turn))
        stays: list[tuple[Sighting, dt.datetime]] = []
        for station in body.track:
            seen = self.seen_at(body, station.starts)
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
