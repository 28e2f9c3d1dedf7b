"""Lines in px: with corners turned, in dashes, and what stands along them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPolygonF

from kiosk.map.viewport import PlanePoint

Px = complex
"""A point in px: to the right, and i down. What is times -i is turned to the left."""

TURN = (0.0, 0.25, 0.5, 0.75, 1.0)
"""The steps in which a curve is drawn."""

BEND_MM = 5.0
"""The distance before a corner of its way at which an arrow begins to turn."""


def from_first(
    points: Sequence[PlanePoint], scale: float, first: PlanePoint | None = None
) -> list[Px]:
    """Points of the plane in px from the first of them, or from another point."""
    x0, y0 = first or points[0]
    return [complex(x - x0, y - y0) * scale for x, y in points]


def polygon(points: Iterable[Px]) -> QPolygonF:
    """The shape within a line."""
    return QPolygonF([QPointF(point.real, point.imag) for point in points])


def stretch(start: Px, end: Px) -> QLineF:
    """A straight line as Qt draws it."""
    return QLineF(start.real, start.imag, end.real, end.imag)


def stretches(points: Sequence[Px]) -> list[QLineF]:
    """A line's stretches. They are drawn twice as fast as the line in one."""
    return [stretch(a, b) for a, b in pairwise(points)]


def rounded(points: Sequence[Px], bend: float, closed: bool = False) -> list[Px]:
    """`points` with their corners turned in curves that begin at most `bend` before each.

    The curve stays within the corner's triangle, so it leaves the line by less than `bend`.
    """
    points = [point for point, _ in groupby(points)]
    if len(points) < 3:
        return points
    corners = [points[-1], *points, points[0]] if closed else points
    smooth = [] if closed else [points[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        enter, leave = _toward(corner, before, bend), _toward(corner, after, bend)
        for t in TURN:
            smooth.append(enter * (1 - t) ** 2 + corner * (2 * t * (1 - t)) + leave * t**2)
    return smooth if closed else [*smooth, points[-1]]


def _toward(start: Px, end: Px, distance: float) -> Px:
    """The point `distance` px from `start` towards `end`, half-way at most."""
    return start + (end - start) * min(0.5, distance / (abs(end - start) or 1.0))


def left_of(start: Px, end: Px) -> Px:
    """The unit vector to the left of the way from `start` to `end`."""
    return -1j * (end - start) / (abs(end - start) or 1.0)


def along(points: Sequence[Px], step: float) -> Iterator[tuple[Px, Px]]:
    """Spots every `step` px of a line, from half a step on, and the unit vector to its left."""
    left = step / 2
    for a, b in pairwise(points):
        length, normal = abs(b - a), left_of(a, b)
        while left < length:
            yield a + (b - a) * (left / length), normal
            left += step
        left -= length


def dashed(points: Sequence[Px], dash: float, gap: float) -> list[QLineF]:
    """The dashes of a line. A pen with a dash pattern takes ten times as long on a curve."""
    dashes, drawing, left = [], True, dash
    for a, b in pairwise(points):
        length, done = abs(b - a), 0.0
        while done < length:
            until = min(length, done + left)
            if drawing:
                on = (b - a) / length
                dashes.append(stretch(a + on * done, a + on * until))
            left -= until - done
            done = until
            if left < 1e-6:  # what is too small to move `done` would never end
                drawing = not drawing
                left = dash if drawing else gap
    return dashes
