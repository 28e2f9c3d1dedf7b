"""Rules on tracks: stations in order, the ways between, who acts when, who attacks whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kiosk.exhibit.dating import apart, vague_of
from kiosk.exhibit.geo import GLOBE, distance_km, lies_in
from kiosk.exhibit.model import ENDED, Arm, Event, Formation, LonLat, Place, State, Station
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.problem import Finding, Steps, quoted
from kiosk.exhibit.rules.moments import counted_in, said, span

FASTEST_KMH = 250
"""The speed that no formation exceeds on the whole way between two stations: a transport aircraft
of the 1940s cruises at about it."""

FLYING, FLYING_KMH = (Arm.AIRCRAFT, Arm.AIRBORNE), 3500
"""The arms that fly, and the speed that no aircraft exceeds."""

REACH_KM = 40
"""A day's march: who stands farther away than this goes there before attacking."""

HOUR = dt.timedelta(hours=1)


def order(draft: Draft) -> Iterator[Finding]:
    """A formation leaves a station before it stands at the next, which takes time."""
    places = _places(draft)
    for index, formation in _formations(draft):
        for number, station in enumerate(formation.track):
            if station.ends is not None:
                at: Steps = ("formations", index, "track", number)
                yield from span(at, station.starts, station.ends, instant=True)
    for steps, before, station in _ways(draft):
        if fault := _disorder(before, station, _way(before, station, places)):
            yield Finding((*steps, "starts"), *fault)


def _disorder(before: Station, station: Station, way: list[LonLat]) -> tuple[str, str] | None:
    """The fault of the moment a station starts, and a hint; the way may be unknown."""
    starts = said(station.starts)
    if station.starts <= before.starts:
        message = f"{starts} is not after the start of the station before, {said(before.starts)}"
        return message, "stations come in the order of time"
    if before.ends is None or before.ends < before.starts:
        return None
    leaves, arrives = apart(before.ends, station.starts)
    if leaves < arrives:
        return None
    if station.starts < before.ends:
        message = f"{starts} is before the end of the station before, {said(before.ends)}"
        near = counted_in(before.ends, station.starts)
        return message, near or ("" if len(set(way)) == 1 else "nobody is in two places at once")
    if (km := _km(way)) > 0:
        message = f"{starts} is the moment it leaves the station before, {km:.1f} km away"
        return message, "the way takes time; end the station before earlier"
    return None


def ends(draft: Draft) -> Iterator[Finding]:
    """Nothing follows the end of a formation: no station, and no event that it acts in."""
    for index, formation in _formations(draft):
        end = _end(formation)
        for number, station in enumerate(formation.track):
            if end is not None and station.starts > end.starts:
                yield Finding(
                    ("formations", index, "track", number, "starts"),
                    f"{said(station.starts)} is after its end: {_ended(end)}",
                )
    for steps, event, formation in _actors(draft):
        end = _end(formation)
        if end is not None and _follows(event, end.starts):
            yield Finding(steps, f"{quoted(formation.id)} cannot act here: {_ended(end)}")


def sides(draft: Draft) -> Iterator[Finding]:
    """A formation that changes sides belongs to another side from then on."""
    for index, formation in _formations(draft):
        side, state = formation.side, State.WAITING
        for number, station in enumerate(formation.track):
            after = station.side or side
            if station.state is State.CHANGED_SIDES != state and after == side:
                yield Finding(
                    ("formations", index, "track", number, "state"),
                    f"changes sides, but still belongs to {quoted(side)}",
                    "`side:` names the side from here on",
                )
            side, state = after, station.state


def attacks(draft: Draft) -> Iterator[Finding]:
    """Attacks by whoever isn't attacking, or on what isn't there or is of the same side."""
    for steps, formation, station, foe in _attacks(draft):
        if station.state is not State.ATTACKING:
            message = f"whoever attacks is `attacking`, and this is {station.state}"
            yield Finding(steps, message, "change its state, or leave this out")
        elif foe and (absent := _absent(foe, station.starts)):
            yield Finding(steps, f"{quoted(foe.id)} {absent}")
        elif foe and (with_it := _together(draft, formation, foe, station.starts)):
            message = f"{quoted(foe.id)} is of {with_it} at {said(station.starts)}"
            yield Finding(steps, message, "name one of another side")


def distant_foes(draft: Draft) -> Iterator[Finding]:
    """Attacks from farther than a day's march by who doesn't fly: warnings."""
    places = _places(draft)
    for steps, formation, station, foe in _attacks(draft):
        here = _spot(station, places)
        if foe is None or here is None or formation.arm in FLYING:
            continue
        spots = [_spot(one, places) for one in _about(foe, station.starts)]
        km = min((distance_km(here, spot) for spot in spots if spot), default=0.0)
        if km > REACH_KM + station.uncertainty_km:
            yield Finding(
                steps,
                f"{quoted(foe.id)} is {km:.0f} km away at {said(station.starts)}",
                f"who attacks is within {REACH_KM} km; look at the stations of both",
                "warning",
            )


def speeds(draft: Draft) -> Iterator[Finding]:
    """Ways that would need an aircraft faster than there was: warnings."""
    places = _places(draft)
    bounds = draft.map.bounds if draft.map else GLOBE
    for steps, before, station in _ways(draft):
        way = _way(before, station, places)
        leaves, arrives = apart(before.ends or before.starts, station.starts)
        hours = (arrives - leaves) / HOUR
        if hours <= 0 or not all(lies_in(bounds, point) for point in way):
            continue
        km = _km(way)
        if km / hours <= FASTEST_KMH:
            continue
        flies = draft.entries("formations")[int(steps[1])].arm in FLYING
        fastest = FLYING_KMH if flies else FASTEST_KMH
        if km / hours > fastest:
            faster = "faster than any" if flies else "an aircraft"
            time = f"{hours:.1f} h" if hours >= 1 else f"{hours * 60:.0f} min"
            yield Finding(
                (*steps, "starts"),
                f"gets here at {km / hours:.0f} km/h: {km:.0f} km in {time}",
                f"{fastest} km/h would be {faster}; look at the times and the points",
                "warning",
            )


