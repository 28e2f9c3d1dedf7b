"""Positions at a moment, in words, for those who do not see the map."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from kiosk.exhibit.clock import Sighting
from kiosk.exhibit.geo import distance_km, project
from kiosk.exhibit.model import Exhibit, LonLat, Place, PlaceKind
from kiosk.telling.locale import Teller

LANDMARKS = (PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE)

AT_KM, NEAR_KM = 1.0, 10.0
"""As near as this to a place, it stands at it, or near it."""

FAINT = 1.7
"""A place of the next lower importance must be nearer by so many times to be named instead."""


class Standing:
    """Tells sightings of an exhibit in one language."""

    def __init__(self, exhibit: Exhibit, teller: Teller) -> None:
        self._teller = teller
        self._sides, self._formations = exhibit.sides, exhibit.indexed("formations")
        self._places = [p for p in exhibit.places if p.located and p.kind in LANDMARKS]

    def by_side(self, sightings: Iterable[Sighting]) -> list[tuple[str, list[str]]]:
        """The name of each side that is seen, and a line for each of its formations."""
        seen = list(sightings)
        told = (
            (self._teller.lead(side.name), [self._told(one) for one in seen if one.side == side.id])
            for side in self._sides
        )
        return [(side, lines) for side, lines in told if lines]

    def _told(self, sighting: Sighting) -> str:
        """Name, what it does, where, and how surely that is known."""
        say = self._teller.phrases.say
        facts = (
            say(f"state_{sighting.state}"),
            self.where((sighting.lon, sighting.lat)),
            self._teller.about(sighting.uncertainty_km),
            self._teller.doubt(sighting.certainty),
        )
        name = self._teller.lead(self._formations[sighting.formation].name)
        return say("told_of", name, " · ".join(filter(None, facts)))

    def briefly(self, sighting: Sighting) -> str:
        """The place that it is at, near or off, in few words; "" if the exhibit has none."""
        here = (sighting.lon, sighting.lat)
        place = self._landmark(here)
        if place is None or not AT_KM <= distance_km(place.at, here) < NEAR_KM:
            return self._from(place, here)
        return self._teller.phrases.say("near_place", self._teller.lead(place.name))

    def where(self, here: LonLat) -> str:
        """The distance and bearing from the place that tells most; "" if the exhibit has none."""
        return self._from(self._landmark(here), here)

    def _from(self, place: Place | None, here: LonLat) -> str:
        if place is None:
            return ""
        km, name = distance_km(place.at, here), self._teller.lead(place.name)
        phrases = self._teller.phrases
        if km < AT_KM:
            return phrases.say("at_place", name)
        return phrases.say("off_place", phrases.number(round(km)), self._bearing(place, here), name)

    def _landmark(self, here: LonLat) -> Place | None:
        """The place that tells most of where a spot is."""
        return min(self._places, key=lambda place: self._rank(place, here), default=None)

    def _rank(self, place: Place, here: LonLat) -> float:
        return distance_km(place.at, here) * math.pow(FAINT, place.importance)

    def _bearing(self, place: Place, here: LonLat) -> str:
        """The direction from a place, by the points of the compass."""
        points: Sequence[str] = self._teller.phrases.words["compass"]
        (x0, y0), (x1, y1) = project(*place.at), project(*here)
        turn = math.atan2(x1 - x0, y0 - y1) / math.tau
        return points[round(turn * len(points)) % len(points)]
