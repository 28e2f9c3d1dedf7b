"""The map at a moment, in words, for those who do not see it."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial

from kiosk.exhibit.alliances import Alliances
from kiosk.exhibit.aspect import around, aspect_in
from kiosk.exhibit.clock import Sighting, foe_of
from kiosk.exhibit.geo import distance_km, project
from kiosk.exhibit.model import (
    ENDED,
    Area,
    AreaKind,
    Certainty,
    Exhibit,
    LonLat,
    Place,
    PlaceKind,
    State,
)
from kiosk.telling.locale import Teller, opening
from kiosk.telling.outline.allies import allied_now

LANDMARKS = (PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE)

AT_KM, NEAR_KM = 1.0, 10.0
"""As near as this to a place, it stands at it, or near it."""

LONG_KM = 30.0
"""A line from one end to the other that is told by both."""

FAINT = 1.7
"""A place of the next lower importance must be nearer by so many times to be named instead."""

MOST_SPOTS = 4096
"""The spots whose place is remembered: while time runs, more and more come."""

AROUND_KM = 12.0
"""As near as this, the other side's bodies surround one in a pocket."""

MOST_FIGHTS, NEAREST, MOST_CHANGES = 4, 3, 3
"""The most that is named: places of fighting; what lies round about; who does something else."""


