"""Rules on coordinates: what lies off the map, latitude written first, outlines that cross."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, pairwise
from math import ceil, floor

from kiosk.exhibit.files.geojson import Feature
from kiosk.exhibit.geo import GLOBE, distance_km, lies_in, turned, written
from kiosk.exhibit.model import Area
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.problem import Finding, Steps

FAR = 0.1
"""The part of the map's diagonal from which on a point stands alone."""

SEVERAL = 3
"""The number of points off the map from which on its bounds may be what is wrong."""

MANY = 500
"""The most points of a map that is searched for one that stands alone."""

Point = tuple[float, float]
Side = tuple[int, Point, Point]
"""A side of an outline: the number of the point it starts from, and its two ends."""


def off_the_map(draft: Draft) -> Iterator[Finding]:
    """Every point lies on the map."""
    if draft.map is None:
        return
    if hint := turned_map(draft):
        yield Finding(("map", "bounds"), "leaves out every point there is", hint)
        return
    bounds = draft.map.bounds
    off = [(steps, point) for steps, point in _points(draft) if not lies_in(bounds, point)]
    hint = _spanned(bounds, {point for _, point in off if not turned(bounds, point)})
    for steps, point in off:
        message, why = f"{written(point)} lies off the map", turned(bounds, point) or hint
        yield Finding(steps, message, why, cause="bounds")


def views_off_the_map(draft: Draft) -> Iterator[Finding]:
    """A view shows the map; where it reaches beyond, what is beyond is not shown."""
    if draft.map is None or turned_map(draft):
        return
    for number, view in enumerate(draft.map.views):
        if not lies_in(draft.map.bounds, view.bounds):
            hint = _expected(draft.map.bounds, view.bounds)
            yield Finding(("map", "views", number, "bounds"), "reaches beyond the map", hint)


def turned_map(draft: Draft) -> str:
    """The bounds that a map should have whose own begin with a latitude; "" for any other."""
    if draft.map is None:
        return ""
    points = [point for _, point in _points(draft)]
    hint = turned(GLOBE, bounds := draft.map.bounds)
    if not hint or not points or any(lies_in(bounds, point) for point in points):
        return ""
    west, south, east, north = bounds
    return hint if all(lies_in((south, west, north, east), point) for point in points) else ""


def strays(draft: Draft) -> Iterator[Finding]:
    """Points far from all others that would stand among them if they were turned: warnings."""
    if draft.map is None:
        return
    bounds = draft.map.bounds
    across = distance_km(bounds[:2], bounds[2:])
    points = [(steps, point) for steps, point in _points(draft) if steps[-1] == "at"]
    others = {point for _, point in points}
    for steps, point in points:
        if len(others) > MANY or not lies_in(bounds, point[::-1]) or not lies_in(bounds, point):
            continue
        near, near_turned = (
            min((distance_km(spot, other) for other in others - {point}), default=0.0)
            for spot in (point, point[::-1])
        )
        if near > across * FAR and near_turned < near / 5:
            hint = turned(bounds, point)
            yield Finding(steps, f"{written(point)} is far from all else", hint, "warning")


def outlines(draft: Draft) -> Iterator[Finding]:
    """The outline of an area encloses ground and does not cross itself."""
    areas: tuple[Area, ...] = draft.entries("areas")
    for number, area in enumerate(areas):
        if area.ring and (fault := _fault(area.ring)):
            hint = "list the points in order around the area"
            yield Finding(("areas", number, "ring"), fault, hint)


def wide_of(bounds: Sequence[float], features: Sequence[Feature]) -> str:
    """The bounds expected of a layer that misses the map; "" if it touches it, or is empty."""
    all_lines = [line for feature in features for lines in feature.shapes for line in lines]
    if not any(all_lines) or any(lies_in(bounds, line[0]) for line in all_lines if line):
        return ""
    lons, lats = zip(*chain.from_iterable(all_lines), strict=True)
    west, south, east, north = box = (min(lons), min(lats), max(lons), max(lats))
    beside = any(west + turn <= bounds[2] and bounds[0] <= east + turn for turn in (0, 360))
    touches = beside and south <= bounds[3] and bounds[1] <= north
    return "" if touches else _expected(bounds, box)


def _expected(bounds: Sequence[float], numbers: Sequence[float]) -> str:
    return turned(bounds, numbers) or f"the map spans {written(bounds)}"


def _spanned(bounds: Sequence[float], off: Collection[Point]) -> str:
    """The hint of what the map spans; where several points lie off it, the bounds they need."""
    if len(off) < SEVERAL:
        return f"the map spans {written(bounds)}"
    lons, lats = zip(*off, strict=True)
    ends = ((min(lons), floor), (min(lats), floor), (max(lons), ceil), (max(lats), ceil))
    needed = tuple(side(100 * end) / 100 for end, side in ends)
    return f"the map spans {written(bounds)}; these need bounds: {written(needed)}"


def _points(draft: Draft) -> Iterator[tuple[Steps, Point]]:
    for steps, record in draft.records:
        for name in ("at", "place"):
            point = getattr(record, name, None)
            if isinstance(point, tuple):
                yield (*steps, name), point
        for name in ("via", "ring", "line"):
            points = getattr(record, name, ())
            for number, point in enumerate(points if isinstance(points, tuple) else ()):
                if isinstance(point, tuple):
                    yield (*steps, name, number), point


def _fault(ring: Sequence[Point]) -> str:
    if len(set(ring)) < 3:
        return "needs at least 3 different points"
    if crossing := _crossing(_sides(ring)):
        first, second = sorted(crossing)
        return f"crosses itself: the side from point {first} meets the side from point {second}"
    return ""


def _sides(ring: Sequence[Point]) -> list[Side]:
    """The sides of an outline, whether or not it repeats its first point at the end."""
    closed = [*enumerate(ring, 1), (1, ring[0])]
    return [(number, a, b) for (number, a), (_, b) in pairwise(closed) if a != b]


def _crossing(sides: list[Side]) -> tuple[int, int] | None:
    """The numbers of two sides that meet without being neighbours, None if all is in order."""
    after = {sides[number - 1][0]: side[0] for number, side in enumerate(sides)}
    sweep = sorted(sides, key=lambda side: min(side[1][0], side[2][0]))
    for place, (number, a, b) in enumerate(sweep):
        east = max(a[0], b[0])
        for other, c, d in sweep[place + 1 :]:
            if min(c[0], d[0]) > east:
                break
            if other != after[number] and number != after[other] and _meet(a, b, c, d):
                return number, other
    return None


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """True if a-b and c-d have a point in common."""
    return (
        min(a[1], b[1]) <= max(c[1], d[1])
        and min(c[1], d[1]) <= max(a[1], b[1])
        and min(a[0], b[0]) <= max(c[0], d[0])
        and min(c[0], d[0]) <= max(a[0], b[0])
        and _turn(a, b, c) * _turn(a, b, d) <= 0
        and _turn(c, d, a) * _turn(c, d, b) <= 0
    )


def _turn(a: Point, b: Point, c: Point) -> float:
    """Positive if a, b, c turn left, negative if right, 0 if they are on one line."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
