"""The fitting of what is looked at into the free part of a screen, within the limits of the map."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.exhibit.geo import plane_per_ground, unproject
from kiosk.exhibit.model import Bounds
from kiosk.map.boxes import Box, Point
from kiosk.map.flight import Pose
from kiosk.map.viewport import MARGIN_MM, PlaneBox, PlanePoint, Viewport, plane_box

NEAREST_KM = 5.0
"""The least ground that the free part of the screen may show across; of a small map a share."""

NEAREST = 0.2
"""The share of a small map's width."""

Focus = tuple[float, float, float, float]
"""The free part of a screen in px: left, top, width, height."""


@dataclass(frozen=True)
class Fitting:
    """Limits of a map on the plane, and the free part of a screen in which it is looked at."""

    limits: PlaneBox
    focus: Focus

    @staticmethod
    def of(bounds: Bounds, focus: Focus) -> Fitting:
        """The fitting of a map of these bounds."""
        return Fitting(plane_box(bounds), focus)

    @property
    def centre(self) -> Point:
        """The middle of the focus in px."""
        left, top, width, height = self.focus
        return left + width / 2, top + height / 2

    def origin_of(self, pose: Pose) -> PlanePoint:
        """Plane coordinates of the screen's top left corner at `pose`."""
        x, y = self.centre
        return pose.x - x / pose.scale, pose.y - y / pose.scale

    def fitted(self, bounds: Bounds) -> Pose:
        """The pose that shows all of `bounds` in the focus."""
        left, top, right, bottom = plane_box(bounds)
        scale = min(self.focus[2] / (right - left), self.focus[3] / (bottom - top))
        return self.held(Pose((left + right) / 2, (top + bottom) / 2, scale))

    def farthest(self) -> Pose:
        """The pose that shows the whole map."""
        left, top, right, bottom = self.limits
        return self.held(Pose((left + right) / 2, (top + bottom) / 2, 0.0))

    def held(self, pose: Pose) -> Pose:
        """The nearest pose that looks neither beyond the map nor from too near."""
        left, top, right, bottom = self.limits
        farthest = min(self.focus[2] / (right - left), self.focus[3] / (bottom - top))
        _, lat = unproject(pose.x, min(max(pose.y, top), bottom))
        per_ground = plane_per_ground(lat)
        nearest_km = min(NEAREST_KM, (right - left) / per_ground * NEAREST)
        nearest = self.focus[2] / (nearest_km * per_ground)
        scale = min(max(pose.scale, farthest), max(nearest, farthest))
        return Pose(
            _between(pose.x, left, right, self.focus[2] / scale),
            _between(pose.y, top, bottom, self.focus[3] / scale),
            scale,
        )

    def viewport(self, pose: Pose, px_per_mm: float) -> Viewport:
        """The part of the map that is seen from `pose`."""
        left, top, width, height = self.focus
        x, y = self.origin_of(pose)
        per_ground_km = px_per_ground_km(pose)
        return Viewport(
            Box(left, top, left + width, top + height).less(2 * MARGIN_MM * px_per_mm),
            x,
            y,
            pose.scale,
            per_ground_km,
            min(width, height) / per_ground_km,
        )


def px_per_ground_km(pose: Pose) -> float:
    """Pixels per kilometre on the ground, at the centre of the focus."""
    _, lat = unproject(pose.x, pose.y)
    return pose.scale * plane_per_ground(lat)


def _between(value: float, low: float, high: float, span: float) -> float:
    margin = min(span / 2, (high - low) / 2)
    return min(max(value, low + margin), high - margin)
