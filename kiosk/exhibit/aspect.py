"""The aspect of a map: the turn of the globe after which Mercator's plane shows its ground well.

Where a map crosses 180°, comes near a pole, or would be drawn more than twice as large at one edge
as at another, the globe is turned so that the middle of the map lies at longitude and latitude 0,
north up. Everything is turned once, when it is read: from then on its degrees are those of the
turned globe, on which distances are the same. Mercator so turned is the oblique Mercator of
Snyder, "Map Projections: A Working Manual", USGS Professional Paper 1395 (1987), p. 66.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from kiosk.exhibit.model import Bounds, Map

Point = tuple[float, float]

UNEQUAL = 2.0
"""One edge of an unturned map is drawn so many times as large as another at the most."""

AROUND = 300.0
"""Bounds of so many degrees of longitude go round the globe: those of a cap about a pole."""

DENSE = 1.0
"""Degrees between the points of a line that is bent by the turn."""

EDGE = 84.0
"""The turned latitude beyond which nothing is drawn."""


@dataclass(frozen=True)
class Aspect:
    """A turn of the globe that brings (`lon`, `lat`) to longitude and latitude 0."""

    lon: float
    lat: float

    @cached_property
    def _tilt(self) -> tuple[float, float]:
        return math.cos(math.radians(self.lat)), math.sin(math.radians(self.lat))

    @property
    def oblique(self) -> bool:
        """True if it does more than count longitudes from elsewhere."""
        return self.lat != 0

    def turned(self, point: Point) -> Point:
        """A point of the globe on the turned one."""
        return self._over(point[0] - self.lon, point[1], 1)

    def unturned(self, point: Point) -> Point:
        """A point of the turned globe on the globe."""
        lon, lat = self._over(point[0], point[1], -1)
        return _near_zero(lon + self.lon), lat

    def _over(self, lon: float, lat: float, way: int) -> Point:
        if not self.oblique:
            return _near_zero(lon), lat
        (cos, sin), across, up = self._tilt, math.radians(lon), math.radians(lat)
        x, y, z = math.cos(up) * math.cos(across), math.cos(up) * math.sin(across), math.sin(up)
        x, z = x * cos + way * z * sin, z * cos - way * x * sin
        return math.degrees(math.atan2(y, x)), math.degrees(math.asin(max(-1.0, min(1.0, z))))

    def line(self, points: Sequence[Point]) -> tuple[Point, ...]:
        """A line or a ring on the turned globe, whole where it crosses the far side."""
        dense = points if not self.oblique else [*points[:1], *_dense(points)]
        turned = [self.turned(point) for point in dense]
        whole = [turned[0]]
        for lon, lat in turned[1:]:
            whole.append((whole[-1][0] + _near_zero(lon - whole[-1][0]), lat))
        return tuple((lon, max(-EDGE, min(EDGE, lat))) for lon, lat in _centred(whole))

    def box(self, bounds: Bounds) -> Bounds:
        """The box of the turned globe about another."""
        west, south, east, north = bounds
        if not self.oblique:
            middle = _near_zero((west + east) / 2 - self.lon)
            return middle - (east - west) / 2, south, middle + (east - west) / 2, north
        shares = [step / 24 for step in range(25)]
        spots = [
            self.turned((west + (east - west) * x, south + (north - south) * y))
            for x in shares
            for y in shares
        ]
        lons, lats = zip(*spots, strict=True)
        return min(lons), min(lats), max(lons), max(lats)


def aspect_of(bounds: Bounds) -> Aspect | None:
    """The aspect that suits the bounds of a map; None where Mercator shows it well as it is."""
    west, south, east, north = bounds
    middle = _near_zero((west + east) / 2)
    nearest = 0.0 if south <= 0 <= north else min(abs(south), abs(north))
    farthest = max(abs(south), abs(north))
    if math.cos(math.radians(nearest)) > UNEQUAL * math.cos(math.radians(farthest)):
        about = east - west >= AROUND
        return Aspect(middle, math.copysign(90, south + north) if about else (south + north) / 2)
    return Aspect(middle, 0.0) if east > 180 else None


def aspect_in(map_: Map) -> Aspect | None:
    """The aspect in which a map that was read is kept."""
    return Aspect(*map_.centre) if map_.centre else None


def _dense(points: Sequence[Point]) -> Iterator[Point]:
    """The points after the first, and others between those that are far apart."""
    for (lon, lat), (east, north) in pairwise(points):
        count = max(1, math.ceil(max(abs(east - lon), abs(north - lat)) / DENSE))
        for step in range(1, count + 1):
            yield lon + (east - lon) * step / count, lat + (north - lat) * step / count


def _centred(line: Sequence[Point]) -> list[Point]:
    """A line shifted by whole turns so that its middle lies nearest to 0."""
    middle = (min(lon for lon, _ in line) + max(lon for lon, _ in line)) / 2
    shift = _near_zero(middle) - middle
    return [(lon + shift, lat) for lon, lat in line]


def around(lon: float, point: Point) -> Point:
    """A point whose longitude is counted from where it lies nearest to another."""
    return lon + _near_zero(point[0] - lon), point[1]


def _near_zero(lon: float) -> float:
    """A longitude from -180 to 180."""
    return 180 - (180 - lon) % 360
