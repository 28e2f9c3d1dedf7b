"""The sight of an event, or of spots: the part of the map in which they are seen close by."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.geo import distance_km, lies_in
from kiosk.exhibit.model import Bounds, Event, Exhibit, LonLat
from kiosk.exhibit.ref import Ref
from kiosk.map.labels.placenames import has_dot
from kiosk.telling.locale import Teller
from kiosk.telling.outline.pointing import spoken_of, told_by

LEAST_KM = 24.0
"""The least ground that the sight of an event is across, so that its neighbours are told apart."""

RIM = 0.35
"""The share of its extent that is added on each side."""

EDGE = RIM / (1 + 2 * RIM)
"""The same as a share of the whole."""

CLOSEST, WORTH = 0.65, 0.75
"""The least part of a view, across and up, in which spots are seen, and its area to be worth it."""

Span = tuple[float, float]
"""The least and the greatest of some degrees."""

KM_A_DEGREE = 111.2
"""Kilometres of a degree of latitude."""


def sight_of(exhibit: Exhibit, clock: Clock, teller: Teller, event: Event, view: Bounds) -> Bounds:
    """West, south, east and north in degrees: near about the event, or the view if it has no place.

    It shows the places that its caption names, and who acted until the map turns on; one who acts
    far from all else, with the nearest of what the phase is about. It is never wider than the view,
    unless some of that is outside.
    """
    own = list(spots_of(exhibit, clock, event))
    if not own:
        return view
    phase = next(one for one in exhibit.phases if event in one.events)
    turns = min((e.at for e in phase.events if e.key and e.at > event.at), default=phase.ends)
    named = told_by(exhibit, teller, event, event.caption or event.text)
    acted = (Ref.of("formations", key) for key in event.formations)
    spots = own + list(
        _spots(exhibit, clock, (ref for ref in named if ref.kind == "places"), turns)
    )
    spots += _spots(exhibit, clock, acted, turns)
    sight = _near(spots, view)
    about = _spots(exhibit, clock, spoken_of(exhibit, teller, phase), event.at)
    others = [spot for spot in about if spot not in spots]
    if len(event.formations) > 1 or not others or any(lies_in(sight, spot) for spot in others):
        return sight
    return _near([*spots, min(others, key=lambda spot: distance_km(own[0], spot))], view)


def _spots(
    exhibit: Exhibit, clock: Clock, refs: Iterable[Ref], moment: dt.datetime
) -> Iterator[LonLat]:
    """Spots of the places among some records that have one, and of the formations at a moment."""
    places = exhibit.indexed("places")
    for ref in refs:
        if ref.kind == "places" and has_dot(places[ref.key]):
            yield places[ref.key].at
        elif ref.kind == "formations" and (sighting := clock.sighting(ref.key, moment)):
            yield sighting.lon, sighting.lat


def _near(spots: Sequence[LonLat], view: Bounds) -> Bounds:
    """A box about some spots and their rim, or the view that is not wider."""
    up = LEAST_KM / KM_A_DEGREE
    lats = [lat for _, lat in spots]
    across = up / math.cos(math.radians((min(lats) + max(lats)) / 2))
    near = _about(spots, across, up)
    wide = max(view[2] - view[0], view[3] - view[1])
    far = max(near[2] - near[0], near[3] - near[1]) >= wide
    return view if far and all(lies_in(view, spot) for spot in spots) else near


def spots_of(exhibit: Exhibit, clock: Clock, event: Event) -> Iterator[LonLat]:
    """Spots of an event: its place, and each of its formations as it stood then."""
    if event.place:
        yield exhibit.indexed("places")[event.place].at
    for key in event.formations:
        if sighting := clock.sighting(key, event.at):
            yield sighting.lon, sighting.lat


def sight_within(
    spots: Sequence[LonLat], view: Bounds, most_km: float = math.inf, *, closest: float = CLOSEST
) -> Bounds:
    """The part of a view about some spots: much of it, or as much as `most_km` where they allow it.

    It keeps within the view as far as their rim allows, and is the view and more where a spot lies
    outside. The view itself where that would be hardly larger, or without spots.
    """
    if not spots:
        return view
    across, up = view[2] - view[0], view[3] - view[1]
    high_most = most_km / KM_A_DEGREE
    wide_most = high_most / math.cos(math.radians((view[1] + view[3]) / 2))
    near = _about(spots, min(closest * across, wide_most), min(closest * up, high_most))
    (west, east), (south, north) = (near[0], near[2]), (near[1], near[3])
    lons, lats = zip(*spots, strict=True)
    wide, high = (min(lons), max(lons)), (min(lats), max(lats))
    if not all(lies_in(view, spot) for spot in spots):
        rim = EDGE * (east - west), EDGE * (north - south)
        west, east = min(view[0], wide[0] - rim[0]), max(view[2], wide[1] + rim[0])
        south, north = min(view[1], high[0] - rim[1]), max(view[3], high[1] + rim[1])
        return west, south, east, north
    if (east - west) * (north - south) >= WORTH * across * up:
        return view
    right = _inwards((west, east), wide, (view[0], view[2]))
    higher = _inwards((south, north), high, (view[1], view[3]))
    return west + right, south + higher, east + right, north + higher


def _inwards(near: Span, spots: Span, view: Span) -> float:
    """The degrees by which a span about spots moves into the view, their rim kept within it."""
    rim = EDGE * (near[1] - near[0])
    if near[0] < view[0]:
        return max(0.0, min(view[0], spots[0] - rim) - near[0])
    if near[1] > view[1]:
        return min(0.0, max(view[1], spots[1] + rim) - near[1])
    return 0.0


def _about(spots: Sequence[LonLat], across: float, up: float) -> Bounds:
    """A box about spots and their rim, so many degrees across and up at the least."""
    lons, lats = zip(*spots, strict=True)
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    across = max(across, (max(lons) - min(lons)) * (1 + 2 * RIM))
    up = max(up, (max(lats) - min(lats)) * (1 + 2 * RIM))
    return lon - across / 2, lat - up / 2, lon + across / 2, lat + up / 2
