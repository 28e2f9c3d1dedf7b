"""The viewport: the free part of the screen, and the part of the plane that is seen in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.exhibit.geo import across_km, project
from kiosk.exhibit.model import Bounds
from kiosk.map.boxes import Box, Point

AFAR_KM = 250.0
"""Ground across from which a map counts as seen from afar."""

USUAL_KM = 2000.0
"""Ground across a map up to which what is named from how far depends on nothing else."""

MARGIN_MM = 4.0
"""Room left free along the edges of the viewport."""

PlanePoint = tuple[float, float]
"""A point on the plane, in km."""

PlaneBox = tuple[float, float, float, float]
"""Left, top, right and bottom on the plane."""


def wideness(bounds: Bounds) -> float:
    """The factor by which things of a map are named from farther than usual: that of a theatre."""
    return max(1.0, across_km(bounds) / USUAL_KM)


def plane_box(bounds: Bounds) -> PlaneBox:
    """Bounds on the plane."""
    west, south, east, north = bounds
    return (*project(west, north), *project(east, south))


@dataclass(frozen=True)
class Viewport:
    """The part of the map that is seen, and where it lies on the screen.

    `room` is a box on the screen in px; (`x`, `y`) is the plane point at the screen's upper left
    corner, `scale` px per plane km, `ground_scale` px per km on the ground in the middle,
    `across_km` the ground across the lesser side.
    """

    room: Box
    x: float
    y: float
    scale: float
    ground_scale: float
    across_km: float

    @property
    def is_afar(self) -> bool:
        """True if the map is seen from afar."""
        return self.across_km > AFAR_KM

    @property
    def view(self) -> PlaneBox:
        """The room on the plane."""
        room, scale = self.room, self.scale
        left, top = self.x + room.left / scale, self.y + room.top / scale
        return left, top, left + room.width / scale, top + room.height / scale

    def on_screen(self, points: Sequence[PlanePoint]) -> list[Point]:
        """Points of the plane on the screen, in px."""
        left, top, scale = self.x, self.y, self.scale
        return [((x - left) * scale, (y - top) * scale) for x, y in points]

    def moved(self, dx: float, dy: float) -> Viewport:
        """The same seen so many px to the right and down on the screen."""
        x, y = self.x - dx / self.scale, self.y - dy / self.scale
        return replace(self, room=self.room.moved(dx, dy), x=x, y=y)

    def spot(self, lon: float, lat: float) -> Point:
        """A point on the ground on the screen, in px."""
        return self.on_screen([project(lon, lat)])[0]
