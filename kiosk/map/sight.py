"""The sight of an event, or of spots: the part of the map in which they are seen close by."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Bounds, Event, Exhibit, LonLat

LEAST_KM = 30.0
"""The least ground that the sight of an event is across, so that its neighbours are told apart."""

RIM = 0.35
"""The share of its extent that is added on each side."""

KM_A_DEGREE = 111.2
"""Kilometres of a degree of latitude."""


def sight_of(exhibit: Exhibit, clock: Clock, event: Event, view: Bounds) -> Bounds:
    """West, south, east and north in degrees: near about the event, or the view if it has no place.

    Never wider than the view, unless it happened outside.
    """
    return sight_about(list(_spots(exhibit, clock, event)), view)


def sight_about(spots: Sequence[LonLat], view: Bounds) -> Bounds:
    """West, south, east and north in degrees: near about some spots, or the view if there are none.

    Never wider than the view, unless they lie outside.
    """
    if not spots:
        return view
    lons, lats = zip(*spots, strict=True)
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    up = max(LEAST_KM / KM_A_DEGREE, (max(lats) - min(lats)) * (1 + 2 * RIM)) / 2
    across = max(
        LEAST_KM / KM_A_DEGREE / math.cos(math.radians(lat)),
        (max(lons) - min(lons)) * (1 + 2 * RIM),
    )
    near = lon - across / 2, lat - up, lon + across / 2, lat + up
    wide = max(view[2] - view[0], view[3] - view[1])
    return view if max(across, 2 * up) >= wide and _holds(view, lon, lat) else near


def _spots(exhibit: Exhibit, clock: Clock, event: Event) -> Iterator[LonLat]:
    if event.place:
        yield exhibit.indexed("places")[event.place].at
    for key in event.formations:
        if sighting := clock.sighting(key, event.at):
            yield sighting.lon, sighting.lat


def _holds(view: Bounds, lon: float, lat: float) -> bool:
    west, south, east, north = view
    return west <= lon <= east and south <= lat <= north