def early_actors(draft: Draft) -> Iterator[Finding]:
    """Formations that act before it is known where they stood: warnings."""
    for steps, event, formation in _actors(draft):
        if formation.track and _precedes(event, starts := formation.track[0].starts):
            message = f"{quoted(formation.id)} acts here, but its track begins at {said(starts)}"
            yield Finding(steps, message, "it is not on the map yet", "warning")


def precision(draft: Draft) -> Iterator[Finding]:
    """Stations known better than the place they are at: warnings."""
    places = _places(draft)
    for index, formation in _formations(draft):
        for number, station in enumerate(formation.track):
            place = places.get(station.place or "")
            if place is not None and station.uncertainty_km < place.precision_km:
                yield Finding(
                    ("formations", index, "track", number, "uncertainty_km"),
                    f"{station.uncertainty_km:g} is less than the precision of {quoted(place.id)}",
                    f"which is {place.precision_km:g} km",
                    "warning",
                )


def _attacks(draft: Draft) -> Iterator[tuple[Steps, Formation, Station, Formation | None]]:
    """Each station that says whom it attacks: the steps of the name, who, where, and whom."""
    known = {formation.id: formation for _, formation in _formations(draft)}
    for index, formation in _formations(draft):
        for number, station in enumerate(formation.track):
            if station.attacks is not None:
                steps = ("formations", index, "track", number, "attacks")
                yield steps, formation, station, known.get(station.attacks)


def _absent(foe: Formation, moment: dt.datetime) -> str:
    """The reason why a formation can't be attacked at a moment, as it isn't there; "" if it is."""
    if not foe.track:
        return "has no track, so that nothing tells where it is"
    if foe.track[0].starts > moment:
        return f"is not there at {said(moment)}: its track begins at {said(foe.track[0].starts)}"
    end = _end(foe)
    if end is not None and end.starts <= moment:
        return f"is no more at {said(moment)}: {_ended(end)}"
    return ""


def _together(draft: Draft, one: Formation, other: Formation, moment: dt.datetime) -> str:
    """The side of another formation that is with one at a moment; "" if it isn't."""
    mine, theirs = _side_at(one, moment), _side_at(other, moment)
    if mine == theirs:
        return f"its own side, {quoted(theirs)},"
    pacts = (pact for pact in draft.entries("alliances") if pact.holds(moment))
    allied = any(pact.joins(mine, theirs) for pact in pacts)
    return f"its ally, {quoted(theirs)}," if allied else ""


def _side_at(formation: Formation, moment: dt.datetime) -> str:
    """The side of a formation with a track at a moment."""
    worn = (station.side for station in formation.track if station.starts <= moment)
    return [formation.side, *filter(None, worn)][-1]


def _about(formation: Formation, moment: dt.datetime) -> Iterator[Station]:
    """The last station that a formation has reached at a moment, and the next if it has left."""
    reached = [station for station in formation.track if station.starts <= moment]
    yield from reached[-1:]
    if reached and (reached[-1].ends or reached[-1].starts) < moment:
        yield from formation.track[len(reached) :][:1]


def _formations(draft: Draft) -> Iterator[tuple[int, Formation]]:
    yield from enumerate(draft.entries("formations"))


def _places(draft: Draft) -> dict[str, Place]:
    return {place.id: place for place in draft.entries("places")}


def _ways(draft: Draft) -> Iterator[tuple[Steps, Station, Station]]:
    """Each station after the first: its steps, the station before, and itself."""
    for index, formation in _formations(draft):
        for number, (before, station) in enumerate(pairwise(formation.track), 1):
            yield ("formations", index, "track", number), before, station


def _way(before: Station, station: Station, places: dict[str, Place]) -> list[LonLat]:
    """The points from a station to the next; none if the place of one is unknown."""
    here, there = _spot(before, places), _spot(station, places)
    return [here, *station.via, there] if here and there else []


def _spot(station: Station, places: dict[str, Place]) -> LonLat | None:
    """The point of a station; None if its place is unknown."""
    return station.at or (places[station.place].at if station.place in places else None)


def _km(way: Sequence[LonLat]) -> float:
    return sum(distance_km(point, after) for point, after in pairwise(way))


def _actors(draft: Draft) -> Iterator[tuple[Steps, Event, Formation]]:
    """Each formation that an event names, with the steps of its name."""
    formations = {formation.id: formation for _, formation in _formations(draft)}
    for index, phase in enumerate(draft.entries("phases")):
        for number, event in enumerate(phase.events):
            for place, word in enumerate(event.formations):
                if word in formations:
                    steps = ("phases", index, "events", number, "formations", place)
                    yield steps, event, formations[word]


def _end(formation: Formation) -> Station | None:
    return next((station for station in formation.track if station.state in ENDED), None)


def _ended(end: Station) -> str:
    return f"it was {end.state} at {said(end.starts)}"


def _follows(event: Event, moment: dt.datetime) -> bool:
    """True if an event is after `moment`; on a later day, where its hour is not known."""
    if known := vague_of(event.at):
        return known.earliest is not None and known.earliest.starts > moment
    return event.at > moment if event.hour_known else event.at.date() > moment.date()


def _precedes(event: Event, moment: dt.datetime) -> bool:
    if known := vague_of(event.at):
        return known.latest is not None and known.latest.ends <= moment
    return event.at < moment if event.hour_known else event.at.date() < moment.date()
