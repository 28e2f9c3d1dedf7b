"""Lines of the map: smoothed, joined and thinned, the less the nearer the campaign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d
from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

THEATRE = (107.0, 28.5, 123.0, 42.5)
"""Where the outlines keep most of their detail."""
CAMPAIGN = (112.6, 35.0, 116.2, 38.3)
"""Where the outlines keep all of it."""

Points: TypeAlias = NDArray[np.float64]


def chaikin(line: Points, times: int) -> Points:
    """The line with its corners cut `times` times, its ends kept (Chaikin 1974)."""
    for _ in range(times):
        a, b = line[:-1], line[1:]
        inner = np.stack([0.75 * a + 0.25 * b, 0.25 * a + 0.75 * b], axis=1).reshape(-1, 2)
        line = np.concatenate([line[:1], inner, line[-1:]])
    return line


def soften(line: Points, sigma: float = 0.006, step: float = 0.002) -> Points:
    """The line blurred along itself by `sigma` degrees, its ends kept.

    WDBII and Natural Earth place a river to about a kilometre; this takes the corners off
    without moving it further than that.
    """
    along = np.r_[0, np.cumsum(np.hypot(*np.diff(line, axis=0).T))]
    even = np.linspace(0, along[-1], max(3, int(along[-1] / step)))
    dense = np.stack([np.interp(even, along, line[:, k]) for k in (0, 1)], axis=1)
    chord = dense[0] + np.linspace(0, 1, len(dense))[:, None] * (dense[-1] - dense[0])
    odd = np.concatenate([-(dense - chord)[:0:-1], dense - chord, -(dense - chord)[-2::-1]])
    blurred = gaussian_filter1d(odd, sigma / step, axis=0)[len(dense) - 1 : 2 * len(dense) - 1]
    softened: Points = chord + blurred
    return softened


def catmull_rom(knots: Points, steps: int) -> Points:
    """A centripetal Catmull-Rom curve through all knots (Barry and Goldman 1988)."""
    padded = np.concatenate([[2 * knots[0] - knots[1]], knots, [2 * knots[-1] - knots[-2]]])
    pieces = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        t = np.cumsum([0, *(np.linalg.norm(d) ** 0.5 for d in (p1 - p0, p2 - p1, p3 - p2))])
        u = np.linspace(t[1], t[2], steps, endpoint=False)[:, None]
        a1 = ((t[1] - u) * p0 + (u - t[0]) * p1) / (t[1] - t[0])
        a2 = ((t[2] - u) * p1 + (u - t[1]) * p2) / (t[2] - t[1])
        a3 = ((t[3] - u) * p2 + (u - t[2]) * p3) / (t[3] - t[2])
        b1 = ((t[2] - u) * a1 + (u - t[0]) * a2) / (t[2] - t[0])
        b2 = ((t[3] - u) * a2 + (u - t[1]) * a3) / (t[3] - t[1])
        pieces.append(((t[2] - u) * b1 + (u - t[1]) * b2) / (t[2] - t[1]))
    return np.concatenate([*pieces, knots[-1:]])


def chain(lines: Sequence[Points], gap: float = 0.35) -> list[Points]:
    """Lines joined end to end in the order given, turned as needed; a wider gap starts anew."""
    chains: list[Points] = []
    for index, line in enumerate(lines):
        if chains:
            end = chains[-1][-1]
            near, far = np.linalg.norm(line[0] - end), np.linalg.norm(line[-1] - end)
            if min(near, far) <= gap:
                chains[-1] = np.concatenate([chains[-1], line if near <= far else line[::-1]])
                continue
        if index + 1 < len(lines):
            ends = lines[index + 1][[0, -1]]
            first, last = (np.linalg.norm(ends - p, axis=1).min() for p in line[[0, -1]])
            line = line[::-1] if first < last else line
        chains.append(line)
    return [np.asarray(c)[np.r_[True, np.any(np.diff(c, axis=0) != 0, axis=1)]] for c in chains]


def outside(points: Points, bounds: tuple[float, float, float, float]) -> Points:
    """How many degrees each point lies outside the bounds; 0 within."""
    beyond = np.maximum(np.subtract(bounds[:2], points), np.subtract(points, bounds[2:]))
    most: Points = np.maximum(beyond, 0).max(axis=-1)
    return most


def thin(line: Points, finer: float = 1) -> Points:
    """Douglas-Peucker with a tolerance that grows from the campaign outwards, in degrees.

    `finer` divides the tolerance.
    """
    near, far = (outside(line, bounds) for bounds in (CAMPAIGN, THEATRE))
    tolerance = np.where(near > 0, 0.003, 0.0006) + np.minimum(0.012 * far, 0.06)
    tolerance /= finer
    keep = np.zeros(len(line), dtype=bool)
    keep[[0, -1]] = True
    closed = bool(np.all(line[0] == line[-1]))
    middle = int(np.argmax(np.linalg.norm(line - line[0], axis=1))) if closed else 0
    keep[middle] = True
    stack = [(0, middle), (middle, len(line) - 1)]
    while stack:
        a, b = stack.pop()
        if b - a < 2:
            continue
        base, points = line[b] - line[a], line[a + 1 : b] - line[a]
        length = np.hypot(*base)
        cross = np.abs(base[0] * points[:, 1] - base[1] * points[:, 0])
        off = cross / length if length else np.linalg.norm(points, axis=1)
        worst = int(np.argmax(off / tolerance[a + 1 : b]))
        if off[worst] > tolerance[a + 1 + worst]:
            keep[a + 1 + worst] = True
            stack += [(a, a + 1 + worst), (a + 1 + worst, b)]
    return line[keep]


def lines_of(geometry: BaseGeometry) -> list[Points]:
    """The lines of a geometry as arrays, joined where they touch."""
    if geometry.is_empty:
        return []
    parts = [g for g in getattr(geometry, "geoms", [geometry]) if isinstance(g, LineString)]
    merged = linemerge(MultiLineString(parts))
    return [np.asarray(g.coords) for g in getattr(merged, "geoms", [merged])]
