"""The map's plane, spherical Mercator in km at the equator (x east, y south); boxes of degrees."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

EARTH_RADIUS_KM = 6371.0088
"""Mean radius (IUGG 1980)."""

FAR_KM, STRIDE_KM = 500.0, 200.0
"""The length from which a way bends as the globe does, and that of its straight parts.

At 500 km in latitude 45° the great circle leaves the straight line by 5 km.
"""

GLOBE = (-180.0, -90.0, 180.0, 90.0)
"""The globe: west, south, east, north in degrees."""

POLE = 89.9
"""The latitude beyond which all is drawn at the same height."""


def project(lon: float, lat: float) -> tuple[float, float]:
    """Degrees to plane coordinates (x east, y south) in plane kilometres."""
    x = math.radians(lon) * EARTH_RADIUS_KM
    lat = max(-POLE, min(POLE, lat))
    y = -math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) * EARTH_RADIUS_KM
    return x, y


def projected(line: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """The same of many points, in half of the time."""
    degree, quarter, log, tan = math.pi / 180, math.pi / 4, math.log, math.tan
    radius, top = EARTH_RADIUS_KM, POLE
    return [
        (
            lon * degree * radius,
            -log(tan(quarter + (lat if -top < lat < top else math.copysign(top, lat)) * degree / 2))
            * radius,
        )
        for lon, lat in line
    ]


def unproject(x: float, y: float) -> tuple[float, float]:
    """Plane coordinates back to (longitude, latitude) in degrees."""
    lon = math.degrees(x / EARTH_RADIUS_KM)
    lat = math.degrees(2 * math.atan(math.exp(-y / EARTH_RADIUS_KM)) - math.pi / 2)
    return lon, lat


def plane_per_ground(lat: float) -> float:
    """The plane kilometres that one kilometre on the ground spans at latitude `lat`."""
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


def shortest_way(a: tuple[float, float], b: tuple[float, float]) -> list[tuple[float, float]]:
    """The great circle from one (lon, lat) to another, both in it, by points `STRIDE_KM` apart.

    A way shorter than `FAR_KM`, or across the edge of the map, is straight.
    """
    km = distance_km(a, b)
    if km < FAR_KM or abs(a[0] - b[0]) >= 180:
        return [a, b]
    here, there = _vector(*a), _vector(*b)
    angle, steps = km / EARTH_RADIUS_KM, math.ceil(km / STRIDE_KM)
    way = [a]
    for step in range(1, steps):
        parts = math.sin(angle * (1 - step / steps)), math.sin(angle * step / steps)
        ends = zip(here, there, strict=True)
        x, y, z = (parts[0] * one + parts[1] * other for one, other in ends)
        way.append((math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))))
    return [*way, b]


def _vector(lon: float, lat: float) -> tuple[float, float, float]:
    """A point of a globe whose radius is 1."""
    lon, lat = math.radians(lon), math.radians(lat)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def across_km(bounds: Sequence[float]) -> float:
    """The lesser side of a box of degrees through its middle, in kilometres."""
    west, south, east, north = bounds
    middle = (south + north) / 2
    wide = math.radians(east - west) * EARTH_RADIUS_KM * math.cos(math.radians(middle))
    return min(wide, math.radians(north - south) * EARTH_RADIUS_KM)


def lies_in(bounds: Sequence[float], numbers: Sequence[float]) -> bool:
    """True if a point [lon, lat], or every corner of a box, lies within a box.

    A box that crosses 180° counts its longitudes on, a point begins again at -180°.
    """
    west, south, east, north = bounds
    turn = 360 if east > 180 and max(numbers[::2]) < west else 0
    return all(west <= lon + turn <= east for lon in numbers[::2]) and all(
        south <= lat <= north for lat in numbers[1::2]
    )


def runs_through(bounds: Sequence[float], line: Sequence[tuple[float, float]]) -> bool:
    """True if a line of points [lon, lat] shares a point with a box."""
    return any(_meets(bounds, a, b) for a, b in pairwise(line))


def _meets(bounds: Sequence[float], start: tuple[float, float], end: tuple[float, float]) -> bool:
    """True if a stretch shares a point with a box: what each pair of edges leaves of it is left."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        low, high, at = bounds[axis], bounds[axis + 2], start[axis]
        step = end[axis] - at
        if step == 0:
            if not low <= at <= high:
                return False
            continue
        enters, leaves = sorted(((low - at) / step, (high - at) / step))
        first, last = max(first, enters), min(last, leaves)
    return first <= last


def turned(bounds: Sequence[float], numbers: Sequence[float]) -> str:
    """The hint for a point or a box that begins with a latitude; "" if it fits in no order."""
    right = [number for pair in zip(numbers[1::2], numbers[::2], strict=True) for number in pair]
    fits = lies_in(bounds, right) and (len(right) == 2 or _is_box(right))
    return f"longitude comes first: {written(right)}" if fits else ""


def _is_box(numbers: Sequence[float]) -> bool:
    west, south, east, north = numbers
    return west < east and south < north


def written(numbers: Sequence[float]) -> str:
    """A point or a box as content writes it."""
    degrees = (number - 360 if number > 180 else number for number in numbers)
    return f"[{', '.join(f'{number:g}' for number in degrees)}]"
