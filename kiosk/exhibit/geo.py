"""The map's plane: spherical Mercator in kilometres at the equator, x east and y south."""

from __future__ import annotations

import math
from collections.abc import Sequence

EARTH_RADIUS_KM = 6371.0088
"""Mean radius (IUGG 1980)."""


def project(lon: float, lat: float) -> tuple[float, float]:
    """Degrees to plane coordinates (x east, y south) in plane kilometres."""
    x = math.radians(lon) * EARTH_RADIUS_KM
    y = -math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) * EARTH_RADIUS_KM
    return x, y


def unproject(x: float, y: float) -> tuple[float, float]:
    """Plane coordinates back to (longitude, latitude) in degrees."""
    lon = math.degrees(x / EARTH_RADIUS_KM)
    lat = math.degrees(2 * math.atan(math.exp(-y / EARTH_RADIUS_KM)) - math.pi / 2)
    return lon, lat


def plane_per_ground(lat: float) -> float:
    """How many plane kilometres one kilometre on the ground spans at latitude `lat`."""
    return 1 / math.cos(math.radians(lat))


def span(points: Sequence[tuple[float, float]]) -> float:
    """The longer side of the rectangle around points of the plane, in plane kilometres."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two (lon, lat) in kilometres (haversine)."""
    lon1, lat1, lon2, lat2 = map(math.radians, (*a, *b))
    h = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))
