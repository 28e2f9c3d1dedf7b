"""Places by how far away they are named and by where they lie, so that few are looked at."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kiosk.exhibit.geo import project
from kiosk.exhibit.model import LAYER_OF, Place, PlaceKind
from kiosk.map.viewport import PlaneBox

GROUND_KM = {1: math.inf, 2: 420.0, 3: 170.0, 4: 85.0, 5: 42.0}
"""The ground across the viewport beyond which places of an importance lose their names."""

FAR, FARTHER = (PlaceKind.CITY, PlaceKind.RAILWAY), 10.0
"""The kinds that are named from farther than villages, and the factor of that ground for them."""


def ground_km(place: Place) -> float:
    """The ground across the viewport beyond which a place loses its name."""
    return GROUND_KM[place.importance] * (FARTHER if place.kind in FAR else 1.0)


class Gazetteer:
    """The places of an exhibit, whose map is so many times as `wide` as usual."""

    def __init__(self, places: Sequence[Place], wide: float = 1.0) -> None:
        self._wide = wide
        self._places = {place.id: place for place in places}
        self._number = {place.id: number for number, place in enumerate(places)}
        shelves: dict[float, list[tuple[float, float, Place]]] = defaultdict(list)
        for place in places:
            shelves[wide * ground_km(place)].append((*project(*place.at), place))
        for shelf in shelves.values():
            shelf.sort(key=lambda found: found[0])
        self._shelves = dict(shelves)
        self._running = [place for place in places if place.kind in LAYER_OF]

    def __getitem__(self, key: str) -> Place:
        return self._places[key]

    def number(self, place: Place) -> int:
        """Its place in the exhibit's order."""
        return self._number[place.id]

    def within(self, view: PlaneBox, across_km: float) -> Iterator[Place]:
        """The places in view that are named where the viewport is `across_km` wide, and lines."""
        left, top, right, bottom = view
        for limit, shelf in self._shelves.items():
            if across_km <= limit:
                first = bisect_left(shelf, left, key=lambda found: found[0])
                last = bisect_right(shelf, right, key=lambda found: found[0])
                for _, y, place in shelf[first:last]:
                    if top <= y <= bottom and place.kind not in LAYER_OF:
                        yield place
        yield from (line for line in self._running if across_km <= self._wide * ground_km(line))