class Standing:
    """Tells sightings of an exhibit in one language.

    A doubt as large as the distance from a place is no position: then it is near that place, to
    one side of it. All that is told comes from who is seen, and from the areas in force.
    """

    def __init__(self, exhibit: Exhibit, teller: Teller) -> None:
        self._teller = teller
        self._alliances, self._aspect = Alliances(exhibit), aspect_in(exhibit.map)
        self._sides, self._formations = exhibit.sides, exhibit.indexed("formations")
        self._areas = sorted(exhibit.areas, key=lambda area: area.starts)
        self._located = [place for place in exhibit.places if place.located]
        self._places = [place for place in self._located if place.kind in LANDMARKS]
        self._landmark = lru_cache(MOST_SPOTS)(partial(_most_telling, self._places))

    # ------------------------------------------------------------ who stands where

    def by_side(
        self, sightings: Iterable[Sighting], moment: dt.datetime
    ) -> list[tuple[str, list[str]]]:
        """The name of each side that is seen, and a line for each of its formations."""
        seen = list(sightings)
        told = (
            (
                self._teller.lead(side.name),
                [self.told(one, seen, moment) for one in seen if one.side == side.id],
            )
            for side in self._sides
        )
        return [(side, lines) for side, lines in told if lines]

    def gist(self, sighting: Sighting) -> str:
        """Name, what it does and where, in few words."""
        say, where = self._teller.phrases.say, self.briefly(sighting)
        doing = say(f"state_{sighting.state}")
        return self._of(self.name(sighting), (say("done_there", doing, where) if where else doing,))

    def told(self, sighting: Sighting, seen: Iterable[Sighting], moment: dt.datetime) -> str:
        """Name, what it does, where, and how surely that is known, among all that is seen."""
        facts = (
            self._doing(sighting, seen, moment),
            self.placed(sighting),
            self._teller.about(sighting.uncertainty_km),
            self._teller.doubt(sighting.certainty),
        )
        return self._of(self.name(sighting), facts)

    def placed(self, sighting: Sighting) -> str:
        """The distance and bearing from the place that tells most, as far as they are known."""
        here = (sighting.lon, sighting.lat)
        place = self._landmark(here)
        km = distance_km(place.at, here) if place else 0.0
        if place is None or km < AT_KM or round(km) > round(sighting.uncertainty_km):
            return self._from(place, here)
        lead = self._teller.lead(place.name)
        return self._teller.phrases.say("near_side", lead, self._bearing(place.at, here))

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

    # ------------------------------------------------------------ the whole map

    def summary(self, sightings: Iterable[Sighting], moment: dt.datetime, when: str) -> list[str]:
        """The map in sentences: when, shape, contact, sides, doubt."""
        seen = [one for one in sightings if one.state not in ENDED]
        return [
            *self._sentences([when]),
            *self.shape(moment),
            *self._sentences([self._contact(seen), *self._counts(seen, moment)]),
            *self._sentences([self._changed(seen, moment), self._doubt(seen)]),
        ]

    def happening(self, sightings: Iterable[Sighting], moment: dt.datetime) -> list[str]:
        """The sentences on where there is fighting, and on who has changed sides that day."""
        seen = [one for one in sightings if one.state not in ENDED]
        return self._sentences([self._contact(seen), self._changed(seen, moment)])

    def counted(self, sightings: Iterable[Sighting], moment: dt.datetime) -> list[str]:
        """The sentences on how many bodies there are, and how many positions are in doubt."""
        seen = [one for one in sightings if one.state not in ENDED]
        return self._sentences([*self._counts(seen, moment), self._doubt(seen)])

    def shape(self, moment: dt.datetime) -> list[str]:
        """The sentences on the areas and lines of a moment."""
        return self._sentences(map(self.area, self.in_force(moment)))

    def _sentences(self, said: Iterable[str]) -> list[str]:
        say = self._teller.phrases.say
        return [say("sentence", opening(one)).strip() for one in said if one]

    def in_force(self, moment: dt.datetime) -> list[Area]:
        """The areas and lines of a moment, by their beginning."""
        return [area for area in self._areas if area.starts <= moment < area.ends]

    def area(self, area: Area) -> str:
        """An area by its name: what it is, unless that says so, and where."""
        say, name = self._teller.phrases.say, self._teller.lead(area.name)
        kind = say(f"area_{area.kind}")
        known = any(
            said.casefold() in name.casefold() for said in (kind, say(f"legend_{area.kind}"))
        )
        facts = (
            "" if known else kind,
            self._along(area.line) or self.where(middle_of(area)),
            self._teller.doubt(area.certainty),
        )
        return self._of(name, facts)

    def place(self, place: Place, seen: Iterable[Sighting]) -> str:
        """A place with its kind and those formations that are at it."""
        there = [one for one in seen if distance_km(place.at, (one.lon, one.lat)) < AT_KM]
        names = self._listed(self.name(one) for one in there)
        return self._of(self._teller.lead(place.name), (names,))

    def around(self, here: LonLat, seen: Iterable[Sighting]) -> str:
        """The three nearest of places and formations: bearing, kilometres, name."""
        say, teller = self._teller.phrases.say, self._teller
        found = [(place.at, teller.lead(place.name)) for place in self._located]
        found += [((one.lon, one.lat), self.name(one)) for one in seen]
        far = sorted((distance_km(here, at), at, name) for at, name in found)
        near = [one for one in far if one[0] >= AT_KM][:NEAREST]
        told = (
            say("lies_off", self._bearing(here, at), teller.phrases.number(round(km)), name)
            for km, at, name in near
        )
        return "".join(say("sentence", opening(one)) for one in told).strip()

    def change(self, before: Iterable[Sighting], after: Iterable[Sighting]) -> list[str]:
        """The formations that do something else than before, and where; of many, how many."""
        known = {one.formation: one.state for one in before}
        say = self._teller.phrases.say
        other = [one for one in after if known.get(one.formation, one.state) is not one.state]
        if len(other) > MOST_CHANGES:
            return [say("do_otherwise", len(other))]
        return [
            self._of(self.name(one), (say(f"state_{one.state}"), self.placed(one))) for one in other
        ]

    def _contact(self, seen: Iterable[Sighting]) -> str:
        """The places where somebody attacks or is surrounded, those of most bodies first."""
        fights = [one for one in seen if one.state in (State.ATTACKING, State.BESIEGED)]
        landmarks = (self._landmark((one.lon, one.lat)) for one in fights)
        places = Counter(self._teller.lead(place.name) for place in landmarks if place)
        names = [name for name, _ in places.most_common(MOST_FIGHTS)]
        say = self._teller.phrases.say
        if names:
            return say("fighting_at", self._listed(names))
        return "" if fights else say("no_fighting")

    def _counts(self, seen: Sequence[Sighting], moment: dt.datetime) -> Iterator[str]:
        """The allies and the bodies of each side, and how many of them do what, the most first."""
        say = self._teller.phrases.say
        for side in self._sides:
            mine = [one.state for one in seen if one.side == side.id]
            if mine:
                states = Counter(mine).most_common()
                does = [say("in_state", n, say(f"state_{state}")) for state, n in states]
                allied = allied_now(self._alliances, self._teller, side.id, moment)
                facts = (allied, say("formation_count", len(mine)), *does)
                yield self._of(self._teller.lead(side.name), facts)

    def _changed(self, seen: Iterable[Sighting], moment: dt.datetime) -> str:
        """Those who have changed sides on this day."""
        today = [one for one in seen if one.turned and one.turned[0].date() == moment.date()]
        if not today:
            return ""
        word = self._teller.phrases.say(f"state_{State.CHANGED_SIDES}")
        return self._of(opening(word), (self._listed(map(self.name, today)),))

    def _doubt(self, seen: Sequence[Sighting]) -> str:
        """The share of positions that no text documents."""
        unsure = sum(one.certainty is not Certainty.DOCUMENTED for one in seen)
        return self._teller.phrases.say("positions_unsure", unsure, len(seen)) if unsure else ""

    # ------------------------------------------------------------ parts of sentences

    def name(self, sighting: Sighting) -> str:
        """The name of a formation."""
        return self._teller.lead(self._formations[sighting.formation].name)

    def _of(self, name: str, facts: Iterable[str]) -> str:
        """A name and what is told of it."""
        phrases = self._teller.phrases
        said = str(phrases.words["comma"]).join(filter(None, facts))
        return phrases.say("told_of", name, said) if said else name

    def _listed(self, names: Iterable[str]) -> str:
        return str(self._teller.phrases.words["list_comma"]).join(names)

    def _doing(self, sighting: Sighting, seen: Iterable[Sighting], moment: dt.datetime) -> str:
        """Its doing: whom it attacks; by whom it is surrounded, where an area says so.

        That is told where only one other side is there.
        """
        say, here = self._teller.phrases.say, (sighting.lon, sighting.lat)
        if foe := foe_of(sighting, seen):
            return say("attacking_whom", self.name(foe))
        pockets = (area for area in self.in_force(moment) if area.kind is AreaKind.POCKET)
        if sighting.state is State.BESIEGED and any(_holds(area.ring, here) for area in pockets):
            friends = self._alliances.friends(sighting.side, moment)
            others = {
                one.side
                for one in seen
                if one.side not in friends
                and one.state not in ENDED
                and distance_km(here, (one.lon, one.lat)) < AROUND_KM
            }
            by = [side for side in self._sides if side.id in others]
            if len(by) == 1:
                return say("surrounded_by", self._teller.lead(by[0].name))
        return say(f"state_{sighting.state}")

    def _along(self, line: Sequence[LonLat]) -> str:
        """The places at both ends of a long line; "" of a short one, and where they are one."""
        if not line or distance_km(line[0], line[-1]) < LONG_KM:
            return ""
        ends = [self._landmark(line[0]), self._landmark(line[-1])]
        names = [self._teller.lead(place.name) for place in ends if place]
        return self._teller.phrases.say("from_to", *names) if len({*names}) == 2 else ""

    def _from(self, place: Place | None, here: LonLat) -> str:
        if place is None:
            return ""
        km, name = distance_km(place.at, here), self._teller.lead(place.name)
        phrases = self._teller.phrases
        if km < AT_KM:
            return phrases.say("at_place", name)
        bearing = self._bearing(place.at, here)
        return phrases.say("off_place", phrases.number(round(km)), bearing, name)

    def _bearing(self, there: LonLat, here: LonLat) -> str:
        """The direction from a spot to another, by the points of the compass."""
        points: Sequence[str] = self._teller.phrases.words["compass"]
        if self._aspect:
            there, here = self._aspect.unturned(there), self._aspect.unturned(here)
        (x0, y0), (x1, y1) = project(*there), project(*around(there[0], here))
        turn = math.atan2(x1 - x0, y0 - y1) / math.tau
        return points[round(turn * len(points)) % len(points)]


def _most_telling(places: Sequence[Place], here: LonLat) -> Place | None:
    """The place that tells most of where a spot is."""

    def rank(place: Place) -> float:
        return distance_km(place.at, here) * math.pow(FAINT, place.importance)

    return min(places, key=rank, default=None)


def middle_of(area: Area) -> LonLat:
    """The middle of an area; of a line the point half-way along."""
    if area.line:
        return area.line[len(area.line) // 2]
    lons, lats = zip(*area.ring, strict=True)
    return sum(lons) / len(lons), sum(lats) / len(lats)


def _holds(ring: Sequence[LonLat], here: LonLat) -> bool:
    """True if a spot lies in a ring."""
    inside = False
    for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], *ring[:1]), strict=True):
        if (y0 > here[1]) != (y1 > here[1]):
            inside ^= here[0] < x0 + (here[1] - y0) / (y1 - y0) * (x1 - x0)
    return inside
